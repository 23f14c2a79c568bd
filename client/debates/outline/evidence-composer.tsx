import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { useDebate } from "../debate-context.ts";
import { useDraft } from "../drafts.ts";
import { useTyping } from "../use-typing.ts";
import { type Source, useAddEvidence, useEditEvidence } from "../use-writes.ts";
import { EvidenceFields, noSource } from "./evidence-fields.tsx";
import { useOutline } from "./outline-context.ts";

interface SourceFormProps {
  /** Under which name the unsent words are kept. */
  draftName: string;
  first: Source;
  error: unknown;
  busy: boolean;
  submitLabel: string;
  /** Calls `done` once it is sent. */
  onSubmit: (source: Source, done: () => void) => void;
}

function SourceForm(props: SourceFormProps) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask, state } = useOutline();
  const draft = useDraft<Source>(props.draftName, props.first);
  const typing = useTyping(state.task?.nodeId ?? "");
  const done = () => {
    draft.clear();
    leaveTask();
  };
  return (
    <Form
      error={props.error}
      onSubmit={() => props.onSubmit(draft.value, done)}
      className="space-y-3!"
    >
      <EvidenceFields
        value={draft.value}
        onChange={(change) => {
          draft.set(change);
          typing();
        }}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={props.busy}>
          {props.submitLabel}
        </Button>
        <Button variant="quiet" onClick={leaveTask}>
          {t("ui:cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

function NewSource({ claimId }: { claimId: string }) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const add = useAddEvidence(claimId);
  return (
    <SourceForm
      draftName={`evidence.${ids.debateId}.${claimId}`}
      first={noSource}
      error={add.error}
      busy={add.isPending}
      submitLabel={t("evidence.submit")}
      onSubmit={(source, done) => add.mutate(source, { onSuccess: done })}
    />
  );
}

function KnownSource({ claimId, evidenceId }: { claimId: string; evidenceId: string }) {
  const { t } = useTranslation("debates");
  const { evidence } = useOutline();
  const edit = useEditEvidence(evidenceId);
  const source = evidence.get(claimId)?.find(({ id }) => id === evidenceId);
  if (!source) return null;
  const { kind, url, title, publisher, publishedOn, quote, version } = source;
  return (
    <SourceForm
      draftName={`evidence.${evidenceId}.${version}`}
      first={{ kind, url, title, publisher, publishedOn, quote }}
      error={edit.error}
      busy={edit.isPending}
      submitLabel={t("outline.save")}
      onSubmit={(change, done) => edit.mutate({ ...change, version }, { onSuccess: done })}
    />
  );
}

interface EvidenceComposerProps {
  claimId: string;
  /** The source that is corrected; a new one without it. */
  evidenceId?: string;
}

/** Attaches a source to a claim, or corrects one. */
export function EvidenceComposer({ claimId, evidenceId }: EvidenceComposerProps) {
  return evidenceId === undefined ? (
    <NewSource claimId={claimId} />
  ) : (
    <KnownSource key={evidenceId} claimId={claimId} evidenceId={evidenceId} />
  );
}
