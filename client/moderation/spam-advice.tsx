import { useTranslation } from "react-i18next";
import type { ModerationItem } from "#shared/contract/moderation.ts";
import type { SpamEstimate } from "#shared/contract/spam.ts";
import { type Column, DataTable } from "../ui/data-table.tsx";

type Reasons = ModerationItem["spam"];
type Known = Extract<SpamEstimate, { kind: "estimate" }>;
type TellingWord = Known["words"][number];

/** Why something may be spam, one sentence each. */
export function SpamReasons({ reasons }: { reasons: Reasons }) {
  const { t } = useTranslation("moderation");
  return (
    <ul className="list-disc space-y-1 ps-5">
      {reasons.map(({ code, count }) => (
        <li key={code}>{t(`spam.${code}`, { count })}</li>
      ))}
    </ul>
  );
}

const ofHost = "host:";

function usePercent() {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { style: "percent" });
  // Nothing is certain by words: below one and above 99 of a hundred it stays at that.
  return (share: number) =>
    format.format(Math.min(0.99, Math.max(0.01, Math.floor(share * 100) / 100)));
}

function WordTable({ words }: { words: readonly TellingWord[] }) {
  const { t } = useTranslation("moderation");
  const percent = usePercent();
  const wordOf = ({ word }: TellingWord) =>
    word.startsWith(ofHost) ? t("spam.host", { host: word.slice(ofHost.length) }) : word;
  const columns: Column<TellingWord>[] = [
    {
      id: "word",
      header: t("spam.word"),
      cell: (row) => <bdi>{wordOf(row)}</bdi>,
      isHeader: true,
    },
    {
      id: "speaks",
      header: t("spam.speaks"),
      cell: ({ probability }) => percent(probability),
      align: "end",
    },
    { id: "spam", header: t("spam.inSpam"), cell: ({ spam }) => spam, align: "end" },
    { id: "fine", header: t("spam.inFine"), cell: ({ fine }) => fine, align: "end" },
  ];
  return (
    <details>
      <summary className="cursor-pointer text-sm">{t("spam.words")}</summary>
      <DataTable
        caption={t("spam.words")}
        hideCaption
        columns={columns}
        rows={words}
        keyOf={({ word }) => word}
      />
    </details>
  );
}

function Estimate({ estimate }: { estimate: Known }) {
  const { t } = useTranslation("moderation");
  const percent = usePercent();
  const { examples, words, probability, low, high } = estimate;
  if (words.length === 0) return <p>{t("spam.unknown")}</p>;
  return (
    <>
      <p>
        {t("spam.estimate", { percent: percent(probability), ...examples })}{" "}
        {t("spam.sure", { low: percent(low), high: percent(high) })}
      </p>
      <WordTable words={words} />
    </>
  );
}

/** What the program thinks of it, to those who decide: a hint. */
export function SpamAdvice({ reasons, estimate }: { reasons: Reasons; estimate: SpamEstimate }) {
  const { t } = useTranslation("moderation");
  return (
    <section className="max-w-measure space-y-2">
      <h3 className="text-lg">{t("spam.title")}</h3>
      {reasons.length > 0 && (
        <>
          <p className="text-sm text-muted">{t("spam.reasons")}</p>
          <SpamReasons reasons={reasons} />
        </>
      )}
      {estimate.kind === "estimate" ? (
        <Estimate estimate={estimate} />
      ) : (
        <p className="text-sm text-muted">
          {t("spam.tooFew", { ...estimate.examples, needed: estimate.needed })}
        </p>
      )}
      <p className="text-sm text-muted">{t("spam.lead")}</p>
    </section>
  );
}
