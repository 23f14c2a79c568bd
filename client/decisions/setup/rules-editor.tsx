import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Position } from "#shared/contract/claims.ts";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { serverNow } from "../../lib/server-clock.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.ts";
import { type DebateIds, useSaveRules } from "../queries.ts";
import { useCommunity } from "../../communities/public.ts";
import { outlineQuery, useDebate } from "../../debates/public.ts";
import { RulesList } from "../rules-list.tsx";
import { useWords } from "../words.ts";
import { adviceOn, type Circumstances } from "./advice.ts";
import {
  chosenWeighting,
  type Draft,
  draftOf,
  emptyDraft,
  fromLocal,
  groupMajorityOf,
  quorumOf,
  rulesOf,
  settingsOf,
  thresholdOf,
} from "./draft.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import type { FieldsProps } from "./fields.ts";
import { MethodFields } from "./method-fields.tsx";
import { runoffDraft } from "./runoff.ts";
import { SupportFields } from "./support-fields.tsx";
import { TieFields } from "./tie-fields.tsx";
import { TimeFields } from "./time-fields.tsx";
import { VoterFields } from "./voter-fields.tsx";
import { useSnapshots, WeightFields } from "./weight-fields.tsx";
import { weightingOf } from "./weighting-draft.ts";

const longestTitle = 200;

interface RulesEditorProps {
  ids: DebateIds;
  /** The decision that is changed; null for a new one. */
  before: DecisionView | null;
  /** The decision that left open what a new one is to decide. */
  runoffOf?: DecisionView | undefined;
  onDone: (saved: DecisionView | null) => void;
}

/** The rules as voters will read them, and what could turn out badly. */
function Preview({ draft, around }: { draft: Draft; around: Circumstances }) {
  const { t } = useWords();
  const closesAt = fromLocal(draft.closesAt);
  const opensAt = draft.opens === "now" ? null : fromLocal(draft.opensAt);
  const { secrecy, liveResults, roles } = draft;
  const settings = settingsOf(draft);
  const quorum = quorumOf(draft);
  const weighting = weightingOf(chosenWeighting(draft));
  const { data } = useSnapshots();
  const snapshot = data?.snapshots.find(({ id }) => id === draft.weighting.snapshotId) ?? null;
  const threshold = thresholdOf(draft.threshold);
  return (
    <aside className="space-y-4 lg:sticky lg:top-20 lg:self-start">
      <h3 className="text-xl">{t("setup.preview")}</h3>
      {adviceOn(draft, around).map((advice) => (
        <Banner key={advice} tone="warn">
          {t(`advice.${advice}`)}
        </Banner>
      ))}
      <RulesList
        rules={{
          settings,
          secrecy,
          liveResults: liveResults && secrecy === "public",
          quorum,
          threshold,
          groupMajority: groupMajorityOf(draft),
          frozenGroups: null,
          tieBreak: draft.tieBreak,
          reasons: draft.reasons,
          takesPaper: draft.takesPaper && draft.secrecy !== "secret",
          opensAt,
          closesAt,
          weighting,
          snapshot,
          unit: "1",
          electorate: { roles, size: null, weight: null },
        }}
      />
    </aside>
  );
}

/** What goes with secret ballots: words could show whose they are. */
const secretDraft = { reasons: "off" } as const;

function SecrecyFields({ draft, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <div className="space-y-3">
      <RadioGroup
        name="secrecy"
        required
        label={t("rules.term.secrecy")}
        value={draft.secrecy}
        onChange={(secrecy) => onChange({ secrecy, ...(secrecy === "secret" && secretDraft) })}
        choices={(["secret-until-close", "secret", "public"] as const).map((value) => ({
          value,
          label: t(`setup.secrecy-${value}`),
          hint: t(`rules.secrecy.${value}`),
        }))}
      />
      {draft.secrecy === "secret" && (
        <Link to="/help" hash="secret" target="_blank" className="link text-sm">
          {t("setup.secrecy-limits")}
        </Link>
      )}
      {draft.secrecy === "public" && (
        <Checkbox
          name="liveResults"
          required={false}
          label={t("setup.live")}
          hint={t("setup.live-hint")}
          checked={draft.liveResults}
          onChange={({ target }) => onChange({ liveResults: target.checked })}
        />
      )}
    </div>
  );
}

interface RulesFormProps extends RulesEditorProps, FieldsProps {
  positions: readonly Position[];
  options: number;
}

function RulesForm(props: RulesFormProps) {
  const { ids, before, onDone, draft, onChange, positions, options } = props;
  const { t } = useWords();
  const save = useSaveRules(ids, before);
  const fields: FieldsProps = { draft, onChange };
  const submit = () => {
    const rules = rulesOf(draft);
    if (!rules) return;
    save.mutate(rules, {
      onSuccess: (saved) => {
        const state = saved.status === "open" ? "open" : "scheduled";
        toast({ title: t(`setup.saved-${state}`), tone: "good" });
        onDone(saved);
      },
    });
  };
  return (
    <Form error={save.error} onSubmit={submit} label={t("setup.title")}>
      <TextField
        name="title"
        required
        minLength={3}
        maxLength={longestTitle}
        label={t("setup.name")}
        hint={t("setup.name-hint")}
        value={draft.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <MethodFields {...fields} options={options} />
      <ChoiceFields {...fields} positions={positions} />
      <SecrecyFields {...fields} />
      <VoterFields {...fields} />
      <WeightFields {...fields} />
      <SupportFields {...fields} />
      <TieFields {...fields} />
      <TimeFields {...fields} />
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t(draft.opens === "now" ? "setup.open-now" : "setup.save")}
        </Button>
        <Button variant="quiet" onClick={() => onDone(null)}>
          {t("setup.leave")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** How many options voters will have. */
function optionsIn({ settings, times, positionIds }: Draft, standing: number): number {
  return settings.method === "time-poll" ? times.length : (positionIds?.length ?? standing);
}

/** Sets up a decision, or changes one that has not opened; a preview says the rules in words. */
export function RulesEditor(props: RulesEditorProps) {
  const { ids, before, runoffOf } = props;
  const { t } = useWords();
  const positions = useQuery({
    ...outlineQuery(ids),
    select: (outline) => outline.positions.filter(({ withdrawnAt }) => withdrawnAt === undefined),
  });
  const { slug, debate } = useDebate();
  const community = useCommunity(slug).data;
  const { question } = debate;
  const [draft, setDraft] = useState(() => {
    if (before) return draftOf(before);
    if (runoffOf) {
      const title = t("runoff.title", { title: runoffOf.title }).slice(0, longestTitle);
      return runoffDraft(runoffOf, title, serverNow());
    }
    return { ...emptyDraft(serverNow()), title: question.slice(0, longestTitle) };
  });
  const onChange: FieldsProps["onChange"] = (change) => setDraft((now) => ({ ...now, ...change }));
  return (
    <section className="space-y-6">
      <h2 className="text-2xl">{t(before ? "setup.change-title" : "setup.title")}</h2>
      <Loaded query={positions}>
        {(standing) => {
          const options = optionsIn(draft, standing.length);
          const form = { draft, onChange, positions: standing, options };
          return (
            <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
              <RulesForm {...props} {...form} />
              <Preview
                draft={draft}
                around={{
                  options,
                  standing: standing.length,
                  members: community?.memberCount ?? 0,
                  isOpenToAll: community?.joinPolicy === "open",
                }}
              />
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
