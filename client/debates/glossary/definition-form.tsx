import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Definition, maxMeaningLength, maxTermLength } from "#shared/contract/definitions.ts";
import { Conflict } from "../../ui/conflict.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Begun, useBegun } from "../../ui/use-begun.ts";
import { useDebate } from "../debate-context.ts";
import { type Draft, useDraft, useKeptVersion, waysOut } from "../drafts.ts";
import { useDefine, type Wording } from "./queries.ts";

const wordsOf = ({ term, text }: Wording): Wording => ({ term, text });
const nameOfDraft = (id: string) => `definition.${id}`;

interface FieldsProps {
  value: Wording;
  onChange: (change: Partial<Wording>) => void;
}

function Fields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation("debates");
  return (
    <>
      <TextField
        name="term"
        label={t("glossary.term")}
        required
        autoFocus
        dir="auto"
        minLength={2}
        maxLength={maxTermLength}
        value={value.term}
        onChange={(event) => onChange({ term: event.target.value })}
      />
      <TextArea
        name="text"
        label={t("glossary.meaning")}
        hint={t("glossary.meaningHint")}
        required
        dir="auto"
        rows={2}
        minLength={3}
        limit={maxMeaningLength}
        value={value.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </>
  );
}

interface DefinitionFormProps {
  draft: Draft<Wording>;
  define: ReturnType<typeof useDefine>;
  submitLabel: string;
  /** Somebody changed it meanwhile: both wordings, to choose from first. */
  conflict?: ReactNode;
  onDone: () => void;
}

/** A word and what it means here. What is unsent is kept. */
function DefinitionForm({ draft, define, submitLabel, conflict, onDone }: DefinitionFormProps) {
  const isOvertaken = Boolean(conflict);
  const submit = () =>
    define.mutate(wordsOf(draft.value), {
      onSuccess: () => {
        draft.clear();
        onDone();
      },
    });
  return (
    <Form error={isOvertaken ? null : define.error} onSubmit={submit} className="space-y-3!">
      {conflict}
      <Fields value={draft.value} onChange={draft.set} />
      <SubmitOrCancel
        label={submitLabel}
        busy={define.isPending}
        disabled={isOvertaken}
        onCancel={onDone}
      />
    </Form>
  );
}

export function AddDefinition({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const draft = useDraft<Wording>(nameOfDraft(ids.debateId), { term: "", text: "" });
  const form = { draft, define: useDefine(), submitLabel: t("glossary.submit"), onDone };
  return <DefinitionForm {...form} />;
}

interface EditDefinitionProps {
  definition: Definition;
  onDone: () => void;
}

interface RewordingProps extends EditDefinitionProps {
  begun: Begun<Definition, Wording>;
}

function Rewording({ definition, begun, onDone }: RewordingProps) {
  const { t } = useTranslation("debates");
  const { at, words } = begun;
  const draft = useDraft(nameOfDraft(at.id), { ...words, version: at.version });
  const { term, text } = draft.value;
  const define = useDefine(at);
  const form = { draft, define, submitLabel: t("outline.save"), onDone };
  return (
    <DefinitionForm
      {...form}
      conflict={
        begun.isOvertaken(define) && (
          <Conflict
            theirs={[definition.term, definition.text]}
            mine={[term, text]}
            {...waysOut({ draft, begun, latest: definition, mine: { term, text } })}
          />
        )
      }
    />
  );
}

/** Rewords a definition; who is overtaken sees both wordings. */
export function EditDefinition({ definition, onDone }: EditDefinitionProps) {
  const keptVersion = useKeptVersion(nameOfDraft(definition.id));
  const begun = useBegun(definition, wordsOf, keptVersion);
  return <Rewording key={begun.at.version} definition={definition} begun={begun} onDone={onDone} />;
}
