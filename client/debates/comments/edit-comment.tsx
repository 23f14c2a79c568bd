import { useTranslation } from "react-i18next";
import type { Comment } from "#shared/contract/comments.ts";
import { Conflict } from "../../ui/conflict.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { type Begun, useBegun } from "../../ui/use-begun.ts";
import { useDraft, useKeptVersion, waysOut } from "../drafts.ts";
import { MentionField, type Typed } from "./mention-field.tsx";
import { withIds, withNames } from "./mentions.ts";
import { useEditComment } from "./queries.ts";

interface EditCommentProps {
  comment: Comment;
  onLeave: () => void;
}

const typedOf = ({ text, mentions }: Comment): Typed => ({
  text: withNames(text, mentions),
  people: mentions,
});

type EditDraft = Typed & { readonly version: number };

const nameOfDraft = (id: string) => `edit-comment.${id}`;

function EditForm({
  comment,
  begun,
  onLeave,
}: EditCommentProps & { begun: Begun<Comment, Typed> }) {
  const { t } = useTranslation("debates");
  const { at, words } = begun;
  const edit = useEditComment(comment);
  const isOvertaken = begun.isOvertaken(edit);
  const draft = useDraft<EditDraft>(nameOfDraft(at.id), { ...words, version: at.version });
  const { text, people } = draft.value;
  const submit = () =>
    edit.mutate(
      { version: at.version, text: withIds(text, people) },
      {
        onSuccess: () => {
          draft.clear();
          onLeave();
        },
      },
    );
  return (
    <Form error={isOvertaken ? null : edit.error} onSubmit={submit} className="space-y-3!">
      {isOvertaken && (
        <Conflict
          theirs={[typedOf(comment).text]}
          mine={[text]}
          {...waysOut({ draft, begun, latest: comment, mine: { text, people } })}
        />
      )}
      <MentionField
        label={t("comment.edit")}
        autoFocus
        value={draft.value}
        onChange={draft.set}
        onSend={submit}
      />
      <SubmitOrCancel
        label={t("outline.save")}
        busy={edit.isPending}
        disabled={isOvertaken}
        onCancel={onLeave}
      />
    </Form>
  );
}

/** Rewords a comment of one's own. */
export function EditComment({ comment, onLeave }: EditCommentProps) {
  const keptVersion = useKeptVersion(nameOfDraft(comment.id));
  const begun = useBegun(comment, typedOf, keptVersion);
  return <EditForm key={begun.at.version} comment={comment} begun={begun} onLeave={onLeave} />;
}
