import { useTranslation } from "react-i18next";
import { type Claim, type ClaimKind, maxClaimLength } from "#shared/contract/claims.ts";
import { Conflict } from "../../ui/conflict.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { type Begun, useBegun } from "../../ui/use-begun.ts";
import { useDraft, useKeptVersion, waysOut } from "../drafts.ts";
import { useEditClaim } from "../use-writes.ts";
import { AssumptionBox } from "./assumption-box.tsx";
import { sendOnEnter } from "./claim-composer.tsx";
import { useOutline } from "./outline-context.ts";

interface EditFormProps {
  claim: Claim;
  begun: Begun<Claim, string>;
}

interface EditDraft {
  readonly text: string;
  readonly kind: ClaimKind;
  /** The version that is being reworded. */
  readonly version: number;
}

export const nameOfEdit = (id: string) => `edit.${id}`;

function useEdit({ at, words }: EditFormProps["begun"]) {
  const { leaveTask } = useOutline();
  const edit = useEditClaim();
  const draft = useDraft<EditDraft>(nameOfEdit(at.id), {
    text: words,
    kind: at.kind ?? "claim",
    version: at.version,
  });
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
  return { edit, draft, submit };
}

function EditForm({ claim, begun }: EditFormProps) {
  const { t } = useTranslation("debates");
  const { leaveTask } = useOutline();
  const { edit, draft, submit } = useEdit(begun);
  const isOvertaken = begun.isOvertaken(edit);
  const { text, kind } = draft.value;
  return (
    <Form error={isOvertaken ? null : edit.error} onSubmit={submit} className="space-y-3!">
      {isOvertaken && (
        <Conflict
          theirs={[claim.text]}
          mine={[text]}
          {...waysOut({ draft, begun, latest: claim, mine: text })}
        />
      )}
      <TextArea
        name="text"
        label={t("edit.claim")}
        hint={t("edit.hint")}
        required
        serif
        autoFocus
        dir="auto"
        rows={2}
        minLength={3}
        limit={maxClaimLength}
        value={text}
        onKeyDown={sendOnEnter}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      <AssumptionBox kind={kind} onChange={(chosen) => draft.set({ kind: chosen })} />
      <SubmitOrCancel
        label={t("outline.save")}
        busy={edit.isPending}
        disabled={isOvertaken}
        onCancel={leaveTask}
      />
    </Form>
  );
}

/** Rewords a claim of one's own. */
export function EditClaim({ claim }: { claim: Claim }) {
  const keptVersion = useKeptVersion(nameOfEdit(claim.id));
  const begun = useBegun(claim, ({ text }) => text, keptVersion);
  return <EditForm key={begun.at.version} claim={claim} begun={begun} />;
}
