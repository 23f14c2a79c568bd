import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CurationChange, curationChanged, summaryChanged } from "#shared/contract/curation.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { BehindBlock } from "../blocks/public.ts";
import { useDebate } from "../debates/public.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { Byline } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Time } from "../ui/time.tsx";
import { curationChangesQuery } from "./queries.ts";
import { useCurate } from "./use-curation.ts";

/** What was done, as a word: where something was set, and where it was taken away. */
const deeds: Record<CurationChange["kind"], readonly [string, string]> = {
  facilitator: ["named", "dismissed"],
  pin: ["pinned", "unpinned"],
  tags: ["tagged", "untagged"],
  order: ["ordered", "unordered"],
  pro: ["strongest_pro", "unmarked"],
  con: ["strongest_con", "unmarked"],
  summary: ["summary", "summary"],
};

const deedOf = ({ kind, after }: CurationChange) => deeds[kind][after.length > 0 ? 0 : 1];

function About({ change }: { change: CurationChange }) {
  const { slug, ids } = useDebate();
  const { text, claimId, authorId } = change;
  if (text === "") return null;
  if (!claimId) return <p dir="auto">{text}</p>;
  return (
    <BehindBlock authorId={authorId ?? undefined} textId={claimId}>
      <Link
        to="/c/$slug/d/$debateId/arguments"
        params={{ slug, debateId: ids.debateId }}
        hash={`claim-${claimId}`}
        className="block max-w-measure font-serif no-underline hover:text-accent"
      >
        <bdi>{text}</bdi>
      </Link>
    </BehindBlock>
  );
}

function Item({ change }: { change: CurationChange }) {
  const { t, i18n } = useTranslation("curation");
  const curate = useCurate();
  const { kind, after } = change;
  const values = kind === "tags" || kind === "summary" ? after : [];
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-t border-line py-3">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Byline person={change.actor} />
          <span>
            {t(`did.${deedOf(change)}`, {
              values: new Intl.ListFormat(i18n.language).format(values),
            })}
          </span>
          <Time value={change.at} />
        </p>
        <About change={change} />
        {change.undone && (
          <p className="text-sm text-muted">
            {t("undoneBy", { name: change.undone.by.name })} <Time value={change.undone.at} />
          </p>
        )}
      </div>
      {change.can.undo && (
        <Button
          size="small"
          icon="undo"
          busy={curate.isPending}
          onClick={() => curate.mutate({ do: "undo", changeId: change.id })}
        >
          {t("undo")}
        </Button>
      )}
    </li>
  );
}

/** How the debate was curated, by whom, and the way back. */
export function CurationList() {
  const { t } = useTranslation("curation");
  const { ids } = useDebate();
  const queries = useQueryClient();
  const query = useInfiniteQuery(curationChangesQuery(ids));
  const again = () =>
    void queries.invalidateQueries({ queryKey: curationChangesQuery(ids).queryKey });
  useRoom(debateRoom(ids), [on(curationChanged, again), on(summaryChanged, again)]);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <details className="mb-6 rounded-lg border border-line px-card py-3">
      <summary className="w-fit font-medium">{t("list")}</summary>
      <ol className="mt-3">
        {items.map((change) => (
          <Item key={change.id} change={change} />
        ))}
      </ol>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </details>
  );
}
