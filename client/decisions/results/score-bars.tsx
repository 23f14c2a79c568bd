import { BarChart } from "../../ui/bar-chart.tsx";
import { thresholdShare } from "../rules-in-words.ts";
import { useWords, type Words } from "../words.ts";
import type { PictureProps } from "./picture.ts";
import { amountText } from "./step-in-words.ts";

/** The most that an option could have, of which its bar is a part. */
function wholeOf({ decision: { settings }, tally }: PictureProps): bigint {
  // STAR's support is of its runoff; here are the points before it.
  if (settings.method === "star") return tally.weight * BigInt(settings.maxScore);
  return tally.support?.[0]?.of ?? tally.weight;
}

/** Where the threshold lies on the bars, and what it says; nowhere where it is of something else. */
function markOf(props: PictureProps, words: Words) {
  const { threshold } = props.decision;
  const { basis, denominator } = props.tally;
  if (!threshold || basis === "last-pair") return undefined;
  const half = { num: 1, den: 2 };
  const { num, den } =
    threshold.kind === "share"
      ? threshold.share
      : threshold.kind === "two-thirds"
        ? { num: 2, den: 3 }
        : half;
  const value = (Number(wholeOf(props)) * num) / den / denominator;
  const share = thresholdShare(threshold, words);
  return {
    value,
    label: words.t("picture.threshold", { share, basis: words.t(`basis.${basis}`) }),
  };
}

/** What a full bar is. */
function captionOf(props: PictureProps, words: Words): string {
  const { method } = props.decision;
  const { measure, denominator } = props.tally;
  const whole = wholeOf(props);
  const isOfBallots = method === "plurality" || method === "approval";
  if (props.decision.weighting.kind !== "one-person" && isOfBallots) {
    const weight = amountText(whole, { words, denominator });
    return words.t("picture.bars-of-weight", { whole: weight });
  }
  const of = measure === "points" && method !== "score" ? "points" : method;
  const told = words.t(`picture.bars-of-${of}`, {
    count: Number(whole) / denominator,
    whole: amountText(whole, { words, denominator }),
  });
  const hasAgainst = props.tally.scores.some(({ score }) => score < 0n);
  return hasAgainst ? `${told} ${words.t("picture.bars-of-against")}` : told;
}

/** A bar for each option, the longest first. */
export function ScoreBars(props: PictureProps) {
  const { tally, carried, titleOf } = props;
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
          tone: score < 0n ? "con" : isWinner ? "accent" : "muted",
          icon: isWinner ? "check" : undefined,
        };
      })}
      caption={captionOf(props, words)}
    />
  );
}
