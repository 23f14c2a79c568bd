import { useTranslation } from "react-i18next";
import type { ArgumentBridging } from "#shared/contract/bridging.ts";
import { fewestOfSide, fewestRaters } from "#shared/opinions/bridging/bridging.ts";
import { useBridging, useDebate } from "../debates/public.ts";
import { OneVoice } from "../opinions/public.ts";
import { remembered } from "../ui/remembered.ts";

const scores = remembered(
  (language) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

type SummaryScore = NonNullable<ArgumentBridging["summary"]>;

function useSentence({ score, shortage, raters, answer }: SummaryScore): string {
  const { t, i18n } = useTranslation("curation");
  if (score === null || answer === null) {
    const number = (value: number) => value.toLocaleString(i18n.language);
    const [people, fewest] = [number(raters), number(fewestRaters)];
    return t(`fair.shortage.${shortage ?? "few-raters"}`, {
      people,
      fewest,
      ofSide: number(fewestOfSide),
    });
  }
  const figure = t("fair.score", { count: raters, score: scores(i18n.language).format(score) });
  return `${t(`fair.across.${answer}`)} ${figure}`;
}

function Score({ summary, correlated }: { summary: SummaryScore; correlated: number }) {
  const sentence = useSentence(summary);
  return (
    <>
      <p className="max-w-measure text-sm">{sentence}</p>
      <OneVoice people={correlated} />
    </>
  );
}

/** Whether people who usually differ find this version fair, in words. */
export function FairnessScore({ version }: { version: number }) {
  const { ids } = useDebate();
  const { data } = useBridging(ids);
  if (data?.summary?.version !== version) return null;
  return <Score summary={data.summary} correlated={data.correlated} />;
}
