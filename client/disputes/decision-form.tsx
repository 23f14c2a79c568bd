import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { useDraft } from "../debates/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { CaseFields, SendCase } from "./case-fields.tsx";
import { CaseLink } from "./case-link.tsx";
import { emptyCase, type NewCase, useOpenCase } from "./new-case.ts";
import { casesAboutQuery, decisionQuery, settingsQuery } from "./queries.ts";
import { givenSources } from "./sources.tsx";
import { isUnderWay } from "./words.ts";

type Fault = "procedure" | "eligibility";
const faults: readonly Fault[] = ["procedure", "eligibility"];

interface NewDoubt extends NewCase {
  readonly about: Fault | "";
}
const emptyDoubt: NewDoubt = { ...emptyCase, about: "" };

/** Whether what was decided has an effect meanwhile. */
function Effect({ communityId }: { communityId: string }) {
  const { t } = useTranslation("disputes");
  const { data } = useQuery(settingsQuery(communityId));
  if (!data) return null;
  return (
    <Banner tone={data.suspendsDecisions ? "warn" : "info"}>
      {t(data.suspendsDecisions ? "doubt.suspends" : "doubt.staysInEffect")}
    </Banner>
  );
}

function Fields({ community, decision }: { community: Community; decision: DecisionView }) {
  const { t } = useTranslation("disputes");
  const { id: communityId, slug } = community;
  const draft = useDraft<NewDoubt>(`dispute.new.decision.${decision.id}`, emptyDoubt);
  const open = useOpenCase({ communityId, slug, onDone: draft.clear });
  const { about, grounds, evidence } = draft.value;
  const send = () => {
    if (about === "") return;
    const given = { grounds, evidence: givenSources(evidence) };
    open.mutate({ kind: "decision", decisionId: decision.id, about, ...given });
  };
  return (
    <>
      <p dir="auto" className="border-s-3 border-line-strong ps-4 font-serif text-xl">
        {decision.title}
      </p>
      <Effect communityId={communityId} />
      <Form error={open.error} onSubmit={send}>
        <RadioGroup
          name="about"
          label={t("doubt.about")}
          required
          value={about}
          onChange={(chosen) => draft.set({ about: chosen })}
          choices={faults.map((value) => ({
            value,
            label: t(`fault.${value}`),
            hint: t(`faultHint.${value}`),
          }))}
        />
        <CaseFields value={draft.value} onChange={draft.set} hint={t("doubt.groundsHint")} />
        <SendCase label={t("doubt.send")} busy={open.isPending} />
      </Form>
    </>
  );
}

/** Disputes a decision: that it was not held by its rules, or by those who may. */
export function DecisionForm({
  community,
  decisionId,
}: {
  community: Community;
  decisionId: string;
}) {
  const { t } = useTranslation("disputes");
  const { id: communityId, slug } = community;
  const query = useQuery(decisionQuery(communityId, decisionId));
  const { data: cases = [] } = useQuery(casesAboutQuery(communityId, { decisionId }));
  const open = cases.find(isUnderWay);
  return (
    <div className="max-w-measure space-y-6">
      <p>{t("doubt.lead")}</p>
      {open ? (
        <p>
          {t("doubt.already")} <CaseLink dispute={open} slug={slug} />
        </p>
      ) : (
        <Loaded query={query}>
          {(decision) => <Fields community={community} decision={decision} />}
        </Loaded>
      )}
    </div>
  );
}
