import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addDisputeStatement,
  closeStatements,
  type Dispute,
  disputeLimits,
  type DisputeStatement,
} from "#shared/contract/disputes.ts";
import { useDraft } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { keepCase, useInCase } from "./queries.ts";
import { Part, Said } from "./said.tsx";
import { givenSources, type Source, SourceFields, SourceList } from "./sources.tsx";

interface StatementsProps {
  dispute: Dispute;
}

const emptyStatement: { text: string; evidence: readonly Source[] } = { text: "", evidence: [] };

/** Says something to one's case; kept on this device until it is sent. */
export function StatementForm({ dispute }: StatementsProps) {
  const { t } = useTranslation("disputes");
  const queries = useQueryClient();
  const { communityId, id: disputeId } = dispute;
  const draft = useDraft(`dispute.${disputeId}.statement`, emptyStatement);
  const { text, evidence } = draft.value;
  const send = useMutation({
    mutationFn: () =>
      call(addDisputeStatement, {
        params: { communityId, disputeId },
        body: { text, evidence: givenSources(evidence) },
      }),
    onSuccess: (now) => {
      keepCase(queries, now);
      draft.clear();
      toast({ title: t("statements.sent"), tone: "good" });
    },
  });
  const isMediation = dispute.stage === "mediation";
  return (
    <Form label={t("statements.add")} error={send.error} onSubmit={() => send.mutate()}>
      <TextArea
        name="text"
        label={t(isMediation ? "mediation.say" : "statements.add")}
        hint={t(isMediation ? "mediation.sayHint" : "statements.hint")}
        required
        dir="auto"
        rows={5}
        limit={disputeLimits.statement}
        value={text}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      <SourceFields value={evidence} onChange={(sources) => draft.set({ evidence: sources })} />
      <FormActions>
        <Button type="submit" variant="primary" busy={send.isPending}>
          {t("statements.send")}
        </Button>
        <p className="text-sm text-muted">{t("kept")}</p>
      </FormActions>
    </Form>
  );
}

/** What was said, in the order of time, each with its side. */
export function StatementList({ said }: { said: readonly DisputeStatement[] }) {
  const { t } = useTranslation("disputes");
  return (
    <ol className="space-y-4">
      {said.map(({ id, side, text, evidence, at }) => (
        <li key={id} className="border-s-3 border-line-strong ps-4">
          <p className="flex flex-wrap items-center gap-3">
            <Badge tone={side === "mediator" ? "accent" : "plain"}>{t(`side.${side}`)}</Badge>
            <Time value={at} className="text-sm text-muted" />
          </p>
          <div className="mt-1.5">
            <Said>{text}</Said>
            <SourceList sources={evidence} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Has said all: the jury is drawn once both sides have. */
function Close({ dispute }: StatementsProps) {
  const { t } = useTranslation("disputes");
  const [asks, setAsks] = useState(false);
  const { communityId, id: disputeId, mine, can } = dispute;
  const close = useInCase(
    () => call(closeStatements, { params: { communityId, disputeId } }),
    () => setAsks(false),
  );
  if (mine.hasClosedStatements) return <p className="text-muted">{t("statements.closed")}</p>;
  if (!can.closeStatements) return null;
  return (
    <>
      {mine.hasOtherClosed && <p className="text-muted">{t("statements.otherClosed")}</p>}
      <Button icon="check" onClick={() => setAsks(true)}>
        {t("statements.close")}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t("statements.closeTitle")}
        confirmLabel={t("statements.close")}
        busy={close.isPending}
        error={close.error}
        onConfirm={() => close.mutate()}
        onClose={() => setAsks(false)}
      >
        {t("statements.closeText")}
      </ConfirmDialog>
    </>
  );
}

/** What both sides have said to the juries, and where they say it. */
export function Statements({ dispute }: StatementsProps) {
  const { t } = useTranslation("disputes");
  const { statements, stage, can, levels } = dispute;
  if (statements === null || stage === "mediation") return null;
  const said = statements.filter(({ level }) => level > 0);
  const isNow = stage === "statements";
  return (
    <Part id="statements" title={t("statements.title")}>
      {said.length === 0 && (
        <p className="text-muted">{t(isNow ? "statements.noneYet" : "statements.none")}</p>
      )}
      {levels.map(({ level }) => {
        const here = said.filter((one) => one.level === level);
        if (here.length === 0) return null;
        return (
          <div key={level} className="space-y-3">
            {levels.length > 1 && (
              <h3 className="font-semibold">{t("statements.before", { level })}</h3>
            )}
            <StatementList said={here} />
          </div>
        );
      })}
      {can.state && isNow && <StatementForm dispute={dispute} />}
      {isNow && <Close dispute={dispute} />}
    </Part>
  );
}
