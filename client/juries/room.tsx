import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  askParties,
  deliberate,
  type Dispute,
  disputeLimits,
  type JuryMessage,
} from "#shared/contract/disputes.ts";
import { caseKey, juryRoomQuery, Said } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { Time } from "../ui/time.tsx";
import { textOf } from "./text-of.ts";

const idsOf = ({ communityId, id: disputeId }: Dispute) => ({ communityId, disputeId });

/** Does something in the room, and reads it and the case again. */
function useInRoom<V>(dispute: Dispute, act: (input: V) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => cache.invalidateQueries({ queryKey: caseKey(idsOf(dispute)) }),
  });
}

function Speaker({ by }: { by: JuryMessage["by"] }) {
  const { t } = useTranslation("juries");
  return (
    <span className="font-medium">
      {t("room.juror", { number: by.number })}{" "}
      {by.isMe && <Badge tone="accent">{t("room.you")}</Badge>}
    </span>
  );
}

const addressees = ["both", "claimant", "respondent"] as const;

/** The one question that each juror has. */
export function AskForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  type Asked = { to: (typeof addressees)[number]; text: string };
  const mutation = useInRoom(dispute, (body: Asked) =>
    call(askParties, { params: idsOf(dispute), body }),
  );
  return (
    <Form
      label={t("room.ask")}
      error={mutation.error}
      onSubmit={(data) => {
        const to = addressees.find((one) => one === data.get("to")) ?? "both";
        mutation.mutate({ to, text: textOf(data, "text") });
      }}
    >
      <Select name="to" label={t("room.whom")} defaultValue="both" required>
        {addressees.map((one) => (
          <option key={one} value={one}>
            {t(`room.side.${one}`)}
          </option>
        ))}
      </Select>
      <TextArea
        name="text"
        label={t("room.question")}
        hint={t("room.questionHint")}
        required
        minLength={3}
        limit={disputeLimits.question}
      />
      <FormActions>
        <Button type="submit" icon="question" busy={mutation.isPending}>
          {t("room.ask")}
        </Button>
      </FormActions>
    </Form>
  );
}

function SayForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const [text, setText] = useState("");
  const mutation = useInRoom(dispute, (said: string) =>
    call(deliberate, { params: idsOf(dispute), body: { text: said } }).then(() => setText("")),
  );
  return (
    <Form label={t("room.say")} error={mutation.error} onSubmit={() => mutation.mutate(text)}>
      <TextArea
        name="text"
        label={t("room.message")}
        required
        dir="auto"
        limit={disputeLimits.message}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <FormActions>
        <Button type="submit" icon="statement" busy={mutation.isPending}>
          {t("room.say")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Thread({ messages }: { messages: readonly JuryMessage[] }) {
  return (
    <ol className="space-y-4">
      {messages.map(({ id, by, text, at }) => (
        <li key={id} className="space-y-1">
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
            <Speaker by={by} /> <Time value={at} />
          </p>
          <Said>{text}</Said>
        </li>
      ))}
    </ol>
  );
}

/** The jury's own thread: its jurors' alone until the ruling, and then everybody's. */
export function Talk({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const query = useQuery(juryRoomQuery(idsOf(dispute)));
  return (
    <Loaded query={query}>
      {({ messages }) => (
        <div className="max-w-3xl space-y-5">
          {messages?.length === 0 && <p className="text-muted">{t("room.silent")}</p>}
          {messages && <Thread messages={messages} />}
          {dispute.can.deliberate && <SayForm dispute={dispute} />}
        </div>
      )}
    </Loaded>
  );
}
