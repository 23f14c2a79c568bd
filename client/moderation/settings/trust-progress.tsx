import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Trust } from "#shared/contract/moderation-settings.ts";
import { Badge } from "../../ui/badge.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { moderates as isModerating } from "../moderation-tab.tsx";
import { trustQuery } from "../queries.ts";
import { asksFor } from "./asks-for.ts";

type Level = Trust["levels"][number];
type Need = Level["needs"][number];

/** What a level asks, and how far the reader has come. */
function Needs({ level: { level, needs, isReached, limits } }: { level: Level }) {
  const { t } = useTranslation("moderation");
  const asked = needs.filter(asksFor);
  const columns: Column<Need>[] = [
    {
      id: "measure",
      header: t("trust.measure"),
      cell: ({ measure }) => t(`trust.measures.${measure}`),
      isHeader: true,
    },
    {
      id: "need",
      header: t("trust.need"),
      cell: ({ measure, need }) =>
        t(measure === "actions" ? "trust.atMost" : "trust.atLeast", { need }),
      align: "end",
    },
    { id: "have", header: t("trust.have"), cell: ({ have }) => have, align: "end" },
    {
      id: "met",
      header: t("trust.met"),
      cell: ({ isMet }) => t(isMet ? "trust.yes" : "trust.notYet"),
      align: "end",
    },
  ];
  return (
    <section className="space-y-1 border-t border-line pt-4">
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        {t(`trust.level.${level}`)}
        {isReached && (
          <Badge tone="good" icon="check">
            {t("trust.reached")}
          </Badge>
        )}
      </h3>
      <p className="text-sm text-muted">{t("trust.limits", { ...limits })}</p>
      {asked.length > 0 && (
        <DataTable
          caption={t(`trust.level.${level}`)}
          hideCaption
          columns={columns}
          rows={asked}
          keyOf={({ measure }) => measure}
        />
      )}
    </section>
  );
}

/** How far the reader is trusted here, what each level asks and lets one do. */
export function TrustProgress({ community }: { community: Community }) {
  const { t } = useTranslation("moderation");
  const query = useQuery(trustQuery(community.id));
  const moderates = isModerating(community);
  return (
    <section aria-labelledby="trust" className="max-w-measure space-y-4">
      <h2 id="trust" className="text-2xl">
        {t("trust.title")}
      </h2>
      <p className="text-muted">{t("trust.lead")}</p>
      {moderates && <p>{t("trust.byOffice")}</p>}
      <Loaded query={query}>
        {({ levels }) => levels.map((level) => <Needs key={level.level} level={level} />)}
      </Loaded>
    </section>
  );
}
