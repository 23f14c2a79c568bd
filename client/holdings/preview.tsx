import { useTranslation } from "react-i18next";
import type { SnapshotPreview } from "#shared/contract/holdings.ts";
import { amountIn } from "../ui/amount.ts";
import { Banner } from "../ui/banner.tsx";
import { usePart } from "./use-part.ts";

interface PreviewProps {
  preview: SnapshotPreview;
  token: string;
  decimals: number;
}

/** Names that nobody, or more than one, goes by. */
function NameFaults({ preview }: { preview: SnapshotPreview }) {
  const { t, i18n } = useTranslation("holdings");
  const { ambiguous, unknown, unknownCount } = preview;
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  const more = unknownCount - unknown.length;
  const names = [...unknown, ...(more > 0 ? [t("preview.more", { count: more })] : [])];
  return (
    <>
      {ambiguous.length > 0 && (
        <Banner tone="warn">
          {t("preview.ambiguous", { count: ambiguous.length, names: list.format(ambiguous) })}
        </Banner>
      )}
      {unknownCount > 0 && (
        <Banner tone="warn">
          {t("preview.unknown", { count: unknownCount, names: list.format(names) })}
        </Banner>
      )}
    </>
  );
}

/** What would be kept: how much there is, whose it is, and how much of it nobody here could vote with. */
export function Preview({ preview, token, decimals }: PreviewProps) {
  const { t, i18n } = useTranslation("holdings");
  const part = usePart();
  const { holders, total, here, byName, byWallet, largest } = preview;
  const amount = (units: string | bigint) => amountIn(i18n.language, units, decimals);
  const rest = (BigInt(total) - BigInt(here.tokens)).toString();
  return (
    <section aria-labelledby="preview" className="space-y-3 rounded-lg border border-line p-card">
      <h2 id="preview" className="text-xl">
        {t("preview.title")}
      </h2>
      <ul className="list-disc space-y-1 ps-5 tabular-nums">
        <li>{t("sum", { amount: amount(total), token, count: holders })}</li>
        <li>
          {t("preview.here", {
            count: here.members,
            amount: amount(here.tokens),
            token,
            percent: part(here.tokens, total),
          })}{" "}
          {t("preview.how", { names: byName, wallets: byWallet })}
        </li>
        <li>{t("preview.rest", { amount: amount(rest), token, percent: part(rest, total) })}</li>
      </ul>
      <NameFaults preview={preview} />
      <h3 className="font-semibold">{t("preview.largest")}</h3>
      <ol className="space-y-1 text-[0.9375rem]">
        {largest.map(({ holder, amount: units }) => (
          <li key={holder} className="flex justify-between gap-4">
            <bdi className="min-w-0 break-all">{holder}</bdi>
            <span className="whitespace-nowrap tabular-nums">
              {amount(units)} <span className="text-muted">{part(units, total)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
