import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  enterPanelRecommendation,
  type PanelRecommendation,
  proposeRecommendation,
  voteOnRecommendation,
  withdrawRecommendation,
} from "#shared/contract/panel-room.ts";
import { call } from "../../lib/api.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Fault } from "../../ui/fault.tsx";
import { Form } from "../../ui/form.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { Progress } from "../../ui/progress.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../words.ts";
import type { RoomProps } from "./props.ts";
import { useRoomAct } from "./queries.ts";

interface OneProps extends RoomProps {
  one: PanelRecommendation;
}

function Deeds({ one, ids }: OneProps) {
  const { t } = useWords();
  const params = { ...ids, recommendationId: one.id };
  const vote = useRoomAct(ids, (yes: boolean) =>
    call(voteOnRecommendation, { params, body: { yes } }),
  );
  const withdraw = useRoomAct(ids, async () => {
    await call(withdrawRecommendation, { params });
    return undefined;
  });
  const enter = useRoomAct(ids, () => call(enterPanelRecommendation, { params }));
  const { can, mine } = one;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {can.vote &&
          [true, false].map((yes) => (
            <Button
              key={String(yes)}
              size="small"
              icon={yes ? "check" : "close"}
              aria-pressed={mine === yes}
              variant={mine === yes ? "primary" : "secondary"}
              busy={vote.isPending && vote.variables === yes}
              onClick={() => vote.mutate(yes)}
            >
              {t(yes ? "recommend.yes" : "recommend.no")}
              <bdi className="sr-only"> {one.title}</bdi>
            </Button>
          ))}
        {can.enter && (
          <Button size="small" busy={enter.isPending} onClick={() => enter.mutate()}>
            {t("recommend.enter")}
          </Button>
        )}
        {can.withdraw && (
          <Button
            size="small"
            variant="quiet"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t("recommend.withdraw")}
          </Button>
        )}
      </div>
      <Fault error={vote.error ?? withdraw.error ?? enter.error} />
    </>
  );
}

function One(props: OneProps) {
  const { t, number } = useWords();
  const { one, room, slug } = props;
  const { yes, no, needed, adoptedAt, positionId } = one;
  return (
    <Card as="li" className="space-y-3">
      {adoptedAt !== null && (
        <Badge tone="good" icon="check">
          {t("recommend.adopted")}
        </Badge>
      )}
      <h3 className="text-xl">
        {one.title === "" ? t("recommend.hidden") : <bdi>{one.title}</bdi>}
      </h3>
      {one.text !== "" && <Markdown source={one.text} top={4} />}
      <Progress
        label={t("recommend.yesSoFar")}
        done={Math.min(yes, needed)}
        total={needed}
        text={t("recommend.counts", {
          yes: number(yes),
          no: number(no),
          needed: number(needed),
        })}
      />
      {positionId !== null && room.debateId !== null && (
        <p>
          <Link
            to="/c/$slug/d/$debateId/arguments"
            params={{ slug, debateId: room.debateId }}
            hash={`position-${positionId}`}
            className="link"
          >
            {t("recommend.inDebate")}
          </Link>
        </p>
      )}
      {one.can.enter && <p className="text-sm text-muted">{t("recommend.waits")}</p>}
      <Deeds {...props} />
    </Card>
  );
}

function Propose({ ids }: RoomProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const propose = useRoomAct(ids, async () => {
    const now = await call(proposeRecommendation, { params: ids, body: { title, text } });
    setIsOpen(false);
    setTitle("");
    setText("");
    return now;
  });
  if (!isOpen) {
    return (
      <Button icon="plus" onClick={() => setIsOpen(true)}>
        {t("recommend.go")}
      </Button>
    );
  }
  return (
    <Form error={propose.error} onSubmit={() => propose.mutate()} label={t("recommend.go")}>
      <TextField
        name="title"
        required
        minLength={3}
        maxLength={200}
        dir="auto"
        label={t("recommend.title")}
        hint={t("recommend.named")}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextArea
        name="text"
        limit={4_000}
        dir="auto"
        label={t("recommend.text")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <SubmitOrCancel
        label={t("recommend.put")}
        busy={propose.isPending}
        onCancel={() => setIsOpen(false)}
      />
    </Form>
  );
}

/** What the panel recommends, and what it votes on. */
export function Recommendations(props: RoomProps) {
  const { t } = useWords();
  const { room } = props;
  return (
    <section id="recommendations" aria-labelledby="recommend-title" className="space-y-4">
      <h2 id="recommend-title" className="text-2xl">
        {t("recommend.heading")}
      </h2>
      <p className="text-muted">{t("recommend.lead")}</p>
      {room.recommendations.length === 0 && <p>{t("recommend.none")}</p>}
      <ul className="space-y-4">
        {room.recommendations.map((one) => (
          <One key={one.id} one={one} {...props} />
        ))}
      </ul>
      {room.can.recommend && <Propose {...props} />}
    </section>
  );
}
