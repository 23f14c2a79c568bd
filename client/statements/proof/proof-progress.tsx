import { useTranslation } from "react-i18next";
import { triesFor } from "#shared/spam/proof-of-work.ts";
import type { DebateIds } from "../../lib/use-debate-ids.ts";
import { cx } from "../../ui/cx.ts";
import { Progress } from "../../ui/progress.tsx";
import { useProof } from "./give-proof.ts";

/** That the browser computes before the first response counts, how far it is, and why. */
export function ProofProgress({ ids }: { ids: DebateIds }) {
  const { t, i18n } = useTranslation("statements");
  const number = (value: number) => value.toLocaleString(i18n.language);
  const proof = useProof(ids);
  return (
    <div className={cx(proof && "space-y-2 rounded-md border border-line bg-surface px-4 py-3")}>
      {proof && (
        <Progress
          label={t("proof.title")}
          done={Math.min(proof.tries, triesFor(proof))}
          total={triesFor(proof)}
          text={t("proof.tries", { tries: number(proof.tries), mean: number(triesFor(proof)) })}
        />
      )}
      <p role="status" className="max-w-measure text-sm text-muted empty:hidden">
        {proof && t(proof.isOnPage ? "proof.onPage" : "proof.why")}
      </p>
    </div>
  );
}
