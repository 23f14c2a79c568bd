import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import {
  moderate,
  moderateMany,
  type ModerationItem,
  moderationLimits,
} from "#shared/contract/moderation.ts";
import { call } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { DetailFields } from "./detail-fields.tsx";
import { type Details, isDetailed, isSaid, meaningOf, type Thing } from "./details.ts";
import { caseQuery, moderationKey } from "./queries.ts";
import { useRuleText } from "./words.ts";

interface ActDialogProps {
  community: Community;
  kind: ActionKind;
  /** The items as they were when the reader began. */
  begun: readonly ModerationItem[];
  onClose: () => void;
  onDone: () => void;
}

export interface Words {
  readonly rule: string;
  readonly reason: string;
  readonly days: string;
  readonly isSpam: boolean;
  readonly details: Details;
}

const spans = [1, 3, 7, 30, 90] as const;
const day = 86_400_000;

const lasts = (kind: ActionKind) => kind === "suspend" || kind === "rate-limit" || kind === "lock";

/** A lock can last until somebody ends it. */
const forever = "";

/** What can be put away as spam, of which advice is learned. */
const putsAway = (kind: ActionKind) => kind === "hide" || kind === "remove";

export function deedOf(kind: ActionKind, { rule, reason, days, isSpam }: Words) {
  const until = new Date(serverNow() + Number(days) * day).toISOString();
  return {
    kind,
    reason,
    isSpam: putsAway(kind) && isSpam,
    ...(rule === "" ? {} : { rule: Number(rule) }),
    ...(lasts(kind) && days !== forever ? { until } : {}),
  };
}

/** Decides; tells how many of several were refused. */
function useDecide(communityId: string, kind: ActionKind, onDone: () => void) {
  const { t } = useTranslation("moderation");
  const queries = useQueryClient();
  const params = { communityId };
  return useMutation({
    mutationFn: async ({ items, words }: { items: readonly ModerationItem[]; words: Words }) => {
      const deed = deedOf(kind, words);
      const [first, ...rest] = items;
      if (first && rest.length === 0) {
        const { id, version, subject } = first;
        await call(moderate, {
          params,
          body: { ...deed, ...words.details, subject, item: { id, version } },
        });
        return 0;
      }
      const body = { ...deed, items: items.map(({ id, version }) => ({ id, version })) };
      const { results } = await call(moderateMany, { params, body });
      return results.filter(({ problem }) => problem !== null).length;
    },
    onSuccess: (refused) => {
      if (refused === 0) toast({ title: t("act.done"), tone: "good" });
      else toast({ title: t("act.refused", { count: refused }), tone: "danger" });
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: moderationKey(communityId) }),
  });
}

/** Somebody else changed or decided it meanwhile; what was written here stays. */
function Overtaken({ isGone, onGoOn }: { isGone: boolean; onGoOn: () => void }) {
  const { t } = useTranslation("moderation");
  return (
    <Banner
      tone="warn"
      action={
        !isGone && (
          <Button size="small" onClick={onGoOn}>
            {t("act.goOn")}
          </Button>
        )
      }
    >
      {t(isGone ? "act.gone" : "act.changed")}
    </Banner>
  );
}

interface FieldsProps {
  community: Community;
  kind: ActionKind;
  /** The first of them. */
  thing: Thing | undefined;
  words: Words;
  onChange: (words: Words) => void;
}

/** Whether it is spam, from which advice is learned: of texts, and not of people. */
function SpamField({ kind, thing, words, onChange }: Omit<FieldsProps, "community">) {
  const { t } = useTranslation("moderation");
  if (!putsAway(kind) || thing?.subject.kind === "profile") return null;
  return (
    <Checkbox
      name="isSpam"
      label={t("act.isSpam")}
      hint={t("act.isSpamHint")}
      checked={words.isSpam}
      onChange={({ target }) => onChange({ ...words, isSpam: target.checked })}
    />
  );
}

/** Under which rule, why, for how long, and what else an action needs. */
export function Fields({ community, kind, thing, words, onChange }: FieldsProps) {
  const { t } = useTranslation("moderation");
  const ruleText = useRuleText();
  const { rule, reason, days, details } = words;
  return (
    <>
      {thing && isDetailed(kind) && (
        <DetailFields
          communityId={community.id}
          kind={kind}
          thing={thing}
          details={details}
          onChange={(next) => onChange({ ...words, details: next })}
        />
      )}
      <RadioGroup
        name="rule"
        required
        label={t("act.rule")}
        value={rule}
        onChange={(number) => onChange({ ...words, rule: number })}
        choices={community.charter.map((one) => ({
          value: String(one.number),
          label: ruleText(one),
        }))}
      />
      {lasts(kind) && (
        <Select
          label={t("act.days")}
          value={days}
          onChange={(event) => onChange({ ...words, days: event.target.value })}
        >
          {kind === "lock" && <option value={forever}>{t("act.untilUndone")}</option>}
          {spans.map((count) => (
            <option key={count} value={count}>
              {t("act.forDays", { count })}
            </option>
          ))}
        </Select>
      )}
      <SpamField kind={kind} thing={thing} words={words} onChange={onChange} />
      <TextArea
        name="reason"
        required
        label={t("act.reason")}
        hint={t("act.reasonHint")}
        limit={moderationLimits.reason}
        value={reason}
        onChange={(event) => onChange({ ...words, reason: event.target.value })}
      />
    </>
  );
}

/** What the reader wrote, beginning with the rule that is cited most. */
function useWords([first]: readonly ModerationItem[]) {
  const cited = first?.flags.rules[0];
  const rule = cited === undefined ? "" : String(cited);
  return useState<Words>({ rule, reason: "", days: "7", isSpam: false, details: {} });
}

/** One item as it is now, where that is not how it was read; several are each by themselves. */
function useNewer(communityId: string, items: readonly ModerationItem[]) {
  const [only] = items;
  const enabled = items.length === 1;
  const { data } = useQuery({ ...caseQuery(communityId, only?.id ?? ""), enabled });
  if (!only || !data || !enabled || data.item.version <= only.version) return null;
  return { item: data.item, isGone: data.item.status !== "open" && only.status === "open" };
}

/** Decides about one item or several, under a rule and with reasons. */
export function ActDialog(props: ActDialogProps) {
  const { community, kind, begun, onClose, onDone } = props;
  const { t } = useTranslation("moderation");
  const [items, setItems] = useState(begun);
  const [words, setWords] = useWords(begun);
  const decide = useDecide(community.id, kind, () => {
    onDone();
    onClose();
  });
  const newer = useNewer(community.id, items);
  const overtaken = decide.isPending || decide.isSuccess ? null : newer;
  const description =
    items.length > 1
      ? t("desk.marked", { count: items.length })
      : t(`means.${meaningOf(kind, items[0])}`);
  return (
    <Dialog open onClose={onClose} title={t(`do.${kind}`)} description={description}>
      <Form
        error={overtaken ? null : decide.error}
        onSubmit={() => decide.mutate({ items, words })}
      >
        {overtaken && (
          <Overtaken isGone={overtaken.isGone} onGoOn={() => setItems([overtaken.item])} />
        )}
        <Fields {...{ community, kind, words }} thing={items[0]} onChange={setWords} />
        <SubmitOrCancel
          label={t(`do.${kind}`)}
          variant={kind === "remove" || kind === "suspend" ? "danger" : "primary"}
          busy={decide.isPending}
          disabled={overtaken !== null || !isSaid(kind, words.details)}
          onCancel={onClose}
        />
      </Form>
    </Dialog>
  );
}
