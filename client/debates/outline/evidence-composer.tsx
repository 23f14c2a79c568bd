import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Evidence } from "#shared/contract/evidence.ts";
import { Conflict } from "../../ui/conflict.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { type Begun, useBegun } from "../../ui/use-begun.ts";
import { useDebate } from "../debate-context.ts";
import { type Draft, useDraft, useKeptVersion, waysOut } from "../drafts.ts";
import { useTyping } from "../use-typing.ts";
import { type Source, useAddEvidence, useEditEvidence } from "../use-writes.ts";
import { EvidenceFields, noSource } from "./evidence-fields.tsx";
import { useOutline, useRowHere } from "./outline-context.ts";

interface SourceFormProps {
  draft: Draft<Source>;
  error: unknown;
  busy: boolean;
  submitLabel: string;
  /** Somebody changed it meanwhile: both versions, to choose from first. */
  conflict?: ReactNode;
  onSubmit: () => void;
}

function SourceForm({ draft, conflict, ...form }: SourceFormProps) {
  const { leaveTask } = useOutline();
  const { task } = useRowHere();
  const typing = useTyping(task?.nodeId ?? "");
  const isOvertaken = Boolean(conflict);
  return (
    <Form error={isOvertaken ? null : form.error} onSubmit={form.onSubmit} className="space-y-3!">
      {conflict}
      <EvidenceFields
        value={draft.value}
        onChange={(change) => {
          draft.set(change);
          typing();
        }}
      />
      <SubmitOrCancel
        label={form.submitLabel}
        busy={form.busy}
        disabled={isOvertaken}
        onCancel={leaveTask}
      />
    </Form>
  );
}

/** Forgets what was sent, and leaves. */
function useDone(draft: Pick<Draft<Source>, "clear">) {
  const { leaveTask } = useOutline();
  return {
    onSuccess: () => {
      draft.clear();
      leaveTask();
    },
  };
}

function NewSource({ claimId }: { claimId: string }) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const add = useAddEvidence(claimId);
  const draft = useDraft<Source>(`evidence.${ids.debateId}.${claimId}`, noSource);
  const done = useDone(draft);
  return (
    <SourceForm
      draft={draft}
      error={add.error}
      busy={add.isPending}
      submitLabel={t("evidence.submit")}
      onSubmit={() => add.mutate(draft.value, done)}
    />
  );
}

type SourceDraft = Source & { readonly version: number };

const nameOfCorrection = (evidenceId: string) => `evidence.${evidenceId}`;

const wordsOf = ({ kind, url, title, publisher, publishedOn, quote }: Source): Source => ({
  kind,
  url,
  title,
  publisher,
  publishedOn,
  quote,
});

/** A source in a few lines, for who compares two versions of it. */
const linesOf = ({ title, url, publisher = "", publishedOn, quote = "" }: Source): string[] =>
  [title, url, publisher, publishedOn ?? "", quote].filter((line) => line !== "");

interface CorrectionProps {
  source: Evidence;
  begun: Begun<Evidence, Source>;
}

function Correction({ source, begun }: CorrectionProps) {
  const { t } = useTranslation("debates");
  const { at, words } = begun;
  const edit = useEditEvidence(at.id);
  const draft = useDraft<SourceDraft>(nameOfCorrection(at.id), { ...words, version: at.version });
  const done = useDone(draft);
  return (
    <SourceForm
      draft={draft}
      error={edit.error}
      busy={edit.isPending}
      submitLabel={t("outline.save")}
      conflict={
        begun.isOvertaken(edit) && (
          <Conflict
            theirs={linesOf(source)}
            mine={linesOf(draft.value)}
            {...waysOut({ draft, begun, latest: source, mine: wordsOf(draft.value) })}
          />
        )
      }
      onSubmit={() => edit.mutate({ ...wordsOf(draft.value), version: at.version }, done)}
    />
  );
}

function KnownSource({ source }: { source: Evidence }) {
  const keptVersion = useKeptVersion(nameOfCorrection(source.id));
  const begun = useBegun(source, wordsOf, keptVersion);
  return <Correction key={begun.at.version} source={source} begun={begun} />;
}

interface EvidenceComposerProps {
  claimId: string;
  /** The source that is corrected; a new one without it. */
  evidenceId?: string;
}

/** Attaches a source to a claim, or corrects one. */
export function EvidenceComposer({ claimId, evidenceId }: EvidenceComposerProps) {
  const { evidence } = useOutline();
  if (evidenceId === undefined) return <NewSource claimId={claimId} />;
  const source = evidence.get(claimId)?.find(({ id }) => id === evidenceId);
  return source && <KnownSource key={source.id} source={source} />;
}
