import { useId } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/icons.tsx";
import { isOnProposal, type ProposalSettings } from "../method-facts.ts";
import { groupName, thresholdShare } from "../rules-in-words.ts";
import { weightText, wholeInWords } from "../weights-in-words.ts";
import { useWords, type Words } from "../words.ts";
import { amountText } from "./step-in-words.ts";

type Result = NonNullable<DecisionView["result"]>;

interface Fact {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  /** Whether a rule is met; null where there is no rule. */
  readonly isMet: boolean | null;
}

/** A vote's share as the threshold names it, as people read it. */
function votesText(amount: string, { tally, unit }: Result, words: Words): string {
  return amountText(BigInt(amount), { words, denominator: tally.denominator * Number(unit) });
}

function turnoutFact(result: Result, words: Words): Fact {
  const { outcome, tally } = result;
  const { t, number, percent } = words;
  const { cast, of } = outcome.turnout.persons;
  const text = t("facts.turnout", {
    count: of,
    cast: number(cast),
    of: number(of),
    percent: percent(BigInt(cast), BigInt(of)),
  });
  const blank = amountText(BigInt(tally.blank), { words, denominator: Number(result.unit) });
  const more =
    tally.blank === "0" ? "" : ` ${t("facts.blank", { blank, count: Number(tally.blank) })}`;
  return { id: "turnout", term: t("facts.turnout-term"), text: text + more, isMet: null };
}

function quorumFact({ outcome }: Result, decision: DecisionView, words: Words): Fact {
  const { t, number, share } = words;
  const check = outcome.quorum?.persons;
  const rule = decision.quorum?.persons;
  const term = t("facts.quorum-term");
  if (!check || !rule) return { id: "quorum", term, text: t("facts.quorum-none"), isMet: null };
  const text = t(check.isMet ? "facts.quorum-met" : "facts.quorum-unmet", {
    share: share(rule),
    count: check.of,
    of: number(check.of),
    needed: number(check.needed),
    cast: number(check.cast),
  });
  return { id: "quorum", term, text, isMet: check.isMet };
}

/** Where the method has its own threshold: how many who take sides are for it. */
function ownThresholdFact(result: Result, settings: ProposalSettings, words: Words): Fact {
  const { t, percent, title } = words;
  const { tally } = result;
  const answer = settings.method === "consent" ? "agree" : "yes";
  const found = tally.scores.find(({ option }) => option === answer)?.score ?? "0";
  const of = BigInt(tally.weight) - BigInt(tally.blank);
  const isBlocked = tally.winners[0] === "block";
  const isMet = tally.winners[0] === answer;
  const key = isBlocked ? "blocked" : isMet ? "met" : "unmet";
  return {
    id: "threshold",
    term: t("facts.threshold-term"),
    text: t(`facts.threshold-${key}`, {
      share: thresholdShare(settings.threshold, words),
      basis: t(`basis.${tally.basis}`),
      title: title(t(`choice.${answer}`)),
      votes: votesText(found, result, words),
      of: votesText(of.toString(), result, words),
      percent: percent(BigInt(found), of),
    }),
    isMet: isBlocked ? null : isMet,
  };
}

/** How much of the weight was voted with, where not each person has one. */
function weightFacts(result: Result, decision: DecisionView, words: Words): Fact[] {
  if (decision.weighting.kind === "one-person") return [];
  const { cast, of } = result.outcome.turnout.weight;
  const said = (amount: string) => weightText(amount, { ...decision, unit: result.unit }, words);
  const percent = words.percent(BigInt(cast), BigInt(of));
  const text = words.t("facts.weight", { cast: said(cast), of: said(of), percent });
  return [{ id: "weight", term: words.t("facts.weight-term"), text, isMet: null }];
}

function quorumOfWeight(result: Result, decision: DecisionView, words: Words): Fact[] {
  const check = result.outcome.quorum?.weight;
  const rule = decision.quorum?.weight;
  if (!check || !rule) return [];
  const said = (amount: string) => weightText(amount, { ...decision, unit: result.unit }, words);
  const text = words.t(
    check.isMet ? "facts.quorum-of-weight-met" : "facts.quorum-of-weight-unmet",
    {
      share: words.share(rule),
      whole: wholeInWords(decision, words),
      needed: said(check.needed),
      cast: said(check.cast),
    },
  );
  const term = words.t("facts.quorum-of-weight-term");
  return [{ id: "quorum-of-weight", term, text, isMet: check.isMet }];
}

function thresholdFacts(result: Result, titleOf: (id: string) => string, words: Words): Fact[] {
  const { t, percent, title } = words;
  const check = result.outcome.threshold;
  const term = t("facts.threshold-term");
  if (!check) {
    const isBudget = result.tally.method === "budget";
    const text = t(isBudget ? "facts.threshold-none-of-budget" : "facts.threshold-none");
    return [{ id: "threshold", term, text, isMet: null }];
  }
  const rule = { share: thresholdShare(check.rule, words), basis: t(`basis.${check.basis}`) };
  if (!check.shares) {
    return [{ id: "threshold", term, text: t("facts.threshold-open", rule), isMet: null }];
  }
  return check.shares.map(({ option, votes, of, isMet }) => ({
    id: option,
    term,
    text: t(isMet ? "facts.threshold-met" : "facts.threshold-unmet", {
      ...rule,
      title: title(titleOf(option)),
      votes: votesText(votes, result, words),
      of: votesText(of, result, words),
      percent: percent(BigInt(votes), BigInt(of)),
    }),
    isMet,
  }));
}

/** Of each option that is or may be decided for: the share in every opinion group, and in which it is short. */
function groupFacts({ outcome }: Result, titleOf: (id: string) => string, words: Words): Fact[] {
  const check = outcome.groups;
  if (!check) return [];
  const { t, number, percent, title } = words;
  const term = t("facts.groups-term");
  const share = thresholdShare(check.rule, words);
  if (check.shares.length === 0) {
    return [{ id: "groups", term, text: t("facts.groups-none"), isMet: null }];
  }
  const small = check.small.map((group) => groupName(group, words)).join(", ");
  const facts = check.shares.map(({ option, group, votes, of, isMet }): Fact => ({
    id: `${option} ${group}`,
    term,
    text: t(isMet ? "facts.groups-met" : "facts.groups-unmet", {
      share,
      group: groupName(group, words),
      title: title(titleOf(option)),
      votes: number(votes),
      of: number(of),
      percent: percent(BigInt(votes), BigInt(of)),
    }),
    isMet,
  }));
  if (small === "") return facts;
  const text = t("facts.groups-small", { groups: small });
  return [...facts, { id: "small-groups", term, text, isMet: null }];
}

/** What was cast on paper, counted alone. */
function paperFacts(
  { paperTally, unit }: DecisionView,
  titleOf: (id: string) => string,
  words: Words,
): Fact[] {
  if (!paperTally) return [];
  const { t, number, title } = words;
  const term = t("facts.paper-term");
  const { ballots, scores, denominator } = paperTally;
  if (ballots === 0) return [{ id: "paper", term, text: t("facts.paper-none"), isMet: null }];
  const say = (amount: string) =>
    amountText(BigInt(amount), { words, denominator: denominator * Number(unit) });
  const told = scores.map(({ option, score }) => `${title(titleOf(option))} ${say(score)}`);
  const text = t("facts.paper", {
    count: ballots,
    number: number(ballots),
    scores: told.join(", "),
  });
  return [{ id: "paper", term, text, isMet: null }];
}

/** How a tie was settled by lot, so that anybody can draw again. */
function lotFacts({ lot }: DecisionView, { tally }: Result, { t }: Words): Fact[] {
  if (lot?.seed == null || tally.tie?.rule !== "lot") return [];
  const { seed, hash, ballotsHash } = lot;
  const text =
    ballotsHash === null
      ? t("facts.lot", { seed, hash })
      : t("facts.lot-with-ballots", { seed, hash, ballots: ballotsHash });
  return [{ id: "lot", term: t("facts.lot-term"), text, isMet: null }];
}

function FactRow({ fact }: { fact: Fact }) {
  const { isMet, term, text } = fact;
  return (
    <div>
      <dt className="flex items-center gap-1.5 font-semibold">
        {isMet !== null && (
          <Icon
            name={isMet ? "check" : "close"}
            size={16}
            className={cx(isMet ? "text-good" : "text-danger")}
          />
        )}
        {term}
      </dt>
      <dd className="max-w-measure text-muted wrap-anywhere">{text}</dd>
    </div>
  );
}

interface FactsProps {
  decision: DecisionView;
  result: Result;
  titleOf: (id: string) => string;
}

/** Turnout, quorum and threshold, each with what it is a share of. */
export function Facts({ decision, result, titleOf }: FactsProps) {
  const words = useWords();
  const id = useId();
  const { settings } = decision;
  const facts = [
    turnoutFact(result, words),
    ...weightFacts(result, decision, words),
    quorumFact(result, decision, words),
    ...quorumOfWeight(result, decision, words),
    ...(isOnProposal(settings)
      ? [ownThresholdFact(result, settings, words)]
      : thresholdFacts(result, titleOf, words)),
    ...groupFacts(result, titleOf, words),
    ...paperFacts(decision, titleOf, words),
    ...lotFacts(decision, result, words),
  ];
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-2 text-xl">
        {words.t("facts.title")}
      </h3>
      <dl className="space-y-3 text-[0.9375rem]">
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </dl>
    </section>
  );
}
