import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { Community } from "#shared/contract/communities.ts";
import type { Population, Representation } from "#shared/contract/representation.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Missing } from "./missing.tsx";
import { groupsQuery, reportQuery } from "./queries.ts";
import { Reweighted } from "./reweighted.tsx";
import { SharesFigure } from "./shares-figure.tsx";
import { SupportFigure } from "./support-figure.tsx";
import { useWords } from "./words.ts";

interface ReportProps {
  community: Community;
  report: Representation;
}

function Figures({ community, report }: ReportProps) {
  const { t, number } = useWords();
  const { attributes, parts, options, gini } = report;
  const name = community.name;
  return (
    <div className="space-y-12">
      {attributes.map((attribute) => {
        const part = parts.find(({ attributeId }) => attributeId === attribute.id);
        if (!part) return null;
        if (part.asOf === null) {
          return (
            <div key={attribute.id} className="min-w-0 space-y-2">
              <h2 className="text-xl">
                <bdi>{attribute.name}</bdi>
              </h2>
              <p className="max-w-measure text-muted">{t("tooFew")}</p>
            </div>
          );
        }
        return (
          <div key={attribute.id} className="min-w-0 space-y-6">
            <SharesFigure attribute={attribute} part={part} name={name} />
            <SupportFigure attribute={attribute} part={part} options={options} name={name} />
          </div>
        );
      })}
      {gini !== null && (
        <p className="max-w-measure">{t("gini", { gini: number(Math.round(gini * 100) / 100) })}</p>
      )}
      <Reweighted report={report} name={name} />
    </div>
  );
}

function Ways({ community }: { community: Community }) {
  const { t } = useWords();
  const query = useQuery(groupsQuery(community.id));
  const params = { slug: community.slug };
  if (!query.data) return null;
  const { can, attributes } = query.data;
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {can.declare && (
          <Link to="/c/$slug/representation/me" params={params} className="link">
            {t("toMine")}
          </Link>
        )}
        {can.define && (
          <Link to="/c/$slug/representation/define" params={params} className="link">
            {t("toDefine")}
          </Link>
        )}
      </p>
      {attributes.length === 0 && (
        <EmptyState icon="people" title={t("nothing.title")}>
          {t(can.define ? "nothing.define" : "nothing.text")}
        </EmptyState>
      )}
    </div>
  );
}

function Report({ community }: { community: Community }) {
  const { t, number } = useWords();
  const asked = useSearch({ from: "/c/$slug/representation" });
  const navigate = useNavigate({ from: "/c/$slug/representation" });
  const population = asked.population ?? "community";
  const query = useQuery(reportQuery(community.id, asked));
  const isOfOne = ["debate", "decision", "panel"].includes(population);
  const choices: Population[] = ["community", "juries", "moderation"];
  return (
    <div className="space-y-8">
      <Select
        className="max-w-96"
        label={t("whose")}
        value={population}
        onChange={({ target }) =>
          void navigate({
            search: { population: target.value as Population },
            replace: true,
            resetScroll: false,
          })
        }
      >
        {[...choices, ...(isOfOne ? [population] : [])].map((one) => (
          <option key={one} value={one}>
            {t(`population.${one}`)}
          </option>
        ))}
      </Select>
      <Loaded query={query}>
        {(report) => (
          <div className="space-y-10">
            <p className="text-muted">
              {t("people", { count: report.people, formatted: number(report.people) })}
            </p>
            <Missing community={community} report={report} />
            <Figures community={community} report={report} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** Whether those who take part are like those who should, as far as people say it of themselves. */
export function RepresentationPage() {
  const { slug } = useParams({ from: "/c/$slug/representation" });
  const { t } = useWords();
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <Ways community={community} />
          <Report key={community.id} community={community} />
          <section aria-labelledby="what-it-means" className="space-y-3">
            <h2 id="what-it-means" className="text-2xl">
              {t("means.title")}
            </h2>
            <ul className="max-w-measure list-disc space-y-2 ps-5">
              {["private", "fives", "apart", "interval", "raking"].map((what) => (
                <li key={what}>{t(`means.${what}`)}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </CommunityFrame>
  );
}
