import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { beginFundingRound, fundingLimits } from "#shared/contract/funding.ts";
import { fundingRules } from "#shared/funding/settings.ts";
import { CommunityHeader, useCommunity } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ImportRound } from "./import-round.tsx";
import { blankPlan, type Plan, wireOf } from "./plan.ts";
import { refreshFunding } from "./queries.ts";

interface FieldsProps {
  plan: Plan;
  onChange: (change: Partial<Plan>) => void;
}

const forms = ["approval", "cumulative", "ranked"] as const;

function useField({ plan, onChange }: FieldsProps) {
  return (name: keyof Plan) => ({
    name,
    value: plan[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
}

function AboutFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const field = useField(props);
  return (
    <>
      <TextField
        {...field("title")}
        required
        minLength={3}
        maxLength={fundingLimits.title}
        dir="auto"
        label={t("plan.title")}
      />
      <TextArea
        {...field("about")}
        limit={fundingLimits.about}
        dir="auto"
        label={t("plan.about")}
        hint={t("plan.about-hint")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("budget")} required inputMode="decimal" label={t("plan.budget")} />
        <TextField
          {...field("currency")}
          required
          maxLength={fundingLimits.currency}
          label={t("plan.currency")}
          hint={t("plan.currency-hint")}
        />
      </div>
    </>
  );
}

/** What bounds the matching of pledges. */
function MatchingFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const field = useField(props);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        {...field("pairBound")}
        type="number"
        min={1}
        label={t("plan.pair-bound")}
        hint={t("plan.pair-bound-hint")}
      />
      <TextField
        {...field("cap")}
        inputMode="decimal"
        label={t("plan.cap")}
        hint={t("plan.cap-hint")}
      />
    </div>
  );
}

function RuleFields(props: FieldsProps) {
  const { t } = useTranslation("funding");
  const { plan, onChange } = props;
  const field = useField(props);
  const isQuadratic = plan.rule === "quadratic";
  return (
    <>
      <RadioGroup
        required
        label={t("plan.rule")}
        name="rule"
        value={plan.rule}
        onChange={(rule) => onChange({ rule, most: rule === "quadratic" ? "100" : "10" })}
        choices={fundingRules.map((value) => ({
          value,
          label: t(`rule.${value}`),
          hint: t(`rule-hint.${value}`),
        }))}
      />
      {!isQuadratic && (
        <RadioGroup
          required
          label={t("plan.form")}
          name="form"
          value={plan.form}
          onChange={(form) => onChange({ form })}
          choices={forms.map((value) => ({
            value,
            label: t(`form.${value}`),
            hint: t(`form-hint.${value}`),
          }))}
        />
      )}
      <TextField
        {...field("most")}
        required
        type="number"
        min={1}
        max={1_000_000}
        className="max-w-72"
        label={t(isQuadratic || plan.form === "cumulative" ? "plan.credits" : "plan.most")}
      />
      {isQuadratic && <MatchingFields {...props} />}
    </>
  );
}

function NewRound({ community }: { community: Community }) {
  const { t } = useTranslation("funding");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [plan, setPlan] = useState(() => blankPlan(serverNow()));
  const onChange = (change: Partial<Plan>) => setPlan((now) => ({ ...now, ...change }));
  const go = async (roundId: string) => {
    await refreshFunding(cache, community.id);
    await navigate({
      to: "/c/$slug/funding/$roundId",
      params: { slug: community.slug, roundId },
    });
  };
  const save = useMutation({
    mutationFn: () =>
      call(beginFundingRound, { params: { communityId: community.id }, body: wireOf(plan) }),
    onSuccess: ({ id }) => go(id),
  });
  return (
    <div className="max-w-measure space-y-10">
      <Form error={save.error} onSubmit={() => save.mutate()}>
        <p className="text-muted">{t("plan.lead")}</p>
        <AboutFields plan={plan} onChange={onChange} />
        <RuleFields plan={plan} onChange={onChange} />
        <TextField
          name="closesAt"
          type="datetime-local"
          required
          className="max-w-72"
          label={t("plan.closes-at")}
          hint={t("plan.closes-at-hint")}
          value={plan.closesAt}
          onChange={({ target }) => onChange({ closesAt: target.value })}
        />
        <FormActions>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t("plan.begin")}
          </Button>
        </FormActions>
      </Form>
      <ImportRound communityId={community.id} onDone={go} />
    </div>
  );
}

/** Where moderators begin a round, or bring one in that was held elsewhere. */
export function NewRoundPage() {
  const { slug } = useParams({ from: "/c/$slug/funding/new" });
  const { t } = useTranslation("funding");
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <div className="space-y-8">
          <CommunityHeader community={community} title={t("plan.heading")} />
          {community.me && community.me.role !== "member" ? (
            <NewRound community={community} />
          ) : (
            <EmptyState icon="lock" title={t("moderators-only.title")}>
              {t("moderators-only.text")}
            </EmptyState>
          )}
        </div>
      )}
    </Loaded>
  );
}
