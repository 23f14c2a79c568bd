import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { downloadFile } from "../ui/download.ts";
import { Icon } from "../ui/icons.tsx";
import { RecountLink } from "./recount/recount-link.tsx";
import { SaveProof } from "./recount/save-proof.tsx";
import { useReceipt } from "./receipts.ts";

/** The receipt of one's own ballot: what it is good for, what it gives away, and taking it along. */
export function ReceiptBox({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation("decisions");
  const id = useId();
  const receipt = useReceipt(decision.id);
  if (!decision.mine.hasVoted) return null;
  if (!receipt) {
    return decision.secrecy === "secret" ? (
      <p className="text-sm text-muted">{t("receipt.lost")}</p>
    ) : null;
  }
  const text = JSON.stringify(receipt, null, 2);
  const save = () =>
    downloadFile(`receipt-${receipt.ballotId.slice(0, 8)}.json`, [text], "application/json");
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="space-y-2 rounded-lg border border-line bg-surface p-card"
    >
      <h3 id={`${id}-title`} className="flex items-center gap-2 text-lg">
        <Icon name="check" className="text-good" /> {t("receipt.title")}
      </h3>
      <p className="max-w-measure text-sm text-muted">{t("receipt.text")}</p>
      <p className="max-w-measure text-sm">
        {t("receipt.warning")} {t("receipt.kept")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon="download" onClick={save}>
          {t("receipt.save")}
        </Button>
        <CopyButton size="small" text={text} label={t("receipt.copy")} />
        <RecountLink decision={decision} />
      </div>
      <SaveProof decision={decision} receipt={receipt} />
      <details>
        <summary className="text-sm">{t("receipt.show")}</summary>
        <pre
          dir="ltr"
          className="mt-2 max-h-60 overflow-auto text-xs break-all whitespace-pre-wrap"
        >
          {text}
        </pre>
      </details>
    </section>
  );
}

/** Of a secret ballot nobody knows any more whose it is; that somebody voted is known. */
export function VotedSecretly() {
  const { t } = useTranslation("decisions");
  return (
    <p className="flex items-start gap-2.5">
      <Icon name="check" className="mt-0.5 text-good" />
      <span className="min-w-0">
        <strong className="block font-semibold">{t("ballot.voted-secretly")}</strong>
        <span className="block text-sm text-muted">{t("ballot.voted-secretly-detail")}</span>
      </span>
    </p>
  );
}
