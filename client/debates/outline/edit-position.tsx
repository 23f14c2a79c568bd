import { useTranslation } from "react-i18next";
import type { Position } from "#shared/contract/claims.ts";
import { Conflict } from "../../ui/conflict.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { type Begun, useBegun } from "../../ui/use-begun.ts";
import { useDraft, useKeptVersion, waysOut } from "../drafts.ts";
import type { PositionText } from "../first-positions.tsx";
import { useEditPosition } from "../use-writes.ts";
import { nameOfEdit } from "./edit-claim.tsx";
import { useOutline } from "./outline-context.ts";
import { PositionFields } from "./position-fields.tsx";

const wordsOf = ({ title, text }: PositionText): PositionText => ({ title, text });

interface EditFormProps {
  position: Position;
  begun: Begun<Position, PositionText>;
}

function EditForm({ position, begun }: EditFormProps) {
  const { t } = useTranslation("debates");
  const { leaveTask } = useOutline();
  const edit = useEditPosition();
  const { at, words } = begun;
  const isOvertaken = begun.isOvertaken(edit);
  const draft = useDraft(nameOfEdit(at.id), { ...words, version: at.version });
  const submit = () =>
    edit.mutate(
      { ...draft.value, id: at.id, version: at.version },
      {
        onSuccess: () => {
          draft.clear();
          leaveTask();
        },
      },
    );
  return (
    <Form error={isOvertaken ? null : edit.error} onSubmit={submit} className="space-y-3!">
      {isOvertaken && (
        <Conflict
          theirs={[position.title, position.text]}
          mine={[draft.value.title, draft.value.text]}
          {...waysOut({ draft, begun, latest: position, mine: wordsOf(draft.value) })}
        />
      )}
      <PositionFields value={draft.value} onChange={draft.set} />
      <SubmitOrCancel
        label={t("outline.save")}
        busy={edit.isPending}
        disabled={isOvertaken}
        onCancel={leaveTask}
      />
    </Form>
  );
}

/** Rewords a position of one's own. */
export function EditPosition({ position }: { position: Position }) {
  const keptVersion = useKeptVersion(nameOfEdit(position.id));
  const begun = useBegun(position, wordsOf, keptVersion);
  return <EditForm key={begun.at.version} position={position} begun={begun} />;
}
