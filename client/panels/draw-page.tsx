import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Community } from "#shared/contract/communities.ts";
import { readPanelTranscript } from "#shared/contract/panels.ts";
import { pathOf } from "#shared/contract/request.ts";
import type { PanelTranscript } from "#shared/sortition/transcript.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Fact } from "../ui/fact.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TakeAlong } from "../ui/take-along.tsx";
import type { PanelProps } from "./props.ts";
import { entriesQuery, panelQuery, transcriptQuery } from "./queries.ts";
import { Recompute } from "./recompute.tsx";
import { paramsOf } from "./use-act.ts";
import { useWords } from "./words.ts";

interface DrawProps extends PanelProps {
  document: PanelTranscript;
}

/** The hashes that the public ledger holds from before the draw; a list that was opened again counts no more. */
function useEntered({ panel }: Pick<PanelProps, "panel">) {
  const { data } = useQuery(entriesQuery(paramsOf(panel)));
  const fixed = data?.find(({ kind }) => kind === "panel.lottery-fixed");
  if (!fixed) return undefined;
  const { listHash, lotteryHash } = fixed.payload;
  return { listHash, lotteryHash };
}

function Inputs({ document }: Pick<DrawProps, "document">) {
  const { t, number } = useWords();
  const { list, listHash, lotteryHash, randomness, seed, number: drawn } = document;
  const code = (text: string) => <code className="font-mono text-xs break-all">{text}</code>;
  const waiting = <span className="text-muted">{t("inputs.notYet")}</span>;
  const source =
    randomness &&
    t(`inputs.${randomness.kind}`, {
      round: randomness.kind === "beacon" ? number(randomness.round) : "",
    });
  return (
    <dl className="max-w-3xl">
      <Fact term={t("inputs.list")}>
        {t("volunteers", { count: list.length, formatted: number(list.length) })}{" "}
        {listHash === null ? waiting : code(listHash)}
      </Fact>
      <Fact term={t("inputs.lottery")}>{lotteryHash === null ? waiting : code(lotteryHash)}</Fact>
      <Fact term={t("inputs.randomness")}>{source ?? waiting}</Fact>
      <Fact term={t("inputs.seed")}>{seed === null ? waiting : code(seed)}</Fact>
      <Fact term={t("inputs.number")}>{drawn === null ? waiting : number(drawn)}</Fact>
    </dl>
  );
}

/** The command that draws again, and the document that it reads. */
function Command({ document }: Pick<DrawProps, "document">) {
  const { t } = useWords();
  const { communityId, panelId, lotteryHash } = document;
  const path = pathOf(readPanelTranscript, { params: { communityId, panelId } });
  const url = new URL(path, location.href).href;
  const command = `npm run draw -- '${url}'${lotteryHash === null ? "" : ` --pool ${lotteryHash}`}`;
  return (
    <TakeAlong
      lead={t("takeAlong.lead")}
      command={command}
      copy={t("takeAlong.copy")}
      download={t("takeAlong.download")}
      path={path}
      fileName={`panel-${panelId.slice(0, 8)}.json`}
    />
  );
}

function Part({ id, children }: { id: "recompute" | "inputs" | "takeAlong"; children: ReactNode }) {
  const { t } = useWords();
  return (
    <section aria-labelledby={`${id}-title`} className="space-y-4">
      <h2 id={`${id}-title`} className="text-2xl">
        {t(`${id}.title`)}
      </h2>
      {children}
    </section>
  );
}

function Drawn({ panel, community, document }: DrawProps) {
  const { t } = useWords();
  const entered = useEntered({ panel });
  const memberId = community.me?.participantId;
  const own = memberId && panel.mine ? { memberId, told: panel.mine } : null;
  return (
    <div className="space-y-12">
      {document.randomness?.kind === "nonces" && <Banner tone="warn">{t("operatorAlone")}</Banner>}
      <Part id="recompute">
        <Recompute task={{ document, entered, spread: panel.spread, own }} />
      </Part>
      <Part id="inputs">
        <Inputs document={document} />
      </Part>
      <Part id="takeAlong">
        <Command document={document} />
      </Part>
    </div>
  );
}

function DrawOf({ panel, community }: PanelProps) {
  const { t } = useWords();
  const isFixed = panel.listHash !== null;
  const query = useQuery({ ...transcriptQuery(paramsOf(panel)), enabled: isFixed });
  if (!isFixed) {
    return (
      <EmptyState icon="clock" title={t("drawNotYet.title")}>
        {t("drawNotYet.text")}
      </EmptyState>
    );
  }
  return (
    <Loaded query={query}>
      {(document) => <Drawn panel={panel} community={community} document={document} />}
    </Loaded>
  );
}

function Whole({ community, panelId }: { community: Community; panelId: string }) {
  const { t } = useWords();
  const query = useQuery(panelQuery({ communityId: community.id, panelId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(panel) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={t("draw.title")} />
          <div className="max-w-measure space-y-2">
            <p className="text-lg text-pretty text-muted">{t("draw.lead")}</p>
            <p>
              <Link
                to="/c/$slug/panels/$panelId"
                params={{ slug: community.slug, panelId }}
                className="link"
              >
                <bdi>{panel.title}</bdi>
              </Link>
            </p>
          </div>
          <DrawOf panel={panel} community={community} />
        </div>
      )}
    </Loaded>
  );
}

/** How a panel was drawn, so that anybody can draw it again. */
export function PanelDrawPage() {
  const { slug, panelId } = useParams({ from: "/c/$slug/panels/$panelId/draw" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <Whole community={community} panelId={panelId} />}
    </Loaded>
  );
}
