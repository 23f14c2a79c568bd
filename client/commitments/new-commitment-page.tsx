import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { proposeCommitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmptyState } from "../ui/states.tsx";
import { blankWhole, type Part, type Whole, wireOf } from "./draft.ts";
import { PartsFields } from "./parts-fields.tsx";
import { refreshCommitments } from "./queries.ts";
import { WholeFields } from "./terms-fields.tsx";

interface AskingProps {
  community: Community;
  decisionId: string;
}

function usePropose({ community, decisionId }: AskingProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { slug, id: communityId } = community;
  return useMutation({
    mutationFn: ({ whole, parts }: { whole: Whole; parts: readonly Part[] }) =>
      call(proposeCommitment, {
        params: { communityId },
        body: { source: { kind: "decision", id: decisionId }, ...wireOf(whole, parts) },
      }),
    onSuccess: async ({ id: commitmentId }) => {
      await refreshCommitments(cache, communityId);
      await navigate({ to: "/c/$slug/commitments/$commitmentId", params: { slug, commitmentId } });
    },
  });
}

function Asking(props: AskingProps) {
  const { t } = useTranslation("commitments");
  const [whole, setWhole] = useState(blankWhole);
  const [parts, setParts] = useState<readonly Part[]>([]);
  const propose = usePropose(props);
  const communityId = props.community.id;
  return (
    <Form
      className="max-w-measure"
      error={propose.error}
      onSubmit={() => propose.mutate({ whole, parts })}
    >
      <WholeFields
        communityId={communityId}
        value={whole}
        onChange={(change) => setWhole((now) => ({ ...now, ...change }))}
      />
      <PartsFields communityId={communityId} whole={whole} parts={parts} onChange={setParts} />
      <FormActions>
        <Button type="submit" variant="primary" busy={propose.isPending}>
          {t("new.send")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Where a member is asked to commit to what was decided. */
export function NewCommitmentPage() {
  const { slug } = useParams({ from: "/c/$slug/commitments/new" });
  const { decision } = useSearch({ from: "/c/$slug/commitments/new" });
  const { t } = useTranslation("commitments");
  return (
    <CommunityFrame slug={slug} title={t("new.title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("new.lead")}</p>
          {decision === undefined ? (
            <EmptyState icon="decision" title={t("new.none")}>
              {t("new.noneText")}
            </EmptyState>
          ) : (
            <Asking community={community} decisionId={decision} />
          )}
        </>
      )}
    </CommunityFrame>
  );
}
