import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { BundleEntry } from "#shared/recount/bundle.ts";
import { type BallotProof, beginningOf } from "#shared/recount/proof.ts";
import { Button } from "../../ui/button.tsx";
import { downloadFile } from "../../ui/download.ts";
import type { Receipt } from "../receipts.ts";

interface Props {
  decision: DecisionView;
  receipt: Receipt;
}

/** Fetches the ballots whose ids begin like the own one, so that the server does not learn which it is, and keeps that one. */
async function proofOf({ decision, receipt }: Props): Promise<string | null> {
  const { communityId, id, ballotCount } = decision;
  const begins = beginningOf(receipt.ballotId, ballotCount);
  const place = `/api/communities/${communityId}/decisions/${id}/ballot-proofs`;
  const response = await fetch(`${place}?begins=${begins}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error("the proof could not be loaded");
  const proof = (await response.json()) as BallotProof;
  const own = proof.ballots.filter(
    ({ entry }) => (entry as BundleEntry).ballotId === receipt.ballotId,
  );
  return own.length === 0 ? null : JSON.stringify({ ...proof, ballots: own });
}

/** Takes along the proof that the own ballot is on the signed list. */
export function SaveProof({ decision, receipt }: Props) {
  const { t } = useTranslation("decisions");
  const saving = useMutation({
    mutationFn: () => proofOf({ decision, receipt }),
    networkMode: "always",
    onSuccess: (proof) => {
      const name = `proof-${receipt.ballotId.slice(0, 8)}.json`;
      if (proof !== null) downloadFile(name, [proof], "application/json");
    },
  });
  if (!decision.can.recount) return null;
  return (
    <div className="space-y-2">
      <p className="max-w-measure text-sm text-muted">{t("receipt.proof-text")}</p>
      <Button size="small" icon="download" busy={saving.isPending} onClick={() => saving.mutate()}>
        {t("receipt.proof")}
      </Button>
      <p role="status" className="text-sm text-danger empty:hidden">
        {saving.isError && t("receipt.proof-failed")}
        {saving.data === null && t("receipt.proof-missing")}
      </p>
    </div>
  );
}
