import type { DecisionView } from "#shared/contract/decisions.ts";
import { groupName, thresholdShare } from "../rules-in-words.ts";
import { type Weighed, weightText } from "../weights-in-words.ts";
import type { Words } from "../words.ts";

export interface Headline {
  readonly title: string;
  readonly detail: string;
  readonly tone: "good" | "warn";
}
type Result = NonNullable<DecisionView["result"]>;

/** Too little of the weight voted, although enough people did. */
function tooLight({ outcome }: Result, decision: Weighed, words: Words): Headline | undefined {
  const weight = outcome.quorum?.weight;
  if (!weight || weight.isMet || outcome.quorum?.persons?.isMet === false) return undefined;
  const said = (amount: string) => weightText(amount, decision, words);
  const values = { cast: said(weight.cast), of: said(weight.of), needed: said(weight.needed) };
  return {
    title: words.t("headline.no-quorum-of-weight"),
    detail: words.t("headline.no-quorum-of-weight-detail", values),
    tone: "warn",
  };
}

function noQuorum({ outcome }: Result, { t, number }: Words): Headline {
  const { turnout, quorum } = outcome;
  const { cast, of } = turnout.persons;
  const needed = quorum?.persons?.needed ?? of;
  return {
    title: t("headline.no-quorum"),
    detail: t("headline.no-quorum-detail", {
      count: cast,
      cast: number(cast),
      of: number(of),
      needed: number(needed),
    }),
    tone: "warn",
  };
}

function failed({ tally, outcome }: Result, titleOf: (id: string) => string, words: Words) {
  const { t, titles } = words;
  const rule = outcome.threshold?.rule;
  const detail = t("headline.failed-detail", {
    count: tally.winners.length,
    options: titles(tally.winners.map(titleOf)),
    share: rule ? thresholdShare(rule, words) : "",
    basis: t(`basis.${tally.basis}`),
  });
  return { title: t("headline.failed"), detail, tone: "warn" } satisfies Headline;
}

/** What enough want, though not enough of every opinion group do; undefined where that is not what it failed by. */
function shortInGroups(
  { result: { outcome, tally }, titleOf }: Told,
  words: Words,
): Headline | undefined {
  const short = outcome.groups?.shares.filter(({ isMet }) => !isMet) ?? [];
  const wanted = short.filter(({ option }) => tally.winners.includes(option));
  if (outcome.result !== "failed" || wanted.length === 0) return undefined;
  const { t } = words;
  const groups = new Set(wanted.map(({ group }) => groupName(group, words)));
  const options = new Set(wanted.map(({ option }) => titleOf(option)));
  return {
    title: t("headline.failed-in-groups", { groups: words.list([...groups]) }),
    detail: t("headline.failed-in-groups-detail", { options: words.titles([...options]) }),
    tone: "warn",
  };
}

function passed({ outcome }: Result, titleOf: (id: string) => string, { t, titles }: Words) {
  const count = outcome.carried.length;
  const options = titles(outcome.carried.map(titleOf));
  return {
    title: t("headline.passed", { count, options }),
    detail: "",
    tone: "good",
  } satisfies Headline;
}

function tied({ result, decision, titleOf }: Told, { t, titles }: Words) {
  const { open, carried } = result.outcome;
  const alone = decision.tieBreak === "chair" ? "headline.tied-by-chair" : "headline.tied-detail";
  const values = { options: titles(open.map(titleOf)), carried: titles(carried.map(titleOf)) };
  const detail = carried.length > 0 ? "headline.tied-for-the-rest" : alone;
  return {
    title: t("headline.tied", { ...values, count: open.length }),
    detail: t(detail, { ...values, count: carried.length }),
    tone: "warn",
  } satisfies Headline;
}

/** What became of the one position that was voted on: the winner is the answer that settled it. */
function settled({ result, decision }: Told, { t, title }: Words): Headline {
  const [answer = ""] = result.tally.winners;
  const isFor = answer === "yes" || answer === "agree";
  return {
    title: t(`headline.${answer}`, { title: title(decision.subject?.title ?? "") }),
    // In secret votes nobody sees who blocked, and why.
    detail:
      answer === "block" && (decision.can.readBallots || decision.can.readReasons)
        ? t("headline.block-detail")
        : "",
    tone: isFor ? "good" : "warn",
  };
}

/** A result with what it is about. */
interface Told {
  readonly result: Result;
  readonly decision: Weighed & Pick<DecisionView, "subject" | "can" | "tieBreak">;
  readonly titleOf: (id: string) => string;
}

/** What a decision has led to, in one sentence and one more. */
export function headlineOf(told: Told, words: Words): Headline {
  const { result, decision, titleOf } = told;
  const { t } = words;
  if (result.tally.ballots === 0) {
    return { title: t("headline.nobody"), detail: t("headline.nobody-detail"), tone: "warn" };
  }
  switch (result.outcome.result) {
    case "passed":
    case "failed": {
      const short = shortInGroups(told, words);
      if (short) return short;
      if (decision.subject) return settled(told, words);
      const tell = result.outcome.result === "passed" ? passed : failed;
      return tell(result, titleOf, words);
    }
    case "no-quorum":
      return tooLight(result, { ...decision, unit: result.unit }, words) ?? noQuorum(result, words);
    case "tied":
      return tied(told, words);
  }
}
