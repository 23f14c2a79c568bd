import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Share } from "#shared/voting/outcome.ts";
import { amountIn, decimalsOf } from "../ui/amount.ts";
import { isolated } from "../ui/isolated.ts";
import type { Words } from "./words.ts";

/** By what votes weigh, and in which unit. */
export type Weighed = Pick<DecisionView, "weighting" | "snapshot" | "unit">;

/** A weight as people read it: of tokens with what they are called. */
export function weightText(weight: bigint | string, of: Weighed, { language }: Words): string {
  const amount = amountIn(language, weight, decimalsOf(of.unit));
  const { kind } = of.weighting;
  const isOfTokens = kind === "token" || kind === "capped-token";
  return isOfTokens && of.snapshot ? `${amount} ${isolated(of.snapshot.token)}` : amount;
}

/** The least weight that is this share of so much. Exact: no division rounds down what is needed. */
export function neededWeight({ num, den }: Share, weight: bigint): bigint {
  return (weight * BigInt(num) + BigInt(den) - 1n) / BigInt(den);
}

/** "the tokens held by those who may vote": of what a share of weight is. */
export const wholeInWords = ({ weighting }: Pick<Weighed, "weighting">, { t }: Words): string =>
  t(`rules.quorum.whole.${weighting.kind}`);

/** What each vote weighs, in a sentence or two; undefined where each person has one. */
export function weightsInWords(of: Weighed, words: Words): string | undefined {
  const { t, number } = words;
  const { weighting, snapshot } = of;
  if (weighting.kind === "one-person") return undefined;
  if (weighting.kind === "role") {
    const { owner, moderator, member } = weighting.weights;
    const weights = { owner: number(owner), moderator: number(moderator), member: number(member) };
    return t("rules.weights.role", weights);
  }
  if (!snapshot) return t("rules.weights.no-snapshot");
  const sentence = t(`rules.weights.${weighting.kind}`, {
    percent:
      weighting.kind === "capped-token" ? words.percent(BigInt(weighting.percent), 100n) : "",
  });
  const by = t("rules.weights.by", {
    title: words.title(snapshot.title),
    source: isolated(snapshot.source),
  });
  return [sentence, by, t("rules.weights.nothing")].join(" ");
}
