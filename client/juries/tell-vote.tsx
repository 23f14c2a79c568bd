import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Dispute, tellVote } from "#shared/contract/disputes.ts";
import { useInCase } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { toast } from "../ui/toast.ts";
import { forgetVotes, keepVote, useKeptVote } from "./kept-votes.ts";
import { type KeptVote, readBackup } from "./votes.ts";
import { seatOf } from "./vote-form.tsx";
import { useChoiceText } from "./words.ts";

function useTelling(dispute: Dispute) {
  const { t } = useTranslation("juries");
  const params = { communityId: dispute.communityId, disputeId: dispute.id };
  return useInCase(
    ({ choice, salt, reason }: KeptVote) =>
      call(tellVote, { params, body: { choice, salt, reason } }),
    () => {
      forgetVotes(seatOf(dispute));
      toast({ title: t("tell.done"), tone: "good" });
    },
  );
}

/** Tells the vote that this browser keeps: by itself, or by a press where that has failed. */
function Kept({ dispute, kept }: { dispute: Dispute; kept: KeptVote }) {
  const { t } = useTranslation("juries");
  const choiceText = useChoiceText(dispute.subject.kind);
  const telling = useTelling(dispute);
  const { mutate } = telling;
  const tried = useRef(false);
  useEffect(() => {
    if (tried.current) return;
    tried.current = true;
    mutate(kept);
  }, [kept, mutate]);
  return (
    <div className="space-y-3">
      <p>
        {t("tell.now")} <strong className="font-semibold">{choiceText(kept.choice)}</strong>
      </p>
      <Fault error={telling.error} />
      <Button
        variant="primary"
        icon="statement"
        busy={telling.isPending}
        onClick={() => mutate(kept)}
      >
        {t("tell.button")}
      </Button>
    </div>
  );
}

/** Takes a vote from the file in which it was kept. */
function FromBackup({ commitment }: { commitment: string | null }) {
  const { t } = useTranslation("juries");
  const input = useRef<HTMLInputElement>(null);
  const [isOther, setIsOther] = useState(false);
  const take = (text: string) => {
    const vote = readBackup(text);
    const isIt = vote?.commitment === commitment;
    setIsOther(!isIt);
    if (vote && isIt) keepVote(vote);
  };
  return (
    <div className="space-y-3">
      <Banner tone="warn">{t("tell.missing")}</Banner>
      <p className="max-w-measure text-muted">{t("tell.missingWay")}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t("tell.backup")}
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(take);
          target.value = "";
        }}
      />
      <Button variant="primary" icon="upload" onClick={() => input.current?.click()}>
        {t("tell.backup")}
      </Button>
      <p role="status" className="text-sm font-medium text-danger empty:hidden">
        {isOther && t("tell.otherBackup")}
      </p>
    </div>
  );
}

/** While votes are told: the juror's own. */
export function TellVote({ dispute }: { dispute: Dispute }) {
  const commitment = dispute.mine.seat?.commitment ?? null;
  const kept = useKeptVote(commitment);
  if (!dispute.can.tellVote) return null;
  return kept ? <Kept dispute={dispute} kept={kept} /> : <FromBackup commitment={commitment} />;
}
