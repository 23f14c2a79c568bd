import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Button } from "../ui/button.tsx";
import { Conflict } from "../ui/conflict.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { type Begun, useBegun } from "../ui/use-begun.ts";
import { useWriteOutcome } from "./queries.ts";

interface EditorProps {
  decision: DecisionView;
  onDone: () => void;
}

interface WordsProps {
  text: string;
  isPreview: boolean;
  onChange: (text: string) => void;
}

/** The text as it is written, or as it will be read. */
function Words({ text, isPreview, onChange }: WordsProps) {
  const { t } = useTranslation("decisions");
  if (isPreview) return <Markdown source={text} />;
  return (
    <TextArea
      name="text"
      required
      serif
      rows={8}
      limit={10_000}
      maxLength={10_000}
      label={t("outcome.label")}
      hint={t("outcome.hint")}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** Writing begins at one version of the decision; if somebody else writes meanwhile, both texts are shown. */
function Writing({
  decision,
  onDone,
  begun,
}: EditorProps & { begun: Begun<DecisionView, string> }) {
  const { t } = useTranslation("decisions");
  const write = useWriteOutcome(decision);
  const [text, setText] = useState(begun.words);
  const [isPreview, setIsPreview] = useState(false);
  const isOvertaken = begun.isOvertaken(write);
  const submit = () =>
    write.mutate(
      { text: text.trim(), version: begun.at.version },
      {
        onSuccess: () => {
          toast({ title: t("outcome.saved"), tone: "good" });
          onDone();
        },
      },
    );
  return (
    <Form error={isOvertaken ? null : write.error} onSubmit={submit} label={t("outcome.title")}>
      {isOvertaken && (
        <Conflict
          theirs={[decision.outcome ?? ""]}
          mine={[text]}
          onKeepMine={() => begun.keep(text)}
          onTakeTheirs={begun.takeTheirs}
        />
      )}
      <Words text={text} isPreview={isPreview} onChange={setText} />
      <FormActions>
        {!isPreview && (
          <Button type="submit" variant="primary" busy={write.isPending} disabled={isOvertaken}>
            {t("outcome.save")}
          </Button>
        )}
        <Button onClick={() => setIsPreview(!isPreview)}>
          {t(isPreview ? "outcome.write-on" : "outcome.preview")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("outcome.leave")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Editor(props: EditorProps) {
  const begun = useBegun(props.decision, ({ outcome }) => outcome ?? "");
  return <Writing key={begun.at.version} begun={begun} {...props} />;
}

/** What the community makes of the result, in words; the count stays as it is. */
export function OutcomeText({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation("decisions");
  const id = useId();
  const [isEdited, setIsEdited] = useState(false);
  const { outcome, can } = decision;
  if (outcome === null && !can.writeOutcome) return null;
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h3 id={id} className="text-xl">
        {t("outcome.title")}
      </h3>
      {isEdited ? (
        <Editor decision={decision} onDone={() => setIsEdited(false)} />
      ) : (
        <>
          {outcome !== null && <Markdown source={outcome} />}
          {can.writeOutcome && (
            <Button icon="edit" onClick={() => setIsEdited(true)}>
              {t(outcome === null ? "outcome.start" : "outcome.edit")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
