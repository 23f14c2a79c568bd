import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Commitment } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { useDraft } from "../debates/public.ts";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { CaseFields, SendCase } from "./case-fields.tsx";
import { emptyCase, type NewCase, useOpenCase } from "./new-case.ts";
import { commitmentQuery } from "./queries.ts";
import { givenSources } from "./sources.tsx";

interface ReportFormProps {
  community: Community;
  commitmentId: string;
  updateId: string;
}

function Fields({
  community,
  commitment,
  updateId,
}: Omit<ReportFormProps, "commitmentId"> & { commitment: Commitment }) {
  const { t } = useTranslation("disputes");
  const { id: communityId, slug } = community;
  const draft = useDraft<NewCase>(`dispute.new.report.${updateId}`, emptyCase);
  const open = useOpenCase({ communityId, slug, onDone: draft.clear });
  const report = commitment.updates.find(({ id }) => id === updateId);
  const { grounds, evidence } = draft.value;
  const send = () => {
    const given = { grounds, evidence: givenSources(evidence) };
    open.mutate({ kind: "commitment", commitmentId: commitment.id, updateId, ...given });
  };
  return (
    <>
      <p dir="auto" className="font-serif text-xl">
        {commitment.title}
      </p>
      {report && (
        <blockquote dir="auto" className="border-s-3 border-line-strong ps-4 whitespace-pre-line">
          {report.words}
        </blockquote>
      )}
      <Form error={open.error} onSubmit={send}>
        <CaseFields value={draft.value} onChange={draft.set} hint={t("falseReport.groundsHint")} />
        <SendCase label={t("falseReport.send")} busy={open.isPending} />
      </Form>
    </>
  );
}

/** Says that a report on a commitment is false. */
export function ReportForm({ community, commitmentId, updateId }: ReportFormProps) {
  const { t } = useTranslation("disputes");
  const query = useQuery(commitmentQuery(community.id, commitmentId));
  return (
    <div className="max-w-measure space-y-6">
      <p>{t("falseReport.lead")}</p>
      <Loaded query={query}>
        {(commitment) => (
          <Fields community={community} commitment={commitment} updateId={updateId} />
        )}
      </Loaded>
    </div>
  );
}
