import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { FlagButton, Moderated, ModeratedHere, titleOr } from "../moderation/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Fact } from "../ui/fact.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { SeverityBadge, StateBadge } from "./badges.tsx";
import { AskToMend, LinkCase, Move } from "./incident-acts.tsx";
import { type IncidentProps, IncidentWay } from "./incident-way.tsx";
import { incidentQuery } from "./queries.ts";

function ReporterFact({ incident: { reporter, isNamed } }: Pick<IncidentProps, "incident">) {
  const { t } = useTranslation("systems");
  const nameOf = useNameOf();
  return (
    <Fact term={t("reporter")}>
      {reporter && <bdi>{nameOf(reporter)}</bdi>}{" "}
      {!isNamed && (
        <span className="text-muted">{t(reporter ? "hiddenFromOthers" : "hidden")}</span>
      )}
    </Fact>
  );
}

/** What was reported. */
function Reported({ community, incident }: IncidentProps) {
  const { t } = useTranslation("systems");
  const { id, system, release, words, harmed, evidence, reporter, dueAt, reportedAt } = incident;
  const isAway = isOutOfSight(incident.moderation);
  return (
    <section id="report" aria-label={t("state.reported")}>
      <Moderated
        subject={{ kind: "incident", id }}
        mark={incident.moderation}
        authorId={reporter?.id ?? ""}
      >
        <p dir="auto" className="pb-4 text-lg whitespace-pre-line">
          {words}
        </p>
      </Moderated>
      <dl>
        <Fact term={t("column.system")}>
          <Link
            to="/c/$slug/systems/$systemId"
            params={{ slug: community.slug, systemId: system.id }}
            className="link"
          >
            <bdi>{system.name}</bdi>
          </Link>{" "}
          {!isAway && <bdi>{release}</bdi>}
        </Fact>
        {!isAway && (
          <Fact term={t("harmed")}>
            <span dir="auto" className="whitespace-pre-line">
              {harmed}
            </span>
          </Fact>
        )}
        {evidence.length > 0 && (
          <Fact term={t("report.evidence")}>
            {evidence.map(({ title, url }) => (
              <a key={url} href={url} className="link block" rel="noopener nofollow ugc">
                <bdi>{title}</bdi>
              </a>
            ))}
          </Fact>
        )}
        <ReporterFact incident={incident} />
        <Fact term={t("reportedAt")}>
          <Time value={reportedAt} show="both" />
        </Fact>
        {dueAt && (
          <Fact term={t("column.due")}>
            <Time value={dueAt} show="both" />
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** What became of it: who, when, why. */
function Steps({ incident: { steps } }: Pick<IncidentProps, "incident">) {
  const { t } = useTranslation("systems");
  const nameOf = useNameOf();
  return (
    <section id="steps" aria-labelledby="steps-title" className="space-y-4">
      <h2 id="steps-title" className="text-2xl">
        {t("steps")}
      </h2>
      {steps.length === 0 && <p className="text-muted">{t("noSteps")}</p>}
      <ol className="space-y-4">
        {steps.map(({ to, by, why, at }) => (
          <li key={at} className="border-s-2 border-line-strong ps-4">
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <StateBadge state={to} /> <bdi>{nameOf(by)}</bdi> <Time value={at} />
            </p>
            <p dir="auto" className="whitespace-pre-line">
              {why}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Promises({ community, incident: { commitments } }: IncidentProps) {
  const { t, i18n } = useTranslation("systems");
  const nameOf = useNameOf();
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  if (commitments.length === 0) return null;
  return (
    <section aria-labelledby="promises" className="space-y-2">
      <h2 id="promises" className="text-2xl">
        {t("promises")}
      </h2>
      <ul className="space-y-1">
        {commitments.map(({ id, title, owner, progress, dueAt }) => (
          <li key={id}>
            <Link
              to="/c/$slug/commitments/$commitmentId"
              params={{ slug: community.slug, commitmentId: id }}
              className="link"
            >
              <bdi>{title}</bdi>
            </Link>{" "}
            <span className="text-sm text-muted">
              <bdi>{nameOf(owner)}</bdi> · {percent.format(progress / 100)} · <Time value={dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Telling({ community, incident }: IncidentProps) {
  const { t } = useTranslation("systems");
  const { state, severity, isOverdue, can, version } = incident;
  return (
    <div className="max-w-measure space-y-8">
      <IncidentWay community={community} incident={incident} />
      <p className="flex flex-wrap items-center gap-3 font-serif text-2xl">
        <bdi>{titleOr(incident, t("hiddenTitle"))}</bdi> <StateBadge state={state} />{" "}
        <SeverityBadge severity={severity} />
        <FlagButton
          subject={{ kind: "incident", id: incident.id }}
          authorId={incident.reporter?.id ?? null}
        />
      </p>
      {isOverdue && (
        <Banner tone="danger" icon="clock">
          {t(state === "reported" ? "overdueTriage" : "overdueMend")}
        </Banner>
      )}
      <Reported community={community} incident={incident} />
      <Promises community={community} incident={incident} />
      <Steps incident={incident} />
      {can.move.length > 0 && <Move key={`${state} ${version}`} incident={incident} />}
      {can.askToMend && <AskToMend incident={incident} />}
      {can.link && <LinkCase incident={incident} />}
    </div>
  );
}

function Found({ community, incidentId }: { community: Community; incidentId: string }) {
  const query = useQuery(incidentQuery({ communityId: community.id, incidentId }));
  return (
    <Loaded query={query}>
      {(incident) => (
        <ModeratedHere community={community}>
          <Telling community={community} incident={incident} />
        </ModeratedHere>
      )}
    </Loaded>
  );
}

/** One incident: what happened, what was found, and what was promised because of it. */
export function IncidentPage() {
  const { slug, incidentId } = useParams({ from: "/c/$slug/incidents/$incidentId" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("incident")}>
      {(community) => <Found community={community} incidentId={incidentId} />}
    </CommunityFrame>
  );
}
