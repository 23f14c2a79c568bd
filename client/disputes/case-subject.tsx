import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Dispute } from "#shared/contract/disputes.ts";
import { ActionBrief } from "../moderation/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Part } from "./said.tsx";

interface SubjectProps {
  dispute: Dispute;
  slug: string;
}

function OfAction({ dispute, slug }: SubjectProps) {
  const { subject, communityId } = dispute;
  if (subject.kind !== "action") return null;
  return <ActionBrief communityId={communityId} slug={slug} actionId={subject.actionId} />;
}

function OfDecision({ dispute, slug }: SubjectProps) {
  const { t } = useTranslation("disputes");
  const { subject, isSuspended, stage } = dispute;
  if (subject.kind !== "decision") return null;
  const { debateId, decisionId, title, about } = subject;
  const isGoingOn = stage !== "ruled" && stage !== "withdrawn";
  return (
    <>
      <p className="font-serif text-xl">
        <Link
          to="/c/$slug/d/$debateId/outcome"
          params={{ slug, debateId }}
          hash={decisionId}
          className="link"
        >
          <bdi>{title}</bdi>
        </Link>
      </p>
      <p>{t(`fault.${about}`)}</p>
      {isGoingOn && (
        <Banner tone={isSuspended ? "warn" : "info"}>
          {t(isSuspended ? "subject.suspended" : "subject.inEffect")}
        </Banner>
      )}
    </>
  );
}

function OfCommitment({ dispute, slug }: SubjectProps) {
  const { t } = useTranslation("disputes");
  const { subject } = dispute;
  if (subject.kind !== "commitment") return null;
  const { commitmentId, updateId, title } = subject;
  return (
    <>
      <p className="font-serif text-xl">
        <Link
          to="/c/$slug/commitments/$commitmentId"
          params={{ slug, commitmentId }}
          hash={updateId}
          className="link"
        >
          <bdi>{title}</bdi>
        </Link>
      </p>
      <p>{t("falseReport.is")}</p>
    </>
  );
}

/** What is disputed, as far as the reader may see it, and under which rule. */
export function CaseSubject({ dispute, slug }: SubjectProps) {
  const { t } = useTranslation("disputes");
  const { kind } = dispute.subject;
  return (
    <Part id="subject" title={t("subject.title")}>
      <OfAction dispute={dispute} slug={slug} />
      <OfDecision dispute={dispute} slug={slug} />
      <OfCommitment dispute={dispute} slug={slug} />
      {kind === "conflict" && <p className="max-w-measure">{t("subject.conflict")}</p>}
    </Part>
  );
}
