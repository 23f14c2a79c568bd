import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { DebateLink } from "../debates/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Fact } from "../ui/fact.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { Chances } from "./chances.tsx";
import { Computing } from "./computing.tsx";
import { Obstacle } from "./obstacle.tsx";
import type { PanelProps } from "./props.ts";
import { panelQuery } from "./queries.ts";
import { Quotas } from "./quota-figure.tsx";
import { Room } from "./room/room.tsx";
import { Invitation, Seats } from "./seats.tsx";
import { StageLine } from "./stage-line.tsx";
import { Steering } from "./steering.tsx";
import { VolunteerForm } from "./volunteer-form.tsx";
import { useWords } from "./words.ts";

function Facts({ panel, community }: PanelProps) {
  const { t, number } = useWords();
  const { seats, accepted, volunteers, rule, onePerHousehold, debateId, dueAt } = panel;
  const isDrawn = panel.stage === "drawn";
  return (
    <dl>
      <Fact term={t("fact.seats")}>
        {isDrawn
          ? t("fact.taken", { taken: number(accepted), seats: number(seats) })
          : number(seats)}
      </Fact>
      <Fact term={t("fact.volunteers")}>{number(volunteers)}</Fact>
      <Fact term={t("fact.rule")}>
        {t(`rule.${rule}`)} <span className="text-muted">{t(`ruleHint.${rule}`)}</span>
      </Fact>
      {onePerHousehold && <Fact term={t("fact.household")}>{t("fact.onePerHousehold")}</Fact>}
      {debateId !== null && (
        <Fact term={t("fact.about")}>
          <DebateLink
            slug={community.slug}
            communityId={community.id}
            debateId={debateId}
            fallback={t("fact.debate")}
          />
        </Fact>
      )}
      {dueAt !== null && (
        <Fact term={t("fact.dueAt")}>
          <Time value={dueAt} show="both" />
        </Fact>
      )}
    </dl>
  );
}

function Own({ panel, community }: PanelProps) {
  if (panel.can.volunteer) {
    return <VolunteerForm key={panel.id} panel={panel} community={community} />;
  }
  return panel.can.answer && panel.stage === "drawn" ? <Invitation panel={panel} /> : null;
}

function Check({ panel, community }: PanelProps) {
  const { t } = useWords();
  if (panel.listHash === null) return null;
  return (
    <section aria-labelledby="check-title" className="max-w-measure space-y-3">
      <h2 id="check-title" className="text-2xl">
        {t("check.title")}
      </h2>
      <p className="text-muted">{t("check.lead")}</p>
      <ButtonLink
        to="/c/$slug/panels/$panelId/draw"
        params={{ slug: community.slug, panelId: panel.id }}
        icon="check"
      >
        {t("check.go")}
      </ButtonLink>
    </section>
  );
}

/** The way to the report, which knows what members declared of themselves. */
function Represented({ panel, community }: PanelProps) {
  const { t } = useWords();
  return (
    <p>
      <Link
        to="/c/$slug/representation"
        params={{ slug: community.slug }}
        search={{ population: "panel", id: panel.id }}
        className="link"
      >
        {t("represented")}
      </Link>
    </p>
  );
}

function Whole({ panel, community }: PanelProps) {
  const { t } = useWords();
  const isTold = panel.can.manage || panel.can.answer;
  return (
    <div className="space-y-10">
      <Card as="section" className="space-y-6">
        <StageLine panel={panel} />
        {panel.stage === "computing" && <Computing panel={panel} />}
        <Markdown source={panel.purpose} className="max-w-measure" />
        <Facts panel={panel} community={community} />
      </Card>
      {panel.obstacle && <Obstacle obstacle={panel.obstacle} seats={panel.seats} />}
      <Own panel={panel} community={community} />
      {panel.can.manage && panel.stage === "registering" && <Steering panel={panel} />}
      {panel.stage === "drawn" && <Room panel={panel} community={community} />}
      <Quotas panel={panel} />
      {panel.stage === "drawn" && <Represented panel={panel} community={community} />}
      <Chances panel={panel} />
      {panel.stage === "drawn" && isTold && <Seats panel={panel} />}
      <Check panel={panel} community={community} />
      <p>
        <Link to="/c/$slug/panels" params={{ slug: community.slug }} className="link">
          {t("all")}
        </Link>
      </p>
    </div>
  );
}

function PanelOf({ community, panelId }: { community: Community; panelId: string }) {
  const query = useQuery(panelQuery({ communityId: community.id, panelId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(panel) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={panel.title} />
          <Whole panel={panel} community={community} />
        </div>
      )}
    </Loaded>
  );
}

/** One panel: who is wanted, how it is drawn, and who was. */
export function PanelPage() {
  const { slug, panelId } = useParams({ from: "/c/$slug/panels/$panelId" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <PanelOf community={community} panelId={panelId} />}
    </Loaded>
  );
}
