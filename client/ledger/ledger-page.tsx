import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { ledgerSigned } from "#shared/contract/ledger.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { NewItemsPill } from "../ui/new-items-pill.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { EntryRow } from "./entry-row.tsx";
import { HeadCard, SinceLastVisit } from "./head-card.tsx";
import { kindGroups } from "./kinds.ts";
import {
  entriesQuery,
  headQuery,
  type LedgerFilter,
  type SeenHead,
  witnessesQuery,
} from "./queries.ts";
import { remembered } from "./remembered.ts";
import { VerifyAll } from "./verify-all.tsx";
import { WitnessesPanel } from "./witnesses-panel.tsx";

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 space-y-3">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface ListProps {
  community: Community;
  seen: SeenHead | null;
}

function Filters({ filter, name, onChange }: FiltersProps) {
  const { t } = useTranslation("ledger");
  const { kind, actor, subject } = filter;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t("filter.kind")}
        value={kind ?? ""}
        onChange={({ target }) => onChange({ ...filter, kind: target.value || undefined })}
      >
        <option value="">{t("filter.all")}</option>
        {kindGroups.map((group) => (
          <option key={group} value={group}>
            {t(`group.${group}`)}
          </option>
        ))}
      </Select>
      {(actor ?? subject) !== undefined && (
        <span className="flex flex-wrap items-center gap-2 pb-1">
          {actor !== undefined && <Badge icon="person">{t("filter.by", { name })}</Badge>}
          {subject !== undefined && <Badge icon="filter">{t("filter.about")}</Badge>}
          <Button size="small" variant="quiet" icon="close" onClick={() => onChange({ kind })}>
            {t("filter.clear")}
          </Button>
        </span>
      )}
    </div>
  );
}

interface FiltersProps {
  filter: LedgerFilter;
  /** Of whose acts are shown. */
  name: string;
  onChange: (filter: LedgerFilter) => void;
}

function Entries({ community, seen }: ListProps) {
  const { t } = useTranslation("ledger");
  const { id: communityId, slug } = community;
  const filter = useSearch({ from: "/c/$slug/ledger" });
  const navigate = useNavigate({ from: "/c/$slug/ledger" });
  const cache = useQueryClient();
  const nameOf = useNameOf();
  const query = useInfiniteQuery(entriesQuery(communityId, filter));
  const narrow = (search: LedgerFilter) =>
    void navigate({ search, replace: true, resetScroll: false });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const people = new Map(pages.flatMap((page) => page.people.map((one) => [one.id, one])));
        const size = pages[0]?.size ?? 0;
        const by = filter.actor === undefined ? undefined : people.get(filter.actor);
        return (
          <div>
            <Filters filter={filter} name={by ? nameOf(by) : t("somebody")} onChange={narrow} />
            <NewItemsPill
              count={Math.max(0, (seen?.head?.size ?? 0) - size)}
              onShow={() =>
                void cache.resetQueries({ queryKey: ["ledger", communityId, "entries"] })
              }
            />
            {items.length === 0 ? (
              <EmptyState icon="history" title={t("none")} size="small">
                {t("none-detail")}
              </EmptyState>
            ) : (
              <ol className="mt-4">
                {items.map((listed) => (
                  <EntryRow
                    key={listed.entry.seq}
                    communityId={communityId}
                    slug={slug}
                    listed={listed}
                    people={people}
                    head={seen?.head ?? null}
                    onNarrow={(more) => narrow({ ...filter, ...more })}
                  />
                ))}
              </ol>
            )}
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

/** Reads what was signed anew, not what was done: that is asked for by who reads it. */
function useSignedNews(communityId: string): void {
  const cache = useQueryClient();
  const keeps = ["head", "witnesses"].map((part) => ["ledger", communityId, part]);
  const again = () => {
    for (const queryKey of keeps) {
      // What is being read for the first time would not be read again for this, and may not know of it.
      void cache.cancelQueries({ queryKey }).then(() => cache.invalidateQueries({ queryKey }));
    }
  };
  useRoom(communityRoom({ communityId }), [on(ledgerSigned, again)], { keeps });
}

function Head({ community }: { community: Community }) {
  const { t } = useTranslation("ledger");
  const { id: communityId } = community;
  useSignedNews(communityId);
  // What was remembered when the page was opened, before this visit took its place.
  const [before] = useState(() => remembered.read(communityId));
  const query = useQuery(headQuery(communityId));
  const witnesses = useQuery(witnessesQuery(communityId));
  const newest = useInfiniteQuery(entriesQuery(communityId, {}));
  const lastTime = newest.data?.pages[0]?.items[0]?.entry.time;
  return (
    <Loaded query={query}>
      {(seen) =>
        seen === null ? (
          <EmptyState icon="history" title={t("unsigned-yet")}>
            {t("unsigned-detail")}
          </EmptyState>
        ) : (
          <div className="space-y-10">
            <div className="space-y-4">
              <SinceLastVisit seen={seen} before={before} communityId={communityId} />
              {witnesses.data && (
                <HeadCard
                  seen={seen}
                  witnesses={witnesses.data}
                  lastTime={lastTime}
                  communityId={communityId}
                />
              )}
            </div>
            <Part title={t("all.title")}>
              <VerifyAll communityId={communityId} seen={seen} />
            </Part>
            <Part title={t("entries")}>
              <Entries community={community} seen={seen} />
            </Part>
            {witnesses.data && (
              <Part title={t("witnesses.title")}>
                <WitnessesPanel communityId={communityId} witnesses={witnesses.data} />
              </Part>
            )}
            <Part title={t("means.title")}>
              <ul className="max-w-measure list-disc space-y-2 ps-5">
                {["proves", "hidden", "before", "two-histories", "truth"].map((what) => (
                  <li key={what}>{t(`means.${what}`)}</li>
                ))}
              </ul>
            </Part>
          </div>
        )
      }
    </Loaded>
  );
}

/** What a community did, entry by entry, and what it takes to check it. */
export function LedgerPage() {
  const { slug } = useParams({ from: "/c/$slug/ledger" });
  const { t } = useTranslation("ledger");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <Head community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
