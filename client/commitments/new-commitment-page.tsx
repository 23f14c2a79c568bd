import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commitmentLimits, proposeCommitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import type { Author } from "#shared/contract/ids.ts";
import { CommunityFrame } from "../communities/public.ts";
import { MemberPicker } from "../delegations/public.ts";
import { call } from "../lib/api.ts";
import { endOfDay } from "../lib/end-of-day.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { refreshCommitments } from "./queries.ts";

interface Draft {
  readonly title: string;
  readonly criterion: string;
  readonly budget: string;
  readonly dueAt: string;
  readonly reviewAt: string;
}

const blank: Draft = { title: "", criterion: "", budget: "", dueAt: "", reviewAt: "" };

interface AskingProps {
  community: Community;
  decisionId: string;
}

function usePropose({ community, decisionId }: AskingProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { slug, id: communityId } = community;
  return useMutation({
    mutationFn: ({ draft, owner }: { draft: Draft; owner: Author | null }) =>
      call(proposeCommitment, {
        params: { communityId },
        body: {
          source: { kind: "decision", id: decisionId },
          title: draft.title,
          criterion: draft.criterion,
          ownerId: owner?.id ?? "",
          budget: draft.budget.trim() === "" ? null : draft.budget,
          dueAt: endOfDay(draft.dueAt),
          reviewAt: endOfDay(draft.reviewAt),
        },
      }),
    onSuccess: async ({ id: commitmentId }) => {
      await refreshCommitments(cache, communityId);
      await navigate({ to: "/c/$slug/commitments/$commitmentId", params: { slug, commitmentId } });
    },
  });
}

function Asking(props: AskingProps) {
  const { t } = useTranslation("commitments");
  const [draft, setDraft] = useState(blank);
  const [owner, setOwner] = useState<Author | null>(null);
  const propose = usePropose(props);
  const field = (name: keyof Draft) => ({
    name,
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: target.value }),
  });
  return (
    <Form
      className="max-w-measure"
      error={propose.error}
      onSubmit={() => propose.mutate({ draft, owner })}
    >
      <TextField
        {...field("title")}
        required
        maxLength={commitmentLimits.title}
        dir="auto"
        label={t("column.title")}
      />
      <TextArea
        {...field("criterion")}
        required
        limit={commitmentLimits.criterion}
        dir="auto"
        label={t("criterion")}
        hint={t("new.criterionHint")}
      />
      <MemberPicker
        communityId={props.community.id}
        label={t("column.owner")}
        name="ownerId"
        value={owner}
        onChange={setOwner}
        taken={[]}
      />
      <TextField
        {...field("budget")}
        maxLength={commitmentLimits.budget}
        dir="auto"
        label={t("new.budget")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("dueAt")} type="date" required label={t("column.due")} />
        <TextField {...field("reviewAt")} type="date" required label={t("reviewAt")} />
      </div>
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
