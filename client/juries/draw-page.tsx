import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { type Dispute, readDraw } from "#shared/contract/disputes.ts";
import { pathOf } from "#shared/contract/request.ts";
import type { DrawDocument } from "#shared/lottery/document.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { caseQuery, Part, useCaseTitle, useDisputesLive } from "../disputes/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TakeAlong } from "../ui/take-along.tsx";
import { placesOf } from "./bench.ts";
import { DrawInputs } from "./draw-inputs.tsx";
import { DrawPicture } from "./draw-picture.tsx";
import { DrawTable } from "./draw-table.tsx";
import { DrawWarnings } from "./draw-warnings.tsx";
import { drawQuery, entriesQuery } from "./queries.ts";
import { Recompute } from "./recompute.tsx";

interface DrawProps {
  slug: string;
  dispute: Dispute;
  document: DrawDocument;
}

/** The entry by which the pool was fixed before the draw. */
function usePoolEntry({ dispute, document }: Omit<DrawProps, "slug">) {
  const ids = { communityId: dispute.communityId, disputeId: dispute.id };
  const { data } = useQuery(entriesQuery(ids));
  return data?.find(
    ({ kind, payload }) => kind === "dispute.pool-fixed" && payload["level"] === document.level,
  );
}

/** The command that draws again, and the document that it reads. */
function Command({ document, poolHash }: { document: DrawDocument; poolHash: string | null }) {
  const { t } = useTranslation("juries");
  const { communityId, disputeId, level } = document;
  const path = pathOf(readDraw, { params: { communityId, disputeId }, query: { level } });
  const url = new URL(path, location.href).href;
  const command = `npm run draw -- '${url}'${poolHash === null ? "" : ` --pool ${poolHash}`}`;
  return (
    <TakeAlong
      lead={t("takeAlong.lead")}
      command={command}
      copy={t("takeAlong.copy")}
      download={t("takeAlong.download")}
      path={path}
      fileName={`draw-${disputeId.slice(0, 8)}-${level}.json`}
    />
  );
}

function Drawn({ slug, dispute, document }: DrawProps) {
  const { t } = useTranslation("juries");
  const entry = usePoolEntry({ dispute, document });
  const entered = entry?.payload["poolHash"];
  const poolHash = typeof entered === "string" ? entered : undefined;
  const level = dispute.levels.find((one) => one.level === document.level);
  const places = placesOf(document);
  return (
    <div className="space-y-12">
      <DrawWarnings warnings={level?.warnings ?? []} />
      <Part id="recompute" title={t("recompute.title")}>
        <Recompute task={{ document, poolHash }} />
      </Part>
      <Part id="inputs" title={t("inputs.title")}>
        <DrawInputs slug={slug} document={document} entry={entry} />
      </Part>
      <Part id="lot" title={t("picture.title")}>
        {places.length === 0 ? (
          <p className="text-muted">{t("picture.notYet")}</p>
        ) : (
          <>
            <p className="max-w-measure text-muted">{t("picture.lead")}</p>
            <DrawPicture places={places} />
            <DrawTable places={places} name={`draw ${document.level}`} />
          </>
        )}
      </Part>
      <Part id="take-along" title={t("takeAlong.title")}>
        <Command document={document} poolHash={poolHash ?? null} />
      </Part>
    </div>
  );
}

/** Where a case had several juries: the draw of each. */
function Levels({ slug, dispute, now }: { slug: string; dispute: Dispute; now: number }) {
  const { t } = useTranslation("juries");
  const drawn = dispute.levels.filter(({ poolHash }) => poolHash !== null);
  if (drawn.length < 2) return null;
  return (
    <nav aria-label={t("section.title")}>
      <ul className="flex flex-wrap gap-4">
        {drawn.map(({ level }) => (
          <li key={level}>
            <Link
              to="/c/$slug/disputes/$disputeId/draw"
              params={{ slug, disputeId: dispute.id }}
              search={{ level }}
              aria-current={level === now ? "page" : undefined}
              className="link aria-[current=page]:font-semibold"
            >
              {t("section.level", { level })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DrawOf({ community, dispute }: { community: Community; dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const { level: asked } = useSearch({ from: "/c/$slug/disputes/$disputeId/draw" });
  const last = dispute.levels.findLast(({ poolHash }) => poolHash !== null);
  const level = asked ?? last?.level ?? dispute.level;
  const { communityId, id: disputeId } = dispute;
  const isFixed = dispute.levels.some((one) => one.level === level && one.poolHash !== null);
  const query = useQuery({ ...drawQuery({ communityId, disputeId }, level), enabled: isFixed });
  const { slug } = community;
  if (!isFixed) {
    return (
      <EmptyState icon="clock" title={t("draw.notYet")}>
        {t("draw.notYetText")}
      </EmptyState>
    );
  }
  return (
    <>
      <Levels slug={slug} dispute={dispute} now={level} />
      <Loaded query={query}>
        {(document) => <Drawn slug={slug} dispute={dispute} document={document} />}
      </Loaded>
    </>
  );
}

function Whole({ community, disputeId }: { community: Community; disputeId: string }) {
  const { t } = useTranslation("juries");
  const { id: communityId, slug } = community;
  useDisputesLive(communityId);
  const titleOf = useCaseTitle();
  const query = useQuery(caseQuery({ communityId, disputeId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(dispute) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={t("draw.title")} />
          <div className="max-w-measure space-y-2">
            <p className="text-lg text-pretty text-muted">{t("draw.lead")}</p>
            <p>
              <Link to="/c/$slug/disputes/$disputeId" params={{ slug, disputeId }} className="link">
                {titleOf(dispute)}
              </Link>
            </p>
          </div>
          <DrawOf community={community} dispute={dispute} />
        </div>
      )}
    </Loaded>
  );
}

/** How a jury was drawn, so that anybody can draw it again. */
export function DrawPage() {
  const { slug, disputeId } = useParams({ from: "/c/$slug/disputes/$disputeId/draw" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <Whole community={community} disputeId={disputeId} />}
    </Loaded>
  );
}
