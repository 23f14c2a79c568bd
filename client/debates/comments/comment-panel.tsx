import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import { LockNote } from "../../moderation/public.ts";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useDebate } from "../debate-context.ts";
import { useOutline } from "../outline/outline-context.ts";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentEntry } from "./comment-entry.tsx";
import { commentsQuery, useTalkAt } from "./queries.ts";
import type { CommentPages } from "./talk.ts";
import { WellPut } from "./well-put.tsx";

function Comments({ list }: { list: CommentPages }) {
  const { t } = useTranslation("debates");
  const shown = list.pages.flatMap(({ items, mine }) =>
    items.map((comment) => ({ comment, isMine: mine.includes(comment.id) })),
  );
  if (shown.length === 0) return <p className="text-muted">{t("comment.none")}</p>;
  // Read downwards, as they were said.
  return (
    <ol>
      {shown.toReversed().map(({ comment, isMine }) => (
        <CommentEntry key={comment.id} comment={comment} isMine={isMine} />
      ))}
    </ol>
  );
}

/** What is said about a claim: it counts as nothing for or against it. */
export function CommentPanel({ claim }: { claim: Claim }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { ids, me } = useDebate();
  const { can, leaveTask } = useOutline();
  const query = useInfiniteQuery(commentsQuery(ids, claim.id));
  const { wellPut, isMine } = useTalkAt(claim.id);
  return (
    <section aria-label={t("comment.title")} className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">{t("comment.title")}</h3>
        <WellPut
          id={claim.id}
          claimId={claim.id}
          count={wellPut}
          isMine={isMine}
          may={can.rate && claim.authorId !== me?.id}
        />
      </div>
      <LockNote kind="comment" id={claim.id} />
      {query.hasNextPage && (
        <Button
          size="small"
          icon="up"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("comment.earlier")}
        </Button>
      )}
      <Loaded query={query}>{(list) => <Comments list={list} />}</Loaded>
      {can.rate ? (
        <CommentComposer claimId={claim.id} onLeave={leaveTask} />
      ) : (
        <Button size="small" autoFocus onClick={leaveTask}>
          {t("ui:close")}
        </Button>
      )}
    </section>
  );
}
