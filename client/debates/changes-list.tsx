import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { claimsRearranged, type listStructureChanges } from "#shared/contract/structure.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { BehindBlock } from "../blocks/public.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { Byline } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { useDebate } from "./debate-context.ts";
import { changesQuery } from "./queries.ts";
import { useUndo } from "./use-arrange.ts";

type Change = z.infer<(typeof listStructureChanges)["reply"]>["items"][number];

function Undo({ change }: { change: Change }) {
  const { t } = useTranslation("debates");
  const undo = useUndo();
  const errorText = useErrorText();
  if (!change.can.undo) return null;
  return (
    <Button
      size="small"
      icon="undo"
      busy={undo.isPending}
      onClick={() =>
        undo.mutate(change.id, {
          onError: (error) => toast({ ...errorText(error), tone: "danger" }),
        })
      }
    >
      {t("arrange.undo")}
    </Button>
  );
}

function Item({ change }: { change: Change }) {
  const nameOf = useNameOf();
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-t border-line py-3">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Byline person={change.actor} />
          <span>{t(`arrange.did.${change.kind}`)}</span>
          <Time value={change.at} />
        </p>
        <BehindBlock authorId={change.authorId} textId={change.claimId}>
          <Link
            to="/c/$slug/d/$debateId/arguments"
            params={{ slug, debateId: debate.id }}
            hash={`claim-${change.claimId}`}
            className="block max-w-measure font-serif no-underline hover:text-accent"
          >
            <bdi>{change.text || t("withdrawn.claim")}</bdi>
          </Link>
        </BehindBlock>
        {change.reason && (
          <p dir="auto" className="max-w-measure text-sm">
            {change.reason}
          </p>
        )}
        {change.undone && (
          <p className="text-sm text-muted">
            {change.undone.by
              ? t("arrange.undoneBy", { name: nameOf(change.undone.by) })
              : t("arrange.undoneByJury")}{" "}
            <Time value={change.undone.at} />
          </p>
        )}
      </div>
      <Undo change={change} />
    </li>
  );
}

/** How the argument was rearranged, by whom, and the way back. */
export function ChangesList() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const query = useInfiniteQuery(changesQuery(ids));
  useRoom(debateRoom(ids), [on(claimsRearranged, () => void query.refetch())]);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <details className="mb-6 rounded-lg border border-line px-card py-3">
      <summary className="w-fit font-medium">{t("arrange.history")}</summary>
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
