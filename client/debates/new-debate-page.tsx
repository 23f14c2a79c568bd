import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { useAccount } from "../lib/session.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState } from "../ui/states.tsx";
import { NewDebateForm } from "./new-debate-form.tsx";
import { communityQuery, debateQuery, outlineQuery } from "./queries.ts";

/** The form with the question, the context and the standing answers of another debate. */
function CopiedForm({ community, of }: { community: Community; of: string }) {
  const ids = { communityId: community.id, debateId: of };
  const debate = useQuery(debateQuery(ids));
  const outline = useQuery(outlineQuery(ids));
  return (
    <Loaded query={debate} skeleton={<Skeleton shape="page" />}>
      {({ question, context, topic, language, template }) => (
        <Loaded query={outline} skeleton={<Skeleton shape="page" />}>
          {({ positions }) => (
            <NewDebateForm
              community={community}
              copy={{
                of,
                question: {
                  question,
                  context,
                  topic,
                  language,
                  template,
                  phase: "framing",
                  positions: positions
                    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
                    .map(({ title, text }) => ({ title, text })),
                },
              }}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Members ask; others are led to where they become one. */
function NewDebate({ community, from }: { community: Community; from: string | undefined }) {
  const { t } = useTranslation("debates");
  const account = useAccount();
  const { slug, me } = community;
  if (account === null) {
    return <Navigate to="/sign-in" search={{ next: `/c/${slug}/debates/new` }} />;
  }
  if (me && from !== undefined) return <CopiedForm key={from} community={community} of={from} />;
  if (me) return <NewDebateForm key={account?.id} community={community} />;
  return (
    <EmptyState
      icon="lock"
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
  const { from } = useSearch({ strict: false });
  const query = useQuery(communityQuery(slug));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <div className="max-w-measure space-y-8">
          <PageHeading
            eyebrow={<bdi>{community.name}</bdi>}
            lead={t(from === undefined ? "new.lead" : "new.leadCopy")}
          >
            {t(from === undefined ? "new.title" : "new.titleCopy")}
          </PageHeading>
          <NewDebate community={community} from={from} />
        </div>
      )}
    </Loaded>
  );
}
