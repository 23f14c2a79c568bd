import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  closeMediation,
  type Dispute,
  disputeLimits,
  proposeMediator,
} from "#shared/contract/disputes.ts";
import type { Author } from "#shared/contract/ids.ts";
import { MemberPicker } from "../delegations/public.ts";
import { call } from "../lib/api.ts";
import { Byline } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { isolated } from "../ui/isolated.ts";
import { toast } from "../ui/toast.ts";
import { useInCase } from "./queries.ts";
import { Part } from "./said.tsx";
import { StatementForm, StatementList } from "./statements.tsx";

interface MediationProps {
  dispute: Dispute;
}

function usePropose({ communityId, id: disputeId }: Dispute) {
  const { t } = useTranslation("disputes");
  return useInCase(
    (participantId: string) =>
      call(proposeMediator, { params: { communityId, disputeId }, body: { participantId } }),
    () => toast({ title: t("mediation.proposed"), tone: "good" }),
  );
}

/** Whom the other side asks: agreed to at a press. */
function Asked({ dispute, other }: MediationProps & { other: Author }) {
  const { t } = useTranslation("disputes");
  const propose = usePropose(dispute);
  return (
    <div className="space-y-2">
      <p>{t("mediation.otherAsks")}</p>
      <p className="flex flex-wrap items-center gap-4">
        <Byline person={other} />
        <Button icon="check" busy={propose.isPending} onClick={() => propose.mutate(other.id)}>
          {t("mediation.accept", { name: isolated(other.name) })}
        </Button>
      </p>
      <Fault error={propose.error} />
    </div>
  );
}

function Propose({ dispute }: MediationProps) {
  const { t } = useTranslation("disputes");
  const { communityId, claimant, respondent, mine } = dispute;
  const [person, setPerson] = useState<Author | null>(null);
  const propose = usePropose(dispute);
  const sides = [claimant, respondent].flatMap((one) => one?.id ?? []);
  return (
    <Form
      error={propose.error}
      onSubmit={() => person && propose.mutate(person.id)}
      className="max-w-md"
    >
      {mine.proposedMediatorId !== null && <p className="text-muted">{t("mediation.waits")}</p>}
      <MemberPicker
        communityId={communityId}
        label={t(mine.proposedMediatorId === null ? "mediation.whom" : "mediation.another")}
        name="participantId"
        value={person}
        onChange={setPerson}
        taken={sides}
      />
      <FormActions>
        <Button type="submit" busy={propose.isPending}>
          {t("mediation.propose")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Close({ dispute }: MediationProps) {
  const { t } = useTranslation("disputes");
  const [asks, setAsks] = useState(false);
  const { communityId, id: disputeId, mine, can } = dispute;
  const close = useInCase(
    () => call(closeMediation, { params: { communityId, disputeId } }),
    () => setAsks(false),
  );
  if (mine.hasClosedMediation) return <p className="text-muted">{t("mediation.closed")}</p>;
  if (!can.closeMediation) return null;
  return (
    <>
      {mine.hasOtherClosed && <p className="text-muted">{t("mediation.otherClosed")}</p>}
      <Button onClick={() => setAsks(true)}>{t("mediation.close")}</Button>
      <ConfirmDialog
        open={asks}
        title={t("mediation.closeTitle")}
        confirmLabel={t("mediation.close")}
        busy={close.isPending}
        error={close.error}
        onConfirm={() => close.mutate()}
        onClose={() => setAsks(false)}
      >
        {t(mine.hasOtherClosed ? "mediation.closeLastText" : "mediation.closeText")}
      </ConfirmDialog>
    </>
  );
}

/** What the sides and their mediator can do now. */
function Now({ dispute }: MediationProps) {
  const { t } = useTranslation("disputes");
  const { mine, mediator, can } = dispute;
  const { otherMediator, side } = mine;
  return (
    <>
      {mediator && <p>{t("mediation.mediates", { name: isolated(mediator.name) })}</p>}
      {can.proposeMediator && otherMediator && <Asked dispute={dispute} other={otherMediator} />}
      {can.proposeMediator && <Propose dispute={dispute} />}
      {can.state && <StatementForm dispute={dispute} />}
      <p className="max-w-measure">{t(`mediation.settle.${side}`)}</p>
      <Close dispute={dispute} />
    </>
  );
}

/** What is offered while the two look for a way out, and what was said meanwhile to those who were there. */
export function Mediation({ dispute }: MediationProps) {
  const { t } = useTranslation("disputes");
  const { stage, mine, statements } = dispute;
  const said = (statements ?? []).filter(({ level }) => level === 0);
  const isNow = stage === "mediation";
  if (mine.side === null || (!isNow && said.length === 0)) return null;
  const days = disputeLimits.mediationDays;
  return (
    <Part id="mediation" title={t("stage.mediation")}>
      {isNow && <p className="max-w-measure">{t("mediation.lead", { days })}</p>}
      <p className="max-w-measure text-sm text-muted">{t("mediation.between")}</p>
      <StatementList said={said} />
      {isNow && <Now dispute={dispute} />}
    </Part>
  );
}
