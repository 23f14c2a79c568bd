import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { FundingRound } from "#shared/contract/funding.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { useMoney } from "./money.ts";
import { roundsQuery } from "./queries.ts";

const tones = {
  proposals: "accent",
  voting: "warn",
  counting: "warn",
  closed: "good",
  withdrawn: "plain",
} as const;

export function RoundPhase({ phase }: { phase: FundingRound["phase"] }) {
  const { t } = useTranslation("funding");
  return <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>;
}

function Entry({ round, slug }: { round: FundingRound; slug: string }) {
  const { t } = useTranslation("funding");
  const money = useMoney(round.currency);
  const { id: roundId, title, phase, budget, spent, projectCount, closesAt } = round;
  return (
    <Card as="li" linked>
      <RoundPhase phase={phase} />
      <h2 className="mt-2 text-xl">
        <Link to="/c/$slug/funding/$roundId" params={{ slug, roundId }} className="stretched">
          <bdi>{title}</bdi>
        </Link>
      </h2>
      <p className="mt-1 tabular-nums">
        {t("sum", { budget: money(budget), count: projectCount })}
        {spent !== null && ` · ${t("spent", { amount: money(spent) })}`}
      </p>
      {phase !== "withdrawn" && (
        <p className="mt-1 text-sm text-muted">
          {t(phase === "closed" ? "closed-at" : "closes-at")} <Time value={closesAt} />
        </p>
      )}
    </Card>
  );
}

function Begin({ slug }: { slug: string }) {
  const { t } = useTranslation("funding");
  return (
    <ButtonLink to="/c/$slug/funding/new" params={{ slug }} icon="plus" variant="primary">
      {t("begin")}
    </ButtonLink>
  );
}

function Rounds({ community }: { community: Community }) {
  const { t } = useTranslation("funding");
  const query = useQuery(roundsQuery(community.id));
  return (
    <Loaded query={query}>
      {({ items, can }) => {
        const begin = can.begin && <Begin slug={community.slug} />;
        if (items.length === 0) {
          return (
            <EmptyState icon="outcome" title={t("none.title")} action={begin}>
              {t("none.text")}
            </EmptyState>
          );
        }
        return (
          <div className="space-y-6">
            <p className="max-w-measure text-muted">{t("lead")}</p>
            {begin}
            <ul className="grid gap-4 lg:grid-cols-2">
              {items.map((round) => (
                <Entry key={round.id} round={round} slug={community.slug} />
              ))}
            </ul>
          </div>
        );
      }}
    </Loaded>
  );
}

/** The funding rounds of a community. */
export function FundingPage() {
  const { slug } = useParams({ from: "/c/$slug/funding" });
  const { t } = useTranslation("funding");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => <Rounds community={community} />}
    </CommunityFrame>
  );
}
