import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { EmptyState } from "../ui/states.tsx";
import { DecisionLinks, OverTime } from "./over-time.tsx";
import { Part } from "./part.tsx";
import { type CommunityPower, communityPowerQuery } from "./queries.ts";

const brought = ["debates", "positions", "decisions"] as const;

/** Who brings what is argued and decided on. */
function Agenda({ agenda }: { agenda: CommunityPower["agenda"] }) {
  const { t, i18n } = useTranslation("power");
  const nameOf = useNameOf();
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-3">
      {brought
        .filter((what) => agenda[what].total > 0)
        .map((what) => (
          <BarChart
            key={what}
            title={t(`agenda.${what}`)}
            unit={t("agenda.count")}
            max={agenda[what].total}
            bars={agenda[what].top.map(({ person, count }) => ({
              id: person.id,
              label: nameOf(person),
              value: count,
              note: percent.format(count / agenda[what].total),
            }))}
            caption={t("agenda.people", {
              people: agenda[what].people.toLocaleString(i18n.language),
              total: agenda[what].total.toLocaleString(i18n.language),
            })}
          />
        ))}
    </div>
  );
}

function PowerIn({ community }: { community: Community }) {
  const { t } = useTranslation("power");
  const query = useQuery(communityPowerQuery(community.id));
  return (
    <Loaded query={query}>
      {({ decisions, agenda }) => (
        <div className="space-y-12">
          <p className="max-w-measure text-lg text-pretty text-muted">{t("community.lead")}</p>
          {decisions.length === 0 ? (
            <EmptyState icon="chart" title={t("community.none")}>
              {t("community.none-detail")}
            </EmptyState>
          ) : (
            <>
              <OverTime decisions={decisions} name={community.name} />
              <Part level={2} title={t("community.decisions")}>
                <DecisionLinks decisions={decisions} slug={community.slug} />
              </Part>
            </>
          )}
          <Part level={2} title={t("agenda.title")} lead={t("agenda.lead")}>
            <Agenda agenda={agenda} />
          </Part>
        </div>
      )}
    </Loaded>
  );
}

/** Power in a community over time: how it was held in each decision, and who sets the agenda. */
export function CommunityPowerPage() {
  const { slug } = useParams({ from: "/c/$slug/power" });
  const { t } = useTranslation("power");
  return (
    <CommunityFrame slug={slug} title={t("community.title")}>
      {(community) => <PowerIn community={community} />}
    </CommunityFrame>
  );
}
