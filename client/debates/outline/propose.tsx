import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { useDebate } from "../debate-context.ts";
import { useDraft } from "../drafts.ts";
import { useTyping } from "../use-typing.ts";
import { useAddPosition } from "../use-writes.ts";
import { PositionsSaidBefore } from "../similar/said-here.tsx";
import { PositionFields, type PositionWords } from "./position-fields.tsx";

const nothing: PositionWords = { title: "", text: "" };

function ProposeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const add = useAddPosition();
  const draft = useDraft(`position.${ids.debateId}`, nothing);
  const typing = useTyping(ids.debateId);
  const submit = () =>
    add.mutate(draft.value, {
      onSuccess: () => {
        draft.clear();
        onDone();
      },
    });
  return (
    <div
      data-write="propose"
      className="max-w-measure rounded-lg border border-line-strong bg-raised p-4"
    >
      <Form error={add.error} onSubmit={submit} className="space-y-3!">
        <PositionFields
          value={draft.value}
          onChange={(change) => {
            draft.set(change);
            typing();
          }}
        />
        <SubmitOrCancel label={t("position.submit")} busy={add.isPending} onCancel={onDone} />
      </Form>
      <PositionsSaidBefore text={draft.value.title} />
    </div>
  );
}

interface ProposeProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** Proposes one more answer, below those that are there. */
export function Propose({ isOpen, onOpen }: ProposeProps) {
  const { t } = useTranslation("debates");
  if (isOpen) return <ProposeForm onDone={() => onOpen(false)} />;
  return (
    <Button icon="plus" data-write="propose" onClick={() => onOpen(true)}>
      {t("position.propose")}
    </Button>
  );
}
