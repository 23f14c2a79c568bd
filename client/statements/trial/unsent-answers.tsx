import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { respond, type Statement } from "#shared/contract/statements.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Fault } from "../../ui/fault.tsx";
import { toast } from "../../ui/toast.ts";
import { beginAnew, keepResponse } from "../queries.ts";
import { responses } from "../response-buttons.tsx";
import { forgetAnswer, type KeptAnswer, useKeptAnswers } from "./kept-answers.ts";
import { answeredQuery } from "./queries.ts";

interface Place {
  readonly communityId: string;
  /** Where one debate is shown; else the answers in all of the community's. */
  readonly debateId?: string;
  readonly slug: string;
  readonly isMember: boolean;
}

const wordOf = (value: number) => responses.find((one) => one.value === value)?.word ?? "pass";

/** What is dealt with is gone, and the button under the finger with it: one goes on at the page's beginning. */
function dismiss(statementId: string): void {
  document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  forgetAnswer(statementId);
}

/** Sends one kept answer, and keeps it no longer. */
function useSending(answer: KeptAnswer) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const { communityId, debateId, statementId, value } = answer;
  const ids = { communityId, debateId };
  return useMutation({
    mutationFn: () => call(respond, { params: { ...ids, statementId }, body: { value } }),
    onSuccess: (given) => {
      dismiss(statementId);
      keepResponse(queries, { ...ids, voice: "member" }, given);
      beginAnew(queries, ids);
      toast({ title: t("trial.unsent.sent"), tone: "good" });
    },
    onError: () =>
      void queries.invalidateQueries({ queryKey: answeredQuery(answer, true).queryKey }),
  });
}

/** Whether and how it can be sent, in a sentence. */
function outlookOf(
  statement: Statement,
  { isMember }: Place,
): "ready" | "instead" | "join" | "closed" {
  if (!isMember) return "join";
  if (!statement.can.respond) return "closed";
  return statement.mine === null ? "ready" : "instead";
}

interface OfferProps {
  answer: KeptAnswer;
  place: Place;
}

function Words({ answer, place, statement }: OfferProps & { statement: Statement | null }) {
  const { t } = useTranslation("statements");
  if (statement === null) return <p>{t("trial.unsent.gone")}</p>;
  const { slug } = place;
  return (
    <>
      <p>{t(`trial.unsent.said.${wordOf(answer.value)}`)}</p>
      <blockquote lang={statement.language} className="my-2 font-serif text-lg">
        <Link
          to="/c/$slug/d/$debateId/statements"
          params={{ slug, debateId: answer.debateId }}
          className="no-underline hover:text-accent"
        >
          <bdi>{statement.text}</bdi>
        </Link>
      </blockquote>
      <p className="text-[0.9375rem] text-muted">
        {t(`trial.unsent.${outlookOf(statement, place)}`)}
      </p>
    </>
  );
}

function Offer({ answer, place }: OfferProps) {
  const { t } = useTranslation("statements");
  const { data: statement } = useQuery(answeredQuery(answer, place.isMember));
  const sending = useSending(answer);
  if (statement === undefined) return null;
  const maySend = statement !== null && place.isMember && statement.can.respond;
  return (
    <li className="not-first:mt-4 not-first:border-t not-first:border-line not-first:pt-4">
      <Words answer={answer} place={place} statement={statement} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {maySend && (
          <Button
            variant="primary"
            icon="check"
            busy={sending.isPending}
            onClick={() => sending.mutate()}
          >
            {t("trial.unsent.send")}
          </Button>
        )}
        <Button
          variant={maySend ? "quiet" : "secondary"}
          icon="withdraw"
          onClick={() => dismiss(answer.statementId)}
        >
          {t(maySend ? "trial.unsent.keepBack" : "trial.forget")}
        </Button>
        <Fault error={sending.error} />
      </div>
    </li>
  );
}

/** What was answered in this browser before one was a member: sent only when one says so. */
export function UnsentAnswers(place: Place) {
  const { t } = useTranslation("statements");
  const { communityId, debateId } = place;
  const here = useKeptAnswers().filter(
    (kept) =>
      kept.communityId === communityId && (debateId === undefined || kept.debateId === debateId),
  );
  if (here.length === 0) return null;
  return (
    <Card as="section" aria-labelledby="unsent-answers" className="max-w-3xl">
      <h2 id="unsent-answers" className="mb-3 text-xl">
        {t("trial.unsent.title")}
      </h2>
      <ul>
        {here.map((answer) => (
          <Offer key={answer.statementId} answer={answer} place={place} />
        ))}
      </ul>
    </Card>
  );
}
