import { BarChart } from "../../ui/bar-chart.tsx";
import { thresholdShare } from "../rules-in-words.ts";
import { useWords } from "../words.ts";
import type { PictureProps } from "./picture.ts";
import { amountText } from "./step-in-words.ts";

/** The most that an option could have, of which its bar is a part. */
function wholeOf({ decision, tally }: PictureProps): bigint {
  const { settings } = decision;
  return settings.method === "score" ? tally.weight * BigInt(settings.maxScore) : tally.weight;
}

/** Where the threshold lies on the bars, and what it says. */
function markOf(props: PictureProps, words: ReturnType<typeof useWords>) {
  const { threshold } = props.decision;
  if (!threshold) return undefined;
  const half = { num: 1, den: 2 };
  const { num, den } =
    threshold.kind === "share"
      ? threshold.share
      : threshold.kind === "two-thirds"
        ? { num: 2, den: 3 }
        : half;
  const value = (Number(wholeOf(props)) * num) / den / props.tally.denominator;
  const share = thresholdShare(threshold, words);
  return {
    value,
    label: words.t("picture.threshold", { share, basis: words.t(`basis.${props.tally.basis}`) }),
  };
}

/** A bar for each option, the longest first. */
export function ScoreBars(props: PictureProps) {
  const { decision, tally, carried, titleOf } = props;
  const words = useWords();
  const { t, percent } = words;
  const whole = wholeOf(props);
  const toNumber = (amount: bigint) => Number(amount) / tally.denominator;
  const sorted = tally.scores.toSorted((one, other) => (one.score < other.score ? 1 : -1));
  return (
    <BarChart
      title={t("picture.bars")}
      unit={t(`measure.${tally.measure}`)}
      max={toNumber(whole)}
      mark={markOf(props, words)}
      bars={sorted.map(({ option, score }) => {
        const isWinner = carried.includes(option);
        return {
          id: option,
          label: titleOf(option),
          value: toNumber(score),
          note: percent(score, whole),
          tone: isWinner ? "accent" : "muted",
          icon: isWinner ? "check" : undefined,
        };
      })}
      caption={t(`picture.bars-of-${decision.method}`, {
        count: Number(whole),
        whole: amountText(whole, { words, denominator: tally.denominator }),
      })}
    />
  );
}
