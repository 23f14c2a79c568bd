import { Byline } from "../ui/avatar.tsx";
import { DataTable } from "../ui/data-table.tsx";
import type { Power, Report } from "./queries.ts";
import type { Telling } from "./telling.ts";

/** Who carries most for others. */
export function DelegatesTable({
  report,
  people,
  telling,
}: {
  report: Report;
  people: Power["people"];
  telling: Telling;
}) {
  const { t, weight, share, words } = telling;
  const { delegation } = report;
  if (!delegation || delegation.delegates.length === 0) {
    return <p className="max-w-measure text-muted">{t("delegates.none")}</p>;
  }
  return (
    <>
      <p className="max-w-measure">
        {t("delegates.lead", {
          people: words.number(delegation.people),
          share: share(delegation.share),
          cap: share(delegation.capPercent / 100),
        })}
      </p>
      <DataTable
        caption={t("delegates.title")}
        hideCaption
        rows={delegation.delegates}
        keyOf={({ id }) => id}
        columns={[
          {
            id: "delegate",
            header: t("delegates.delegate"),
            isHeader: true,
            cell: ({ id }) => (
              <Byline person={people.find((one) => one.id === id) ?? { id, name: "–" }} />
            ),
          },
          {
            id: "people",
            header: t("delegates.people"),
            align: "end",
            cell: (row) => words.number(row.people),
          },
          {
            id: "weight",
            header: t("voters.weight"),
            align: "end",
            cell: (row) => weight(row.weight),
          },
          {
            id: "share",
            header: t("delegates.share"),
            align: "end",
            cell: (row) => share(row.share),
          },
        ]}
      />
    </>
  );
}
