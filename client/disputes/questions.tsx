import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  answerQuestion,
  type Dispute,
  disputeLimits,
  type JuryQuestion,
} from "#shared/contract/disputes.ts";
import { useDraft } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { caseKey, juryRoomQuery } from "./queries.ts";
import { Part, Said } from "./said.tsx";

interface QuestionProps {
  dispute: Dispute;
  question: JuryQuestion;
}

const noAnswer = { text: "" };

function AnswerForm({ dispute, question }: QuestionProps) {
  const { t } = useTranslation("disputes");
  const queries = useQueryClient();
  const { communityId, id: disputeId } = dispute;
  const draft = useDraft(`dispute.${disputeId}.answer.${question.id}`, noAnswer);
  const send = useMutation({
    mutationFn: () =>
      call(answerQuestion, {
        params: { communityId, disputeId, questionId: question.id },
        body: { text: draft.value.text },
      }),
    onSuccess: async () => {
      draft.clear();
      toast({ title: t("questions.sent"), tone: "good" });
      await queries.invalidateQueries({ queryKey: caseKey({ communityId, disputeId }) });
    },
  });
  return (
    <Form error={send.error} onSubmit={() => send.mutate()} className="mt-3">
      <TextArea
        name="text"
        label={t("questions.answer")}
        required
        dir="auto"
        limit={disputeLimits.statement}
        value={draft.value.text}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={send.isPending}>
          {t("questions.send")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Question({ dispute, question }: QuestionProps) {
  const { t } = useTranslation("disputes");
  const { by, to, text, at, answers, can } = question;
  return (
    <li className="space-y-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span className="font-semibold text-ink">{t("questions.by", { number: by.number })}</span>
        <span>{t(`questions.to.${to}`)}</span>
        <Time value={at} />
      </p>
      <Said>{text}</Said>
      {answers.map((answer) => (
        <div key={answer.side} className="border-s-3 border-line-strong ps-4">
          <p className="flex flex-wrap items-center gap-3">
            <Badge>{t(`side.${answer.side}`)}</Badge>
            <Time value={answer.at} className="text-sm text-muted" />
          </p>
          <Said>{answer.text}</Said>
        </div>
      ))}
      {can.answer && <AnswerForm dispute={dispute} question={question} />}
    </li>
  );
}

/** What jurors asked, and what the sides answered. */
export function Questions({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  const { communityId, id: disputeId } = dispute;
  const { data } = useQuery(juryRoomQuery({ communityId, disputeId }));
  const questions = data?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <Part id="questions" title={t("questions.title")}>
      <ol className="space-y-4">
        {questions.map((question) => (
          <Question key={question.id} dispute={dispute} question={question} />
        ))}
      </ol>
    </Part>
  );
}
