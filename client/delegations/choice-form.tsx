import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import {
  type DelegationChoice,
  delegationLimits,
  setDelegations,
} from "#shared/contract/delegations.ts";
import { call } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";
import { useSaving } from "../lib/use-saving.ts";
import { TopicSelect } from "../topics/public.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { FieldSet } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextField } from "../ui/text-field.tsx";
import {
  aboutOf,
  beginDraft,
  dayOf,
  type Draft,
  endOf,
  lastDay,
  leftOf,
  type Share,
  withAnother,
} from "./draft.ts";
import { MemberPicker } from "./member-picker.tsx";
import { debatesToDelegateQuery, type MyDelegations, refreshDelegations } from "./queries.ts";
import { usePercent } from "./words.ts";

interface FieldsProps {
  community: Community;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** For what it holds; of a choice that is made already, that stays. */
function SubjectFields({ community, draft, onChange }: FieldsProps) {
  const { t } = useTranslation("delegations");
  const { data } = useInfiniteQuery(debatesToDelegateQuery(community.id));
  const debates = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <RadioGroup
        label={t("form.scope")}
        name="scope"
        required
        value={draft.scope}
        onChange={(scope) => onChange({ scope })}
        choices={(["community", "topic", "debate"] as const).map((value) => ({
          value,
          label: t(`scope.${value}`),
          hint: t(`scopeHint.${value}`),
        }))}
      />
      {draft.scope === "topic" && (
        <TopicSelect
          communityId={community.id}
          value={draft.topic}
          onChange={(topic) => onChange({ topic })}
        />
      )}
      {draft.scope === "debate" && (
        <Select
          name="about"
          label={t("form.debate")}
          required
          value={draft.debate}
          onChange={({ target }) => onChange({ debate: target.value })}
        >
          <option value="">{t("form.chooseDebate")}</option>
          {debates.map(({ id, question }) => (
            <option key={id} value={id}>
              {question}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}

interface ShareRowProps {
  communityId: string;
  share: Share;
  at: number;
  taken: readonly string[];
  onChange: (share: Share) => void;
  onRemove: (() => void) | undefined;
}

function ShareRow({ communityId, share, at, taken, onChange, onRemove }: ShareRowProps) {
  const { t } = useTranslation("delegations");
  const name = share.person?.name ?? t("form.nobodyYet");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_6.5rem_auto] items-end gap-2">
      <MemberPicker
        communityId={communityId}
        name={`delegates.${at}.to`}
        label={t("form.person", { number: at + 1 })}
        value={share.person}
        taken={taken}
        onChange={(person) => onChange({ ...share, person })}
      />
      <TextField
        type="number"
        name={`delegates.${at}.percent`}
        label={t("form.percent")}
        required
        min={1}
        max={100}
        step={1}
        inputMode="numeric"
        value={share.percent}
        onChange={({ target }) => onChange({ ...share, percent: target.value })}
      />
      {onRemove ? (
        <IconButton icon="close" label={t("form.remove", { name })} onClick={onRemove} />
      ) : (
        <span />
      )}
    </li>
  );
}

function ShareFields({ community, draft, onChange }: FieldsProps) {
  const { t } = useTranslation("delegations");
  const percent = usePercent();
  const { shares } = draft;
  const left = leftOf(shares);
  const change = (share: Share) =>
    onChange({ shares: shares.map((one) => (one.key === share.key ? share : one)) });
  const remove = (key: number) => onChange({ shares: shares.filter((one) => one.key !== key) });
  return (
    <FieldSet label={t("form.shares")} name="delegates" required hint={t("form.sharesHint")}>
      {() => (
        <div className="space-y-3">
          <ul className="space-y-3">
            {shares.map((share, at) => (
              <ShareRow
                key={share.key}
                communityId={community.id}
                share={share}
                at={at}
                taken={shares.flatMap(({ person }) => (person ? [person.id] : []))}
                onChange={change}
                onRemove={shares.length > 1 ? () => remove(share.key) : undefined}
              />
            ))}
          </ul>
          {left > 0 && (
            <p className="text-sm text-muted">{t("form.left", { percent: percent(left) })}</p>
          )}
          {shares.length < delegationLimits.delegates && (
            <Button
              size="small"
              icon="plus"
              onClick={() => onChange({ shares: withAnother(shares) })}
            >
              {t("form.split")}
            </Button>
          )}
        </div>
      )}
    </FieldSet>
  );
}

interface ChoiceFormProps {
  community: Community;
  mine: MyDelegations;
  /** What is changed; null for a new choice. */
  choice: DelegationChoice | null;
  /** The debate from which somebody came to delegate in it. */
  debate?: string | undefined;
  onDone: () => void;
}

/** Of what stands for the draft's subject. */
function versionFor({ given }: MyDelegations, draft: Draft): number {
  const about = aboutOf(draft);
  const standing = given.find(
    ({ subject }) => subject.scope === draft.scope && subject.about === about,
  );
  return standing && standing.delegates.length > 0 ? standing.version : 0;
}

/** Says who votes for the reader, with how much of their vote, and until when. */
export function ChoiceForm({ community, mine, choice, debate, onDone }: ChoiceFormProps) {
  const { t } = useTranslation("delegations");
  const cache = useQueryClient();
  const [now] = useState(() => serverNow());
  const [draft, setDraft] = useState(() => beginDraft({ choice, debate, now }));
  const [version] = useState(choice?.version);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useSaving({
    send: () =>
      call(setDelegations, {
        params: { communityId: community.id },
        body: {
          scope: draft.scope,
          about: aboutOf(draft),
          delegates: draft.shares.map(({ person, percent }) => {
            return { to: person?.id ?? "", percent: Number(percent) };
          }),
          expiresAt: draft.until === lastDay(now) ? null : endOf(draft.until),
          version: version ?? versionFor(mine, draft),
        },
      }),
    refresh: () => refreshDelegations(cache, community.id),
    onDone,
  });
  const fields = { community, draft, onChange: change };
  return (
    <Form
      error={save.error}
      label={t(choice ? "form.change" : "form.title")}
      onSubmit={() => save.mutate()}
    >
      {!choice && <SubjectFields {...fields} />}
      <ShareFields {...fields} />
      <TextField
        type="date"
        name="expiresAt"
        label={t("form.until")}
        hint={t("form.untilHint")}
        required
        className="max-w-72"
        min={dayOf(now)}
        max={lastDay(now)}
        value={draft.until}
        onChange={({ target }) => change({ until: target.value })}
      />
      <SubmitOrCancel
        label={t(choice ? "form.save" : "form.send")}
        icon="delegate"
        busy={save.isPending}
        onCancel={onDone}
      />
    </Form>
  );
}
