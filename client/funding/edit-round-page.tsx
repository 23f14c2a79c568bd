import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { changeFundingRound, type FundingRound } from "#shared/contract/funding.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { planOf, type Plan, wireOf } from "./plan.ts";
import { PlanFields } from "./plan-fields.tsx";
import { refreshFunding, roundQuery } from "./queries.ts";

function EditRound({ round, community }: { round: FundingRound; community: Community }) {
  const { t } = useTranslation("funding");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [plan, setPlan] = useState(() => planOf(round));
  const onChange = (change: Partial<Plan>) => setPlan((now) => ({ ...now, ...change }));
  const ids = { communityId: community.id, roundId: round.id };
  const leave = () =>
    void navigate({
      to: "/c/$slug/funding/$roundId",
      params: { slug: community.slug, roundId: round.id },
    });
  const save = useSaving({
    send: () =>
      call(changeFundingRound, {
        params: ids,
        body: { ...wireOf(plan, round), version: round.version },
      }),
    refresh: () => refreshFunding(cache, community.id),
    onDone: leave,
  });
  return (
    <Form error={save.error} onSubmit={() => save.mutate()} className="max-w-measure">
      <p className="text-muted">{t("plan.edit-lead")}</p>
      <PlanFields plan={plan} communityId={community.id} onChange={onChange} />
      <SubmitOrCancel label={t("plan.save")} busy={save.isPending} onCancel={leave} />
    </Form>
  );
}

function RoundToEdit({ community, roundId }: { community: Community; roundId: string }) {
  const { t } = useTranslation("funding");
  const query = useQuery(roundQuery({ communityId: community.id, roundId }));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {({ round, can }) =>
        can.steer ? (
          <EditRound round={round} community={community} />
        ) : (
          <EmptyState icon="lock" title={t("no-edit.title")}>
            {t("no-edit.text")}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

/** Where moderators change what a round is to be, before voting opens. */
export function EditRoundPage() {
  const { slug, roundId } = useParams({ from: "/c/$slug/funding/$roundId/edit" });
  const { t } = useTranslation("funding");
  return (
    <CommunityFrame slug={slug} title={t("plan.edit-heading")}>
      {(community) => <RoundToEdit community={community} roundId={roundId} />}
    </CommunityFrame>
  );
}
