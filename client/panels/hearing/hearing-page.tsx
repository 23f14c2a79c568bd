import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { answerInHearing, type Hearing, testify } from "#shared/contract/panel-hearing.ts";
import { roomLimits } from "#shared/contract/panel-room.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { Time } from "../../ui/time.tsx";
import { useWords } from "../words.ts";
import { Answered, Asked } from "./asked.tsx";
import { hearingQuery, useHearingAct } from "./queries.ts";
import { HeardWords } from "./withheld.tsx";

interface HearingProps {
  hearing: Hearing;
}

function TestimonyForm({ hearing }: HearingProps) {
  const { t } = useWords();
  const { id: hearingId, testimony } = hearing;
  const [text, setText] = useState(testimony?.text ?? "");
  const say = useHearingAct(() => call(testify, { params: { hearingId }, body: { text } }));
  return (
    <Form error={say.error} onSubmit={() => say.mutate()} label={t("heard.testimony")}>
      <TextArea
        name="text"
        required
        rows={8}
        limit={roomLimits.testimony}
        dir="auto"
        label={t("heard.words")}
        hint={t("heard.wordsHint")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={say.isPending}>
          {t("heard.publish")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Testimony({ hearing }: HearingProps) {
  const { t } = useWords();
  const { testimony, can } = hearing;
  return (
    <section aria-labelledby="testimony-title" className="space-y-4">
      <h2 id="testimony-title" className="text-2xl">
        {t("heard.testimony")}
      </h2>
      {testimony && (
        <p className="text-sm text-muted">
          {t("heard.said")} <Time value={testimony.writtenAt} />
        </p>
      )}
      {testimony?.withheld && <HeardWords said={testimony} hearing={hearing} isMine />}
      {can.testify && <TestimonyForm hearing={hearing} />}
    </section>
  );
}

interface QuestionProps extends HearingProps {
  question: Hearing["questions"][number];
}

function AnswerForm({ hearing, question, onDone }: QuestionProps & { onDone: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState(question.answer?.text ?? "");
  const params = { hearingId: hearing.id, questionId: question.id };
  const answer = useHearingAct(() => call(answerInHearing, { params, body: { text } }), onDone);
  return (
    <Form error={answer.error} onSubmit={() => answer.mutate()} label={t("hearing.answerText")}>
      <TextArea
        name="text"
        required
        limit={roomLimits.answer}
        dir="auto"
        label={t("hearing.answerText")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <SubmitOrCancel label={t("hearing.enter")} busy={answer.isPending} onCancel={onDone} />
    </Form>
  );
}

function Question({ hearing, question }: QuestionProps) {
  const { t } = useWords();
  const [isAnswering, setIsAnswering] = useState(false);
  const { text, createdAt, answer, can } = question;
  return (
    <li className="space-y-3 border-s-2 border-line-strong ps-4">
      <Asked text={text} createdAt={createdAt} />
      {answer && !isAnswering && (
        <Answered expert={answer.expert} at={answer.writtenAt}>
          <HeardWords said={answer} hearing={hearing} isMine={answer.isMine} />
        </Answered>
      )}
      {isAnswering ? (
        <AnswerForm hearing={hearing} question={question} onDone={() => setIsAnswering(false)} />
      ) : (
        can.answer && (
          <Button size="small" onClick={() => setIsAnswering(true)}>
            {t(answer ? "hearing.correct" : "heard.answer")}
          </Button>
        )
      )}
    </li>
  );
}

function Others({ hearing }: HearingProps) {
  const { t } = useWords();
  const { others } = hearing;
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others-title" className="space-y-4">
      <h2 id="others-title" className="text-2xl">
        {t("heard.others")}
      </h2>
      {others.map(({ name, writtenAt, ...said }) => (
        <article key={`${name} ${writtenAt}`} className="border-s-2 border-line-strong ps-4">
          <p className="text-sm text-muted">
            <bdi className="font-medium text-ink">{name}</bdi> <Time value={writtenAt} />
          </p>
          <HeardWords said={said} hearing={hearing} isMine={false} />
        </article>
      ))}
    </section>
  );
}

function Head({ hearing }: HearingProps) {
  const { t } = useWords();
  const { panel, slug, name } = hearing;
  return (
    <PageHeading
      large
      eyebrow={
        slug === null ? (
          t("hearing.title")
        ) : (
          <Link to="/c/$slug/panels/$panelId" params={{ slug, panelId: panel.id }} className="link">
            {t("hearing.title")}
          </Link>
        )
      }
      lead={
        <>
          {t("heard.as")} <bdi>{name}</bdi>
        </>
      }
    >
      {panel.title}
    </PageHeading>
  );
}

function Heard({ hearing }: HearingProps) {
  const { t } = useWords();
  const { panel, briefing, questions } = hearing;
  return (
    <div className="max-w-measure space-y-10">
      <Head hearing={hearing} />
      <Markdown source={panel.purpose} />
      <section aria-labelledby="questions-title" className="space-y-4">
        <h2 id="questions-title" className="text-2xl">
          {t("heard.questions")}
        </h2>
        {questions.length === 0 && <p className="text-muted">{t("hearing.none")}</p>}
        <ul className="space-y-6">
          {questions.map((question) => (
            <Question key={question.id} hearing={hearing} question={question} />
          ))}
        </ul>
      </section>
      <Testimony hearing={hearing} />
      <Others hearing={hearing} />
      {briefing !== "" && (
        <section aria-labelledby="briefing-title" className="space-y-2">
          <h2 id="briefing-title" className="text-2xl">
            {t("room.briefing")}
          </h2>
          <Markdown source={briefing} />
        </section>
      )}
    </div>
  );
}

/** A hearing as one of its experts sees it. */
export function HearingPage() {
  const { hearingId } = useParams({ from: "/hearings/$hearingId" });
  const query = useQuery(hearingQuery(hearingId));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(hearing) => <Heard hearing={hearing} />}
    </Loaded>
  );
}
