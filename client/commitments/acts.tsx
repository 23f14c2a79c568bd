import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  answerCommitment,
  type Commitment,
  commitmentLimits,
  type ReviewOutcome,
  reportProgress,
  reviewCommitment,
  withdrawCommitment,
} from "#shared/contract/commitments.ts";
import { reviewOutcomes } from "#shared/commitments/index.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { commitmentQuery, refreshCommitments } from "./queries.ts";

interface ActProps {
  commitment: Commitment;
}

/** Sends something about a commitment; what is answered is shown at once. */
function useAct({ communityId, id: commitmentId }: Commitment, send: () => Promise<Commitment>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now) => {
      cache.setQueryData(commitmentQuery({ communityId, commitmentId }).queryKey, now);
    },
    onSettled: () => refreshCommitments(cache, communityId),
  });
}

const paramsOf = ({ communityId, id }: Commitment) => ({ communityId, commitmentId: id });

/** Yes or no of whom it was asked. */
export function Answer({ commitment }: ActProps) {
  const { t } = useTranslation("commitments");
  const [reason, setReason] = useState("");
  const [accept, setAccept] = useState(true);
  const { version } = commitment;
  const answer = useAct(commitment, () =>
    call(answerCommitment, { params: paramsOf(commitment), body: { accept, reason, version } }),
  );
  return (
    <Form error={answer.error} onSubmit={() => answer.mutate()} label={t("answer.title")}>
      <p className="font-medium">{t("answer.title")}</p>
      <TextArea
        name="reason"
        label={t("answer.reason")}
        rows={2}
        limit={commitmentLimits.words}
        dir="auto"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <FormActions>
        <Button
          type="submit"
          variant="primary"
          icon="check"
          busy={answer.isPending && accept}
          onClick={() => setAccept(true)}
        >
          {t("answer.yes")}
        </Button>
        <Button
          type="submit"
          variant="quiet"
          busy={answer.isPending && !accept}
          onClick={() => setAccept(false)}
        >
          {t("answer.no")}
        </Button>
      </FormActions>
    </Form>
  );
}

interface EvidenceFieldsProps {
  title: string;
  url: string;
  onChange: (changed: { title?: string; url?: string }) => void;
}

function EvidenceFields({ title, url, onChange }: EvidenceFieldsProps) {
  const { t } = useTranslation("commitments");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="evidence.title"
        required
        maxLength={200}
        dir="auto"
        label={t("report.evidence")}
        value={title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <TextField
        name="evidence.url"
        type="url"
        required
        dir="ltr"
        label={t("report.url")}
        value={url}
        onChange={({ target }) => onChange({ url: target.value })}
      />
    </div>
  );
}

/** How far it is, with a link to what shows that. */
export function Report({ commitment }: ActProps) {
  const { t } = useTranslation("commitments");
  const blank = { percent: String(commitment.progress), words: "", title: "", url: "" };
  const [draft, setDraft] = useState(blank);
  const { percent, words, title, url } = draft;
  const report = useAct(commitment, async () => {
    const body = { percent: Number(percent), words, evidence: { title, url } };
    const now = await call(reportProgress, { params: paramsOf(commitment), body });
    setDraft({ ...blank, percent });
    return now;
  });
  const change = (more: Partial<typeof blank>) => setDraft({ ...draft, ...more });
  return (
    <Form error={report.error} onSubmit={() => report.mutate()} label={t("report.title")}>
      <p className="font-medium">{t("report.title")}</p>
      <TextField
        name="percent"
        type="number"
        min={0}
        max={100}
        required
        className="max-w-40"
        label={t("report.percent")}
        value={percent}
        onChange={({ target }) => change({ percent: target.value })}
      />
      <TextArea
        name="words"
        label={t("report.words")}
        required
        limit={commitmentLimits.words}
        dir="auto"
        value={words}
        onChange={({ target }) => change({ words: target.value })}
      />
      <EvidenceFields title={title} url={url} onChange={change} />
      <FormActions>
        <Button type="submit" variant="primary" busy={report.isPending}>
          {t("report.send")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** What came of it, by somebody else than who promised it. */
export function Review({ commitment }: ActProps) {
  const { t } = useTranslation("commitments");
  const [outcome, setOutcome] = useState<ReviewOutcome>(reviewOutcomes[0]);
  const [words, setWords] = useState("");
  const [reopens, setReopens] = useState(false);
  const { version, can } = commitment;
  const mayReopen = can.reopen && outcome !== "worked";
  const review = useAct(commitment, () =>
    call(reviewCommitment, {
      params: paramsOf(commitment),
      body: { outcome, words, reopens: mayReopen && reopens, version },
    }),
  );
  return (
    <Form error={review.error} onSubmit={() => review.mutate()} label={t("review.title")}>
      <RadioGroup
        required
        name="outcome"
        label={t("review.title")}
        value={outcome}
        onChange={setOutcome}
        choices={reviewOutcomes.map((value) => ({
          value,
          label: t(`outcome.${value}`),
          hint: t(`review.hint.${value}`),
        }))}
      />
      <TextArea
        name="words"
        label={t("review.words")}
        required
        limit={commitmentLimits.words}
        dir="auto"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {mayReopen && (
        <Checkbox
          name="reopens"
          label={t("review.reopens")}
          checked={reopens}
          onChange={({ target }) => setReopens(target.checked)}
        />
      )}
      <FormActions>
        <Button type="submit" variant="primary" busy={review.isPending}>
          {t("review.send")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Takes back what nobody has said yes to. */
export function Withdraw({ commitment }: ActProps) {
  const { t } = useTranslation("commitments");
  const withdraw = useAct(commitment, () =>
    call(withdrawCommitment, { params: paramsOf(commitment) }),
  );
  return (
    <Form error={withdraw.error} onSubmit={() => withdraw.mutate()}>
      <Button type="submit" variant="quiet" icon="withdraw" busy={withdraw.isPending}>
        {t("withdraw")}
      </Button>
    </Form>
  );
}
