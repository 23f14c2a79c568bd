import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { DebateLink } from "../debates/public.ts";
import { ModeratedHere, titleOr } from "../moderation/public.ts";
import { Card } from "../ui/card.tsx";
import { Fact } from "../ui/fact.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { BallotPanel } from "./ballot-panel.tsx";
import { useMoney } from "./money.ts";
import type { RoundProps } from "./props.ts";
import { Outcome } from "./outcome.tsx";
import { Projects } from "./projects.tsx";
import { roundQuery } from "./queries.ts";
import { RoundPhase } from "./rounds-page.tsx";
import { Steering } from "./steering.tsx";

function Facts({ view: { round }, community }: RoundProps) {
  const { t } = useTranslation("funding");
  const money = useMoney(round.currency);
  const {
    settings,
    ballotCount,
    electorateSize,
    phase,
    opensAt,
    closesAt,
    debateId,
    projectsHash,
  } = round;
  const bound = settings.rule === "quadratic" ? settings.pairBound : null;
  return (
    <dl>
      <Fact term={t("fact.budget")}>
        <span className="tabular-nums">{money(round.budget)}</span>
      </Fact>
      <Fact term={t("fact.rule")}>
        {t(`rule.${settings.rule}`)}{" "}
        <span className="text-muted">{t(`rule-hint.${settings.rule}`)}</span>
        {bound !== null && <span className="block">{t("fact.pair-bound", { count: bound })}</span>}
      </Fact>
      <Fact term={t("fact.form")}>{t(`form-says.${settings.form}`, { count: settings.most })}</Fact>
      {phase === "proposals" && opensAt !== null && (
        <Fact term={t("plan.opens-at")}>
          <Time value={opensAt} show="both" />
        </Fact>
      )}
      {phase !== "withdrawn" && (
        <Fact term={t(phase === "closed" ? "closed-at" : "closes-at")}>
          <Time value={closesAt} show="both" />
        </Fact>
      )}
      {electorateSize !== null && (
        <Fact term={t("fact.voters")}>
          {t("fact.turnout", { voted: ballotCount, count: electorateSize })}
        </Fact>
      )}
      {debateId !== null && (
        <Fact term={t("plan.debate")}>
          <DebateLink
            slug={community.slug}
            communityId={community.id}
            debateId={debateId}
            fallback={t("fact.to-debate")}
          />
        </Fact>
      )}
      {projectsHash !== null && (
        <Fact term={t("fact.frozen")}>
          <code className="font-mono text-xs break-all">{projectsHash}</code>
        </Fact>
      )}
    </dl>
  );
}

function Round(props: RoundProps) {
  const { t } = useTranslation("funding");
  const { round, can, outcome } = props.view;
  return (
    <div className="space-y-10">
      <Card as="section">
        <p className="flex flex-wrap items-center gap-3">
          <RoundPhase phase={round.phase} />
          <span className="text-muted">
            {t(round.isImported ? "phase-says.imported" : `phase-says.${round.phase}`)}
          </span>
        </p>
        {round.about !== "" && (
          <div className="mt-4 max-w-measure">
            <Markdown source={round.about} />
          </div>
        )}
        <div className="mt-4">
          <Facts {...props} />
        </div>
        {can.steer && <Steering {...props} />}
      </Card>
      {outcome && <Outcome view={props.view} outcome={outcome} community={props.community} />}
      {round.phase === "voting" && <BallotPanel key={round.id} {...props} />}
      <ModeratedHere community={props.community}>
        <Projects {...props} />
      </ModeratedHere>
    </div>
  );
}

function RoundOf({ community, roundId }: { community: Community; roundId: string }) {
  const { t } = useTranslation("funding");
  const query = useQuery(roundQuery({ communityId: community.id, roundId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(view) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={view.round.title} />
          <p>
            <Link to="/c/$slug/funding" params={{ slug: community.slug }} className="link">
              <AllRounds />
            </Link>
          </p>
          <Round
            view={{
              ...view,
              projects: view.projects.map((project) => {
                return { ...project, title: titleOr(project, t("project.hidden")) };
              }),
            }}
            community={community}
          />
        </div>
      )}
    </Loaded>
  );
}

function AllRounds() {
  const { t } = useTranslation("funding");
  return t("all");
}

/** One funding round: its projects, the vote, what is funded and why. */
export function FundingRoundPage() {
  const { slug, roundId } = useParams({ from: "/c/$slug/funding/$roundId" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <RoundOf community={community} roundId={roundId} />}
    </Loaded>
  );
}
