import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import type { ModerationItem, QueueFilter } from "#shared/contract/moderation.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { CaseView } from "./case-view.tsx";
import { isDetailed } from "./details.ts";
import { type Deed, keysOfDeeds } from "./desk-keys.ts";
import { FilterBar } from "./filter-bar.tsx";
import { ItemList } from "./item-list.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { itemsQuery } from "./queries.ts";
import { useClaim } from "./use-claim.ts";
import { useDeskKeys } from "./use-desk-keys.ts";
import { useModerationLive } from "./use-moderation-news.ts";

/** Which item is looked at: the one in the address. */
function useChosen() {
  const { slug } = useParams({ from: "/c/$slug/moderation" });
  const { item } = useSearch({ from: "/c/$slug/moderation" });
  const navigate = useNavigate();
  const choose = (id: string | undefined) =>
    void navigate({
      to: "/c/$slug/moderation",
      params: { slug },
      search: id === undefined ? {} : { item: id },
      replace: item !== undefined && id !== undefined,
      resetScroll: false,
    });
  return { chosenId: item, choose };
}

/** What is to be done about which items. */
interface Doing {
  readonly kind: ActionKind;
  readonly items: readonly ModerationItem[];
}

/** Items that are decided alike. */
function useMarked(items: readonly ModerationItem[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setIds((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return { marked: items.filter(({ id }) => ids.has(id)), toggle, clear: () => setIds(new Set()) };
}

/** What can be done about all of some items. */
const commonActs = (items: readonly ModerationItem[]): ActionKind[] => {
  const [first, ...rest] = items;
  const all = (first?.can.act ?? []).filter((kind) =>
    rest.every((item) => item.can.act.includes(kind)),
  );
  // Where each claim goes is said of each by itself.
  return rest.length > 0 ? all.filter((kind) => !isDetailed(kind)) : all;
};

function useDesk(community: Community, filter: QueueFilter) {
  const query = useInfiniteQuery(itemsQuery(community.id, filter));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { chosenId, choose } = useChosen();
  const chosen = items.find(({ id }) => id === chosenId);
  const marks = useMarked(items);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [helps, setHelps] = useState(false);
  const claim = useClaim(community);
  const act = (kind: ActionKind) => {
    const about = marks.marked.length > 0 ? marks.marked : chosen ? [chosen] : [];
    if (commonActs(about).includes(kind)) setDoing({ kind, items: about });
  };
  const step = (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === chosenId);
    const next = items[at === -1 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next) choose(next.id);
  };
  const press = (deed: Deed) => {
    if (deed === "next") return step(1);
    if (deed === "before") return step(-1);
    if (deed === "open") return document.getElementById("case")?.focus();
    if (deed === "leave") return choose(undefined);
    if (deed === "help") return setHelps(true);
    if (deed === "mark") return chosen && marks.toggle(chosen.id);
    if (deed === "claim") return chosen && claim.mutate(chosen);
    act(deed);
  };
  useDeskKeys(press);
  return { query, items, chosenId, choose, marks, doing, setDoing, helps, setHelps, act };
}

interface BatchProps {
  items: readonly ModerationItem[];
  act: (kind: ActionKind) => void;
  clear: () => void;
}

/** What can be done about all that is marked at once. */
function Batch({ items, act, clear }: BatchProps) {
  const { t } = useTranslation("moderation");
  if (items.length === 0) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft p-3">
      <span className="font-medium">{t("desk.marked", { count: items.length })}</span>
      {commonActs(items).map((kind) => (
        <Button key={kind} size="small" onClick={() => act(kind)}>
          {t(`do.${kind}`)}
        </Button>
      ))}
      <Button size="small" variant="quiet" onClick={clear}>
        {t("desk.unmark")}
      </Button>
    </div>
  );
}

function Empty() {
  const { t } = useTranslation("moderation");
  return (
    <EmptyState icon="check" title={t("desk.none")}>
      {t("desk.noneText")}
    </EmptyState>
  );
}

function Lead({ slug }: { slug: string }) {
  const { t } = useTranslation("moderation");
  return (
    <p className="text-muted">
      {t("desk.lead")}{" "}
      <Link to="/c/$slug/moderation/accountability" params={{ slug }} className="link">
        {t("desk.account")}
      </Link>
      {" · "}
      <Link to="/c/$slug/moderation/settings" params={{ slug }} className="link">
        {t("settings.title")}
      </Link>
    </p>
  );
}

const noFilter: QueueFilter = { status: "open" };

function Desk({ community }: { community: Community }) {
  const { t } = useTranslation("moderation");
  const [filter, setFilter] = useState(noFilter);
  useModerationLive(community.id);
  const desk = useDesk(community, filter);
  const { query, items, chosenId, marks, doing } = desk;
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Lead slug={community.slug} />
        <Button size="small" variant="quiet" onClick={() => desk.setHelps(true)}>
          {t("keys.title")} <kbd className="font-sans text-muted">?</kbd>
        </Button>
      </div>
      <FilterBar communityId={community.id} filter={filter} onChange={setFilter} />
      <Batch items={marks.marked} act={desk.act} clear={marks.clear} />
      <Loaded query={query}>
        {() => (
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(18rem,24rem)_1fr]">
            <div className={cx(chosenId !== undefined && "max-lg:hidden")}>
              {items.length === 0 ? (
                <Empty />
              ) : (
                <ItemList items={items} chosenId={chosenId} choose={desk.choose} marks={marks} />
              )}
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoad={() => void query.fetchNextPage()}
              />
            </div>
            {chosenId === undefined ? (
              items.length > 0 && <p className="p-4 text-muted max-lg:hidden">{t("desk.choose")}</p>
            ) : (
              <CaseView
                key={chosenId}
                community={community}
                itemId={chosenId}
                onLeave={() => desk.choose(undefined)}
                onAct={(kind, item) => desk.setDoing({ kind, items: [item] })}
              />
            )}
          </div>
        )}
      </Loaded>
      {doing && (
        <ActDialog
          community={community}
          kind={doing.kind}
          begun={doing.items}
          onClose={() => desk.setDoing(null)}
          onDone={marks.clear}
        />
      )}
      <KeysDialog open={desk.helps} onClose={() => desk.setHelps(false)} keys={keysOfDeeds} />
    </div>
  );
}

/** What waits for those who moderate. */
export function DeskPage() {
  const { slug } = useParams({ from: "/c/$slug/moderation" });
  const { t } = useTranslation("moderation");
  return (
    <CommunityFrame slug={slug} title={t("desk.title")}>
      {(community) => <Desk community={community} />}
    </CommunityFrame>
  );
}
