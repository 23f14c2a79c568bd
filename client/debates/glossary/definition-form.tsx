import { useTranslation } from "react-i18next";
import { type Definition, maxMeaningLength, maxTermLength } from "#shared/contract/definitions.ts";
import { Button } from "../../ui/button.tsx";
import { Conflict } from "../../ui/conflict.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Begun, useBegun } from "../../ui/use-begun.ts";
import { useDebate } from "../debate-context.ts";
import { useDraft, useKeptVersion } from "../drafts.ts";
import { useDefine, type Wording } from "./queries.ts";

interface DefinitionFormProps {
  /** Absent where a word is defined for the first time. */
  definition?: Definition | undefined;
  begun?: Begun<Definition, Wording> | undefined;
  onDone: () => void;
}

const wordsOf = ({ term, text }: Wording): Wording => ({ term, text });
const nameOfDraft = (id: string) => `definition.${id}`;

interface DefinitionDraft extends Wording {
  /** The version that is being reworded; 0 where a word is defined for the first time. */
  readonly version: number;
}

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

/** A word and what it means here. What is unsent is kept. */
function DefinitionForm({ definition, begun, onDone }: DefinitionFormProps) {
  const { t } = useTranslation(["debates", "ui"]);
  const { ids } = useDebate();
  const define = useDefine(begun?.at);
  const draft = useDraft<DefinitionDraft>(nameOfDraft(begun?.at.id ?? ids.debateId), {
    ...(begun?.words ?? { term: "", text: "" }),
    version: begun?.at.version ?? 0,
  });
  const isOvertaken = begun?.isOvertaken ?? false;
  const submit = () =>
    define.mutate(wordsOf(draft.value), {
      onSuccess: () => {
        draft.clear();
        onDone();
      },
    });
  return (
    <Form error={isOvertaken ? null : define.error} onSubmit={submit} className="space-y-3!">
      {begun && definition && isOvertaken && (
        <Conflict
          theirs={[definition.term, definition.text]}
          mine={[draft.value.term, draft.value.text]}
          onKeepMine={() => {
            draft.set({ version: definition.version });
            begun.keep(wordsOf(draft.value));
          }}
          onTakeTheirs={() => {
            draft.clear();
            begun.takeTheirs();
          }}
        />
      )}
      <Fields value={draft.value} onChange={draft.set} />
      <FormActions>
        <Button type="submit" variant="primary" busy={define.isPending} disabled={isOvertaken}>
          {t(definition ? "outline.save" : "glossary.submit")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("ui:cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

export function AddDefinition({ onDone }: { onDone: () => void }) {
  return <DefinitionForm onDone={onDone} />;
}

/** Rewords a definition; who is overtaken sees both wordings. */
export function EditDefinition({
  definition,
  onDone,
}: {
  definition: Definition;
  onDone: () => void;
}) {
  const keptVersion = useKeptVersion(nameOfDraft(definition.id));
  const begun = useBegun(definition, wordsOf, keptVersion);
  return (
    <DefinitionForm key={begun.at.version} definition={definition} begun={begun} onDone={onDone} />
  );
}
