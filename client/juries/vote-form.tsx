import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commitVote, type Dispute, disputeLimits } from "#shared/contract/disputes.ts";
import type { Choice } from "#shared/lottery/jury.ts";
import { keepCase } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { downloadFile } from "../ui/download.ts";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { forgetVotes, keepVote, useKeptVote } from "./kept-votes.ts";
import { backupOf, type KeptVote, type Seat, sealVote } from "./votes.ts";
import { offered, useChoiceText } from "./words.ts";
import { textOf } from "./text-of.ts";

/** The seat that the reader has in the jury of the level that a case is at. */
export function seatOf({ id: disputeId, level, mine }: Dispute): Seat {
  return { disputeId, level, juror: mine.seat?.pseudonym ?? "" };
}

export const saveBackup = (vote: KeptVote): void =>
  downloadFile(
    `vote-${vote.disputeId.slice(0, 8)}-${vote.level}.json`,
    [backupOf(vote)],
    "application/json",
  );

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** Seals a vote, keeps it here before anybody hears of it, and commits to it. */
function useCommit(dispute: Dispute, onDone: () => void) {
  const { t } = useTranslation("juries");
  const cache = useQueryClient();
  const params = { communityId: dispute.communityId, disputeId: dispute.id };
  return useMutation({
    mutationFn: (said: { choice: Choice; reason: string }) => {
      const vote = sealVote(seatOf(dispute), said, random);
      // Where nothing is kept, a file is all that there is.
      if (!keepVote(vote)) saveBackup(vote);
      return call(commitVote, { params, body: { commitment: vote.commitment } });
    },
    onSuccess: (now) => {
      keepCase(cache, now);
      toast({ title: t("vote.done"), tone: "good" });
      onDone();
    },
  });
}

interface FormProps {
  dispute: Dispute;
  kept: KeptVote | undefined;
  onDone: () => void;
}

function Ballot({ dispute, kept, onDone }: FormProps) {
  const { t } = useTranslation("juries");
  const { kind } = dispute.subject;
  const choiceText = useChoiceText(kind);
  const commit = useCommit(dispute, onDone);
  const submit = (data: FormData) => {
    const choice = offered.find((one) => one === data.get("choice"));
    if (choice) commit.mutate({ choice, reason: textOf(data, "reason").trim() });
  };
  return (
    <Form label={t("vote.title")} error={commit.error} onSubmit={submit}>
      <RadioGroup
        name="choice"
        label={t("vote.choice")}
        required
        defaultValue={kept?.choice}
        choices={offered.map((value) => ({
          value,
          label: choiceText(value),
          hint: t(`choice.${kind}.${value}Hint`),
        }))}
      />
      <TextArea
        name="reason"
        label={t("vote.reason")}
        hint={t("vote.reasonHint")}
        required
        minLength={10}
        rows={4}
        limit={disputeLimits.reason}
        defaultValue={kept?.reason}
      />
      <FormActions>
        <Button type="submit" variant="primary" icon="lock" busy={commit.isPending}>
          {t("vote.commit")}
        </Button>
        {dispute.mine.seat?.hasCommitted && (
          <Button variant="quiet" onClick={onDone}>
            {t("vote.leave")}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}

/** The vote as it was sealed, with what keeps it from being lost. */
function Sealed({ dispute, kept, onChange }: Omit<FormProps, "onDone"> & { onChange: () => void }) {
  const { t } = useTranslation("juries");
  const choiceText = useChoiceText(dispute.subject.kind);
  return (
    <div className="space-y-4">
      <Banner tone="info" icon="lock">
        {t("vote.committed")}
      </Banner>
      {kept ? (
        <>
          <p>
            <span className="text-muted">{t("vote.yours")}</span>{" "}
            <strong className="font-semibold">{choiceText(kept.choice)}</strong>
          </p>
          <p className="max-w-measure text-muted">{t("vote.keep")}</p>
        </>
      ) : (
        <Banner tone="warn">{t("vote.elsewhere")}</Banner>
      )}
      <div className="flex flex-wrap gap-3">
        {kept && (
          <Button icon="download" onClick={() => saveBackup(kept)}>
            {t("vote.backup")}
          </Button>
        )}
        <Button icon="edit" onClick={onChange}>
          {t("vote.change")}
        </Button>
        {kept && (
          <Button variant="quiet" onClick={() => forgetVotes(seatOf(dispute))}>
            {t("vote.forget")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A juror's vote until votes are told: secret, and open to be changed. */
export function VoteForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const { seat } = dispute.mine;
  const kept = useKeptVote(seat?.commitment ?? null);
  const [changes, setChanges] = useState(false);
  if (seat?.hasCommitted && !changes) {
    return <Sealed dispute={dispute} kept={kept} onChange={() => setChanges(true)} />;
  }
  return (
    <div className="space-y-4">
      <ol className="max-w-measure list-decimal space-y-1 ps-5 text-muted">
        {["choose", "sealed", "tell"].map((what) => (
          <li key={what}>{t(`vote.how.${what}`)}</li>
        ))}
      </ol>
      <Ballot dispute={dispute} kept={kept} onDone={() => setChanges(false)} />
    </div>
  );
}
