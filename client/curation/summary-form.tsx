import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { maxSummaryLength, saveSummary } from "#shared/contract/curation.ts";
import { claimLink } from "#shared/curation/claim-links.ts";
import { useDebate, useDraft, useKeptVersion, waysOut } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Conflict } from "../ui/conflict.tsx";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { type Begun, useBegun } from "../ui/use-begun.ts";
import { ClaimPicker } from "./claim-picker.tsx";
import { keepSummary } from "./queries.ts";
import { useCuration } from "./use-curation.ts";

interface Words {
  readonly version: number;
  readonly text: string;
}

const textOf = ({ text }: Words) => text;
const nameOfDraft = (debateId: string) => `summary.${debateId}`;

interface WordsFieldProps {
  text: string;
  onChange: (text: string) => void;
}

/** The text, and links to claims put where one writes. */
function WordsField({ text, onChange }: WordsFieldProps) {
  const { t } = useTranslation("curation");
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const insert = (link: string) => {
    const from = area.current?.selectionStart ?? text.length;
    const to = area.current?.selectionEnd ?? from;
    onChange(text.slice(0, from) + link + text.slice(to));
    setIsPicking(false);
    // Once the words are there, one goes on writing behind them.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from + link.length, from + link.length);
    });
  };
  return (
    <>
      <TextArea
        ref={area}
        name="text"
        label={t("summary.label")}
        hint={t("summary.hint")}
        required
        serif
        dir="auto"
        rows={8}
        autoFocus
        limit={maxSummaryLength}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {isPicking ? (
        <ClaimPicker
          onPick={({ id, text: words }) => insert(claimLink(words, id))}
          onLeave={() => setIsPicking(false)}
        />
      ) : (
        <Button size="small" icon="link" onClick={() => setIsPicking(true)}>
          {t("summary.insert")}
        </Button>
      )}
    </>
  );
}

interface EditProps {
  begun: Begun<Words, string>;
  latest: Words;
  onLeave: () => void;
}

function Edit({ begun, latest, onLeave }: EditProps) {
  const { t } = useTranslation("curation");
  const queries = useQueryClient();
  const { ids } = useDebate();
  const { at } = begun;
  const draft = useDraft<Words>(nameOfDraft(ids.debateId), {
    text: begun.words,
    version: at.version,
  });
  const { text } = draft.value;
  const save = useMutation({
    mutationFn: () => call(saveSummary, { params: ids, body: { version: at.version, text } }),
    onSuccess: (summary) => {
      keepSummary(queries, ids, summary);
      draft.clear();
      onLeave();
    },
  });
  const isOvertaken = begun.isOvertaken(save);
  return (
    <Form
      error={isOvertaken ? null : save.error}
      onSubmit={() => save.mutate()}
      className="mt-3 space-y-4!"
    >
      {isOvertaken && (
        <Conflict
          theirs={[latest.text]}
          mine={[text]}
          {...waysOut({ draft, begun, latest, mine: text })}
        />
      )}
      <WordsField text={text} onChange={(words) => draft.set({ text: words })} />
      <SubmitOrCancel
        label={t("summary.save")}
        busy={save.isPending}
        disabled={isOvertaken}
        onCancel={onLeave}
      />
    </Form>
  );
}

/** Writes the summary anew, on top of what stands now. */
export function SummaryForm({ onLeave }: { onLeave: () => void }) {
  const summary = useCuration()?.summary;
  const latest: Words = summary ?? { version: 0, text: "" };
  const keptVersion = useKeptVersion(nameOfDraft(useDebate().ids.debateId));
  const begun = useBegun(latest, textOf, keptVersion);
  return <Edit key={begun.at.version} begun={begun} latest={latest} onLeave={onLeave} />;
}
