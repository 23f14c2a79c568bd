import { useMutation, useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { createDebate } from "#shared/contract/debates.ts";
import { call } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useDraft } from "./drafts.ts";
import { communityQuery } from "./queries.ts";
import { QuestionFields, type QuestionText } from "./question-fields.tsx";

interface NewQuestion extends QuestionText {
  readonly phase: "draft" | "framing";
}

function NewDebateForm({ community }: { community: Community }) {
  const { t } = useTranslation("debates");
  const navigate = useNavigate();
  const { id: communityId, slug, language } = community;
  const draft = useDraft<NewQuestion>(`question.${communityId}`, {
    question: "",
    context: "",
    topic: "governance",
    language,
    phase: "framing",
  });
  const create = useMutation({
    mutationFn: () => call(createDebate, { params: { communityId }, body: draft.value }),
    onSuccess: ({ id: debateId }) => {
      draft.clear();
      return navigate({ to: "/c/$slug/d/$debateId/arguments", params: { slug, debateId } });
    },
  });
  return (
    <Form error={create.error} onSubmit={() => create.mutate()}>
      <QuestionFields value={draft.value} onChange={draft.set} />
      <RadioGroup
        name="phase"
        label={t("new.begin")}
        required
        value={draft.value.phase}
        onChange={(phase) => draft.set({ phase })}
        choices={[
          { value: "framing", label: t("new.framing"), hint: t("new.framingHint") },
          { value: "draft", label: t("new.draft"), hint: t("new.draftHint") },
        ]}
      />
      <FormActions>
        <Button type="submit" variant="primary" size="large" busy={create.isPending}>
          {t("new.submit")}
        </Button>
        <p className="text-sm text-muted">{t("new.kept")}</p>
      </FormActions>
    </Form>
  );
}

/** Members ask; others are led to where they become one. */
function NewDebate({ community }: { community: Community }) {
  const { t } = useTranslation("debates");
  const account = useAccount();
  const { slug, me } = community;
  if (account === null) {
    return <Navigate to="/sign-in" search={{ next: `/c/${slug}/debates/new` }} />;
  }
  if (me) return <NewDebateForm key={account?.id} community={community} />;
  return (
    <EmptyState
      icon="question"
      title={t("new.membersOnly")}
      action={
        <ButtonLink to="/c/$slug" params={{ slug }} variant="primary">
          {t("next.join.button")}
        </ButtonLink>
      }
    />
  );
}

/** Asks a question. */
export function NewDebatePage() {
  const { t } = useTranslation("debates");
  const { slug = "" } = useParams({ strict: false });
  const query = useQuery(communityQuery(slug));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <div className="max-w-measure space-y-8">
          <PageHeading eyebrow={<bdi>{community.name}</bdi>} lead={t("new.lead")}>
            {t("new.title")}
          </PageHeading>
          <NewDebate community={community} />
        </div>
      )}
    </Loaded>
  );
}
