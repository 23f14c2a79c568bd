import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usualTopics } from "#shared/contract/phases.ts";
import { addTopic, editTopic, type Topic, topicLimits } from "#shared/contract/topics.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Conflict } from "../ui/conflict.tsx";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type Begun, useBegun } from "../ui/use-begun.ts";
import { refreshTopics } from "./queries.ts";

interface Words {
  readonly name: string;
  readonly description: string;
}

const wordsOf = ({ name, description }: Topic): Words => ({ name: name ?? "", description });
const paragraphs = ({ name, description }: Words) => [name, description].filter(Boolean);

interface TopicFormProps {
  communityId: string;
  onDone: () => void;
}

interface WordFieldsProps {
  words: Words;
  /** A usual topic can be without a name of the community's. */
  usualName: string | undefined;
  onChange: (words: Words) => void;
}

function WordFields({ words, usualName, onChange }: WordFieldsProps) {
  const { t } = useTranslation("topics");
  return (
    <>
      <TextField
        name="name"
        label={t("form.name")}
        hint={usualName === undefined ? undefined : t("form.usualHint", { name: usualName })}
        required={usualName === undefined}
        maxLength={topicLimits.name}
        dir="auto"
        value={words.name}
        onChange={(event) => onChange({ ...words, name: event.target.value })}
      />
      <TextArea
        name="description"
        label={t("form.description")}
        hint={t("form.descriptionHint")}
        rows={2}
        limit={topicLimits.description}
        dir="auto"
        value={words.description}
        onChange={(event) => onChange({ ...words, description: event.target.value })}
      />
    </>
  );
}

interface FieldsProps extends TopicFormProps {
  initial: Words;
  send: (words: Words) => Promise<unknown>;
  submitLabel: string;
  usualName?: string | undefined;
  /** What is edited, and how it stands now. */
  edited?: { readonly now: Words; readonly begun: Begun<Topic, Words> };
}

function Fields({ communityId, onDone, initial, send, ...props }: FieldsProps) {
  const { submitLabel, usualName, edited } = props;
  const cache = useQueryClient();
  const [words, setWords] = useState(initial);
  const save = useSaving({
    send: () => send(words),
    refresh: () => refreshTopics(cache, communityId),
    onDone,
  });
  const overtaken = edited?.begun.isOvertaken(save) ? edited : undefined;
  return (
    <Form error={overtaken ? null : save.error} onSubmit={() => save.mutate()}>
      {overtaken && (
        <Conflict
          theirs={paragraphs(overtaken.now)}
          mine={paragraphs(words)}
          onKeepMine={() => overtaken.begun.keep(words)}
          onTakeTheirs={overtaken.begun.takeTheirs}
        />
      )}
      <WordFields words={words} usualName={usualName} onChange={setWords} />
      <SubmitOrCancel
        label={submitLabel}
        busy={save.isPending}
        disabled={overtaken !== undefined}
        onCancel={onDone}
      />
    </Form>
  );
}

export function NewTopicForm({ communityId, onDone }: TopicFormProps) {
  const { t } = useTranslation("topics");
  return (
    <Fields
      communityId={communityId}
      onDone={onDone}
      initial={{ name: "", description: "" }}
      submitLabel={t("add")}
      send={(body) => call(addTopic, { params: { communityId }, body })}
    />
  );
}

const usual: readonly string[] = usualTopics;

/** Names and describes a topic anew; whoever is overtaken sees both. */
export function EditTopicForm({ communityId, onDone, topic }: TopicFormProps & { topic: Topic }) {
  const { t } = useTranslation("topics");
  const begun = useBegun<Topic, Words>(topic, wordsOf);
  const { at, words } = begun;
  const { id, version } = at;
  return (
    <Fields
      key={version}
      communityId={communityId}
      onDone={onDone}
      initial={words}
      submitLabel={t("save")}
      usualName={usual.includes(id) ? t(`name.${id}`) : undefined}
      edited={{ now: wordsOf(topic), begun }}
      send={({ name, description }) =>
        call(editTopic, {
          params: { communityId, topicId: id },
          body: { name: name.trim() === "" ? null : name, description, version },
        })
      }
    />
  );
}
