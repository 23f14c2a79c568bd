import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";
import type { PanelProps } from "./props.ts";
import { panelsQuery } from "./queries.ts";
import { StageBadge } from "./stage-line.tsx";
import { useWords } from "./words.ts";

function Entry({ panel, community }: PanelProps) {
  const { t, number } = useWords();
  const { volunteers, mine } = panel;
  const params = { slug: community.slug, panelId: panel.id };
  return (
    <Card as="li" linked>
      <StageBadge panel={panel} />
      <h2 className="mt-2 text-xl">
        <Link to="/c/$slug/panels/$panelId" params={params} className="stretched">
          <bdi>{panel.title}</bdi>
        </Link>
      </h2>
      <p className="mt-1 tabular-nums">
        {t("seats", { count: panel.seats, formatted: number(panel.seats) })} ·{" "}
        {t("volunteers", { count: volunteers, formatted: number(volunteers) })}
      </p>
      {mine && (
        <p className="mt-1 text-sm text-muted">{t(mine.seat ? `mine.${mine.seat}` : "mine.in")}</p>
      )}
    </Card>
  );
}

function Panels({ community }: { community: Community }) {
  const { t } = useWords();
  const query = useQuery(panelsQuery(community.id));
  return (
    <Loaded query={query}>
      {({ items, can }) => {
        const begin = can.create && (
          <ButtonLink
            to="/c/$slug/panels/new"
            params={{ slug: community.slug }}
            icon="plus"
            variant="primary"
          >
            {t("new.go")}
          </ButtonLink>
        );
        if (items.length === 0) {
          return (
            <EmptyState icon="people" title={t("none.title")} action={begin}>
              {t("none.text")}
            </EmptyState>
          );
        }
        return (
          <div className="space-y-6">
            {begin}
            <ul className="grid gap-4 lg:grid-cols-2">
              {items.map((panel) => (
                <Entry key={panel.id} panel={panel} community={community} />
              ))}
            </ul>
          </div>
        );
      }}
    </Loaded>
  );
}

/** The panels of a community. */
export function PanelsPage() {
  const { slug } = useParams({ from: "/c/$slug/panels" });
  const { t } = useWords();
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <Panels community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
