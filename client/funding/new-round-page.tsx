import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { beginFundingRound } from "#shared/contract/funding.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmptyState } from "../ui/states.tsx";
import { ImportRound } from "./import-round.tsx";
import { blankPlan, type Plan, wireOf } from "./plan.ts";
import { PlanFields } from "./plan-fields.tsx";
import { refreshFunding } from "./queries.ts";

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
        <PlanFields plan={plan} communityId={community.id} onChange={onChange} />
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
  return (
    <CommunityFrame slug={slug} title={t("plan.heading")}>
      {(community) => (
        <>
          {community.me && community.me.role !== "member" ? (
            <NewRound community={community} />
          ) : (
            <EmptyState icon="lock" title={t("moderators-only.title")}>
              {t("moderators-only.text")}
            </EmptyState>
          )}
        </>
      )}
    </CommunityFrame>
  );
}
