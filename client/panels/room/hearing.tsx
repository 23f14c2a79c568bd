import { useState } from "react";
import {
  answerPanelQuestion,
  askPanelExperts,
  type PanelQuestion,
  removePanelQuestion,
  roomLimits,
} from "#shared/contract/panel-room.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Answered, Asked } from "../hearing/asked.tsx";
import { useWords } from "../words.ts";
import { Experts } from "./experts.tsx";
import { FlagHeard, Heard } from "./heard.tsx";
import type { RoomProps } from "./props.ts";
import { useRoomAct } from "./queries.ts";

interface OneProps extends Pick<RoomProps, "ids"> {
  question: PanelQuestion;
}

function AnswerForm({ question, ids, onDone }: OneProps & { onDone: () => void }) {
  const { t } = useWords();
  const [expert, setExpert] = useState(question.answer?.expert ?? "");
  const [text, setText] = useState(question.answer?.text ?? "");
  const answer = useRoomAct(ids, async () => {
    const params = { ...ids, questionId: question.id };
    const now = await call(answerPanelQuestion, { params, body: { expert, text } });
    onDone();
    return now;
  });
  return (
    <Form error={answer.error} onSubmit={() => answer.mutate()} label={t("hearing.answer")}>
      <TextField
        name="expert"
        required
        maxLength={roomLimits.expert}
        dir="auto"
        label={t("hearing.expert")}
        hint={t("hearing.expertHint")}
        value={expert}
        onChange={({ target }) => setExpert(target.value)}
      />
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

function Deeds({ question, ids, onAnswer }: OneProps & { onAnswer: () => void }) {
  const { t } = useWords();
  const remove = useRoomAct(ids, async () => {
    await call(removePanelQuestion, { params: { ...ids, questionId: question.id } });
    return undefined;
  });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {question.can.answer && (
          <Button size="small" onClick={onAnswer}>
            {t(question.answer ? "hearing.correct" : "hearing.answer")}
          </Button>
        )}
        {question.can.remove && (
          <Button
            size="small"
            variant="quiet"
            busy={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t("hearing.remove")}
          </Button>
        )}
      </div>
      <Fault error={remove.error} />
    </>
  );
}

function One({ question, ids }: OneProps) {
  const { t } = useWords();
  const [isAnswering, setIsAnswering] = useState(false);
  const { answer } = question;
  return (
    <li className="space-y-3 border-s-2 border-line-strong ps-4">
      <Asked text={question.text} createdAt={question.createdAt} />
      {answer ? (
        <Answered
          expert={answer.expert}
          at={answer.answeredAt}
          deed={<FlagHeard kind="answer" id={question.id} said={answer} />}
        >
          <Heard kind="answer" id={question.id} said={answer} />
        </Answered>
      ) : (
        <p className="text-sm text-muted">{t("hearing.waits")}</p>
      )}
      {isAnswering ? (
        <AnswerForm question={question} ids={ids} onDone={() => setIsAnswering(false)} />
      ) : (
        <Deeds question={question} ids={ids} onAnswer={() => setIsAnswering(true)} />
      )}
    </li>
  );
}

function Ask({ ids }: RoomProps) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const ask = useRoomAct(ids, async () => {
    const now = await call(askPanelExperts, { params: ids, body: { text } });
    setText("");
    return now;
  });
  return (
    <Form error={ask.error} onSubmit={() => ask.mutate()} label={t("hearing.ask")}>
      <TextArea
        name="text"
        required
        minLength={3}
        limit={roomLimits.question}
        dir="auto"
        label={t("hearing.question")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <FormActions>
        <Button type="submit" busy={ask.isPending}>
          {t("hearing.ask")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** What the panel asks those who know, and what they answer. */
export function Hearing(props: RoomProps) {
  const { t } = useWords();
  const { room, ids } = props;
  return (
    <section aria-labelledby="hearing-title" className="space-y-4">
      <h2 id="hearing-title" className="text-2xl">
        {t("hearing.title")}
      </h2>
      <Experts {...props} />
      {room.questions.length === 0 && <p className="text-muted">{t("hearing.none")}</p>}
      <ul className="space-y-6">
        {room.questions.map((question) => (
          <One key={question.id} question={question} ids={ids} />
        ))}
      </ul>
      {room.can.ask && <Ask {...props} />}
    </section>
  );
}
