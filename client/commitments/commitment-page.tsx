import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Commitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Paid } from "../treasury/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Fact } from "../ui/fact.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Progress } from "../ui/progress.tsx";
import { Time } from "../ui/time.tsx";
import { AddPart } from "./add-part.tsx";
import { Answer, Report, Review, Withdraw } from "./acts.tsx";
import { CommitmentTable } from "./commitments-page.tsx";
import { EditTerms } from "./edit-terms.tsx";
import { FollowButton } from "./follow-button.tsx";
import { commitmentQuery } from "./queries.ts";
import { StateBadge } from "./state-badge.tsx";
import { Story } from "./story.tsx";
import { Way } from "./way.tsx";

interface Props {
  community: Community;
  commitment: Commitment;
}

function Facts({ commitment }: Pick<Props, "commitment">) {
  const { t } = useTranslation("commitments");
  const nameOf = useNameOf();
  const { owner, proposedBy, dueAt, reviewAt, criterion, answer } = commitment;
  return (
    <dl>
      <Fact term={t("column.owner")}>
        <bdi>{nameOf(owner)}</bdi>
      </Fact>
      <Fact term={t("askedBy")}>
        <bdi>{nameOf(proposedBy)}</bdi>
      </Fact>
      <Fact term={t("criterion")}>
        <span dir="auto" className="whitespace-pre-line">
          {criterion}
        </span>
      </Fact>
      <Fact term={t("column.due")}>
        <Time value={dueAt} show="both" />
      </Fact>
      {reviewAt && (
        <Fact term={t("reviewAt")}>
          <Time value={reviewAt} show="both" />
        </Fact>
      )}
      {answer?.reason && (
        <Fact term={t(answer.isYes ? "saidYes" : "saidNo")}>
          <q dir="auto">{answer.reason}</q>
        </Fact>
      )}
    </dl>
  );
}

function Reviewed({ commitment }: Pick<Props, "commitment">) {
  const { t } = useTranslation("commitments");
  const nameOf = useNameOf();
  const { review } = commitment;
  if (!review) return null;
  return (
    <section id="review" aria-labelledby="review-title" className="space-y-2">
      <h2 id="review-title" className="text-2xl">
        {t(`outcome.${review.outcome}`)}
      </h2>
      <p className="text-sm text-muted">
        <bdi>{nameOf(review.by)}</bdi> <Time value={review.at} />
      </p>
      <p dir="auto" className="whitespace-pre-line">
        {review.words}
      </p>
      {review.reopened && <p>{t("review.reopened")}</p>}
    </section>
  );
}

function Acts({ commitment }: Pick<Props, "commitment">) {
  const { can } = commitment;
  return (
    <>
      {can.answer && <Answer key={commitment.version} commitment={commitment} />}
      {can.report && <Report commitment={commitment} />}
      {can.review && <Review commitment={commitment} />}
      {can.addPart && <AddPart commitment={commitment} />}
      {can.edit && <EditTerms commitment={commitment} />}
      {can.withdraw && <Withdraw commitment={commitment} />}
    </>
  );
}

function Telling({ community, commitment }: Props) {
  const { t } = useTranslation("commitments");
  const { state, title, progress, parts, parent, hasOwner } = commitment;
  return (
    <div className="max-w-measure space-y-8">
      <Way community={community} commitment={commitment} />
      {parent && (
        <p>
          {t("partOf")}{" "}
          <Link
            to="/c/$slug/commitments/$commitmentId"
            params={{ slug: community.slug, commitmentId: parent.id }}
            className="link"
          >
            <bdi>{parent.title}</bdi>
          </Link>
        </p>
      )}
      <p className="flex flex-wrap items-center gap-3 font-serif text-2xl">
        <bdi>{title}</bdi> <StateBadge state={state} />
        {commitment.can.follow && <FollowButton commitment={commitment} />}
      </p>
      {state === "overdue" && (
        <Banner tone="warn" icon="warning">
          {t("overdue")}
        </Banner>
      )}
      {!hasOwner && (
        <Banner tone="warn" icon="warning">
          {t("noOwner")}
        </Banner>
      )}
      <Progress label={t("column.progress")} done={progress} total={100} />
      <Facts commitment={commitment} />
      <Paid community={community} commitmentId={commitment.id} />
      {parts.length > 0 && (
        <CommitmentTable community={community} items={parts} caption={t("parts")} isOfParts />
      )}
      <Acts commitment={commitment} />
      <Story community={community} commitment={commitment} />
      <Reviewed commitment={commitment} />
    </div>
  );
}

function Found({ community, commitmentId }: { community: Community; commitmentId: string }) {
  const query = useQuery(commitmentQuery({ communityId: community.id, commitmentId }));
  return (
    <Loaded query={query}>
      {(commitment) => <Telling community={community} commitment={commitment} />}
    </Loaded>
  );
}

/** One commitment: where it comes from, how far it is, and what came of it. */
export function CommitmentPage() {
  const { slug, commitmentId } = useParams({ from: "/c/$slug/commitments/$commitmentId" });
  const { t } = useTranslation("commitments");
  return (
    <CommunityFrame slug={slug} title={t("one")}>
      {(community) => <Found community={community} commitmentId={commitmentId} />}
    </CommunityFrame>
  );
}
