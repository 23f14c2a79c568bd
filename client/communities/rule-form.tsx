import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addRule,
  type CharterRule,
  type Community,
  communityLimits,
  editRule,
} from "#shared/contract/communities.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Button } from "../ui/button.tsx";
import { Conflict } from "../ui/conflict.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type Begun, useBegun } from "../ui/use-begun.ts";
import { communityQuery } from "./queries.ts";

interface Words {
  readonly title: string;
  readonly text: string;
}

interface RuleFormProps {
  community: Community;
  onDone: () => void;
}

const paragraphs = ({ title, text }: Words) => [title, text].filter(Boolean);

/** What was typed into a field for a date and time, as a moment; undefined where it is empty. */
export const momentOf = (typed: string) =>
  typed === "" ? undefined : new Date(typed).toISOString();

interface FromFieldProps {
  value: string;
  onChange: (typed: string) => void;
}

/** From when a change is in force. */
export function FromField({ value, onChange }: FromFieldProps) {
  const { t } = useTranslation("communities");
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <TextField
      name="effectiveAt"
      type="datetime-local"
      label={t("charter.from")}
      hint={t("charter.fromHint", { zone })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface FieldsProps extends RuleFormProps {
  /** Sends the words; for a rule that is there, with the version they follow. */
  send: (words: Words & { effectiveAt?: string | undefined }) => Promise<unknown>;
  submitLabel: string;
  initial: Words;
  /** What is edited, and how it stands now. */
  edited?: { readonly now: Words; readonly begun: Begun<CharterRule, Words> };
}

function Fields({ community, onDone, send, submitLabel, initial, edited }: FieldsProps) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const [words, setWords] = useState(initial);
  const [from, setFrom] = useState("");
  const { queryKey } = communityQuery(community.slug);
  const save = useSaving({
    send: () => send({ ...words, effectiveAt: momentOf(from) }),
    refresh: () => cache.invalidateQueries({ queryKey }),
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
      <TextField
        name="title"
        label={t("charter.titleLabel")}
        required
        maxLength={communityLimits.ruleTitle}
        value={words.title}
        onChange={(event) => setWords({ ...words, title: event.target.value })}
      />
      <TextArea
        name="text"
        label={t("charter.textLabel")}
        hint={t("charter.textHint")}
        limit={communityLimits.ruleText}
        value={words.text}
        onChange={(event) => setWords({ ...words, text: event.target.value })}
      />
      <FromField value={from} onChange={setFrom} />
      <FormActions>
        <Button
          type="submit"
          variant="primary"
          busy={save.isPending}
          disabled={overtaken !== undefined}
        >
          {submitLabel}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

export function NewRuleForm({ community, onDone }: RuleFormProps) {
  const { t } = useTranslation("communities");
  const params = { communityId: community.id };
  return (
    <Fields
      community={community}
      onDone={onDone}
      submitLabel={t("charter.add")}
      initial={{ title: "", text: "" }}
      send={(body) => call(addRule, { params, body })}
    />
  );
}

/** Words a rule anew, on top of its newest version; whoever is overtaken sees both. */
export function EditRuleForm({
  community,
  newest,
  onDone,
}: RuleFormProps & { newest: CharterRule }) {
  const { t } = useTranslation("communities");
  const begun = useBegun<CharterRule, Words>(newest, ({ title, text }) => ({ title, text }));
  const { at, words } = begun;
  const params = { communityId: community.id, number: at.number };
  return (
    <Fields
      key={at.version}
      community={community}
      onDone={onDone}
      submitLabel={t("charter.save")}
      initial={words}
      edited={{ now: newest, begun }}
      send={(body) => call(editRule, { params, body: { ...body, version: at.version } })}
    />
  );
}
