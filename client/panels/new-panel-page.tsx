import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Community } from "#shared/contract/communities.ts";
import { createPanel, panelLimits, panelRules } from "#shared/contract/panels.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { groupsQuery } from "../representation/public.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { attributesOf, type DraftAttribute, quotasFrom, wholeOf } from "./draft.ts";
import { debatesQuery, refreshPanels } from "./queries.ts";
import { QuotaFields } from "./quota-fields.tsx";
import { useWords } from "./words.ts";

interface Plan {
  readonly title: string;
  readonly purpose: string;
  readonly debateId: string;
  readonly seats: string;
  readonly rule: (typeof panelRules)[number];
  readonly onePerHousehold: boolean;
  readonly attributes: readonly DraftAttribute[];
}

const blank: Plan = {
  title: "",
  purpose: "",
  debateId: "",
  seats: "",
  rule: "leximin",
  onePerHousehold: true,
  attributes: [],
};

interface FieldsProps {
  community: Community;
  plan: Plan;
  onChange: (change: Partial<Plan>) => void;
}

function AboutFields({ community, plan, onChange }: FieldsProps) {
  const { t } = useWords();
  const { data: debates } = useQuery(debatesQuery(community.id));
  return (
    <>
      <TextField
        name="title"
        required
        minLength={3}
        maxLength={panelLimits.title}
        dir="auto"
        label={t("new.title")}
        value={plan.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <TextArea
        name="purpose"
        required
        limit={panelLimits.purpose}
        dir="auto"
        label={t("new.purpose")}
        hint={t("new.purposeHint")}
        value={plan.purpose}
        onChange={({ target }) => onChange({ purpose: target.value })}
      />
      <Select
        name="debateId"
        label={t("new.debate")}
        hint={t("new.debateHint")}
        value={plan.debateId}
        onChange={({ target }) => onChange({ debateId: target.value })}
      >
        <option value="">{t("new.noDebate")}</option>
        {debates?.items
          .filter(({ phase }) => phase !== "draft")
          .map(({ id, question }) => (
            <option key={id} value={id}>
              {question}
            </option>
          ))}
      </Select>
      <TextField
        name="seats"
        required
        inputMode="numeric"
        className="max-w-48"
        label={t("new.seats")}
        value={plan.seats}
        onChange={({ target }) => onChange({ seats: target.value })}
      />
    </>
  );
}

/** Takes over what members say about themselves anyway, with quotas by the shares that there should be. */
function FromDeclared({ community, plan, onChange }: FieldsProps) {
  const { t } = useWords();
  const { data } = useQuery(groupsQuery(community.id));
  const seats = wholeOf(plan.seats);
  if (!data || data.attributes.length === 0) return null;
  return (
    <div className="space-y-1">
      <Button
        icon="copy"
        disabled={!(seats > 0)}
        onClick={() => onChange({ attributes: quotasFrom(data.attributes, seats) })}
      >
        {t("new.fromDeclared")}
      </Button>
      <p className="text-sm text-muted">{t("new.fromDeclaredHint")}</p>
    </div>
  );
}

function LotFields({ plan, onChange }: Omit<FieldsProps, "community">) {
  const { t } = useWords();
  return (
    <>
      <RadioGroup
        required
        label={t("new.rule")}
        name="rule"
        value={plan.rule}
        onChange={(rule) => onChange({ rule })}
        choices={panelRules.map((value) => ({
          value,
          label: t(`rule.${value}`),
          hint: t(`ruleHint.${value}`),
        }))}
      />
      <Checkbox
        name="onePerHousehold"
        label={t("new.household")}
        hint={t("new.householdHint")}
        checked={plan.onePerHousehold}
        onChange={({ target }) => onChange({ onePerHousehold: target.checked })}
      />
    </>
  );
}

function NewPanel({ community }: { community: Community }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [plan, setPlan] = useState(blank);
  const { id: communityId, slug } = community;
  const seats = wholeOf(plan.seats);
  const fields: FieldsProps = {
    community,
    plan,
    onChange: (change) => setPlan((now) => ({ ...now, ...change })),
  };
  const save = useMutation({
    mutationFn: () => {
      const attributes = attributesOf(plan.attributes, seats);
      const body = { ...plan, seats, attributes, debateId: plan.debateId || null };
      return call(createPanel, { params: { communityId }, body });
    },
    onSuccess: async ({ id: panelId }) => {
      await refreshPanels(cache, communityId);
      await navigate({ to: "/c/$slug/panels/$panelId", params: { slug, panelId } });
    },
  });
  return (
    <Form className="max-w-measure" error={save.error} onSubmit={() => save.mutate()}>
      <p className="text-muted">{t("new.lead")}</p>
      <AboutFields {...fields} />
      <section aria-labelledby="quotas" className="space-y-4">
        <h2 id="quotas" className="text-2xl">
          {t("new.quotas")}
        </h2>
        <p className="text-muted">{t("new.quotasLead")}</p>
        <FromDeclared {...fields} />
        <QuotaFields
          draft={plan.attributes}
          seats={Number.isNaN(seats) ? 0 : seats}
          onChange={(attributes) => fields.onChange({ attributes })}
        />
      </section>
      <LotFields {...fields} />
      <SubmitOrCancel
        label={t("new.call")}
        busy={save.isPending}
        onCancel={() => void navigate({ to: "/c/$slug/panels", params: { slug } })}
      />
    </Form>
  );
}

/** Where owners call for volunteers. */
export function NewPanelPage() {
  const { slug } = useParams({ from: "/c/$slug/panels/new" });
  const { t } = useWords();
  return (
    <CommunityFrame slug={slug} title={t("new.heading")}>
      {(community) => (
        <>
          {community.me?.role === "owner" ? (
            <NewPanel community={community} />
          ) : (
            <EmptyState icon="lock" title={t("ownersOnly.title")}>
              {t("ownersOnly.text")}
            </EmptyState>
          )}
        </>
      )}
    </CommunityFrame>
  );
}
