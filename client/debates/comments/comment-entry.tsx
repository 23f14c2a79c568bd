import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { Comment } from "#shared/contract/comments.ts";
import { BehindBlock } from "../../blocks/public.ts";
import { FlagButton, Moderated } from "../../moderation/public.ts";
import { Byline } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { useOutline } from "../outline/outline-context.ts";
import { CommentText } from "./comment-text.tsx";
import { EditComment } from "./edit-comment.tsx";
import { useWithdrawComment } from "./queries.ts";
import { WellPut } from "./well-put.tsx";

interface CommentEntryProps {
  comment: Comment;
  /** Whether the reader finds it well put. */
  isMine: boolean;
}

function OwnDeeds({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const { t } = useTranslation("debates");
  const withdraw = useWithdrawComment(comment);
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" icon="edit" onClick={onEdit}>
        {t("outline.edit")}
      </Button>
      <Button
        size="small"
        variant={asks ? "danger" : "quiet"}
        icon="withdraw"
        busy={withdraw.isPending}
        onClick={() => (asks ? withdraw.mutate() : setAsks(true))}
        onBlur={() => setAsks(false)}
      >
        {t(asks ? "comment.withdrawSure" : "outline.withdraw")}
      </Button>
      <Fault error={withdraw.error} />
    </>
  );
}

function Head({ comment }: { comment: Comment }) {
  const { t } = useTranslation("debates");
  const { author, createdAt, version } = comment;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <Byline person={author} />
      <Time value={createdAt} />
      {version > 1 && <span>{t("outline.edited")}</span>}
    </p>
  );
}

/** One comment, with what the reader can do about it. */
export function CommentEntry({ comment, isMine }: CommentEntryProps) {
  const { t } = useTranslation("debates");
  const { me } = useDebate();
  const { can } = useOutline();
  const [isEditing, setEditing] = useState(false);
  const isOwn = comment.author.id === me?.id;
  const subject = { kind: "comment" as const, id: comment.id };
  const moderated = { subject, mark: comment.moderation, authorId: comment.author.id };
  if (isOutOfSight(comment.moderation)) {
    return (
      <li className="border-t border-line py-3 first:border-t-0">
        <Head comment={comment} />
        <Moderated {...moderated} />
      </li>
    );
  }
  if (comment.withdrawnAt !== undefined) {
    return (
      <li className="border-t border-line py-3 text-muted italic first:border-t-0">
        {t("comment.withdrawn")}
      </li>
    );
  }
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <BehindBlock authorId={comment.author.id} textId={comment.id}>
        <div className="space-y-1">
          <Head comment={comment} />
          {isEditing ? (
            <EditComment comment={comment} onLeave={() => setEditing(false)} />
          ) : (
            <>
              <Moderated {...moderated}>
                <CommentText {...comment} />
              </Moderated>
              <div className="-ms-2.5 flex flex-wrap items-center">
                <WellPut
                  id={comment.id}
                  claimId={comment.claimId}
                  count={comment.wellPut}
                  isMine={isMine}
                  may={can.rate && !isOwn}
                />
                <FlagButton subject={subject} authorId={comment.author.id} />
                {can.rate && isOwn && (
                  <OwnDeeds comment={comment} onEdit={() => setEditing(true)} />
                )}
              </div>
            </>
          )}
        </div>
      </BehindBlock>
    </li>
  );
}
