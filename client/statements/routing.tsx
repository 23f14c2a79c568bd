import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { readStatementRouting } from "#shared/contract/statements.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { isolated } from "../ui/isolated.ts";
import { Loaded } from "../ui/loaded.tsx";
import { routingQuery } from "./queries.ts";

type Routed = z.output<typeof readStatementRouting.reply>["items"][number];

function useColumns(): TextColumn<Routed>[] {
  const { t, i18n } = useTranslation("statements");
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const figure = (id: "responses" | "extremity" | "priority") => ({
    id,
    header: t(`routing.${id}`),
    cell: (one: Routed) => number.format(one[id]),
    plain: (one: Routed) => one[id],
  });
  return [
    {
      id: "text",
      header: t("routing.text"),
      cell: ({ text }) => isolated(text),
      plain: ({ text }) => text,
    },
    {
      id: "chance",
      header: t("routing.chance"),
      cell: ({ chance }) => percent.format(chance),
      plain: ({ chance }) => chance,
    },
    figure("responses"),
    figure("extremity"),
    figure("priority"),
  ];
}

/** What somebody who has answered nothing is likely to be asked first, and why; for moderators. */
export function Routing({ ids }: { ids: DebateIds }) {
  const { t } = useTranslation("statements");
  const columns = useColumns();
  const query = useQuery(routingQuery(ids));
  return (
    <Loaded query={query}>
      {({ items }) => (
        <div className="space-y-4 pt-4">
          <p className="max-w-measure text-sm text-muted">{t("routing.why")}</p>
          <DataTable
            caption={t("list.routing")}
            hideCaption
            columns={columns.map((column, at) => ({
              ...column,
              isHeader: at === 0,
              align: at === 0 ? "start" : "end",
              className: at === 0 ? "min-w-56" : undefined,
            }))}
            rows={items}
            keyOf={({ statementId }) => statementId}
            empty={<p className="py-row text-muted">{t("routing.none")}</p>}
          />
          <CsvButton name={t("list.routing")} columns={columns} rows={items} />
        </div>
      )}
    </Loaded>
  );
}
