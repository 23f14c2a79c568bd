import type { DecisionView } from "#shared/contract/decisions.ts";
import { groupLetter } from "#shared/opinions/group-letter.ts";
import type { Share, Threshold } from "#shared/voting/outcome.ts";
import type { Settings } from "#shared/voting/index.ts";
import { moneyIn } from "../funding/public.ts";
import { absoluteOf } from "../ui/moments.ts";
import {
  comparesUnranked,
  isOnProposal,
  type MethodId,
  methodFacts,
  winnersOf,
} from "./method-facts.ts";
import { neededWeight, weightsInWords, weightText, wholeInWords } from "./weights-in-words.ts";
import type { Words } from "./words.ts";

/** The rules of a decision that runs, or of one that is being set up. */
export interface RulesToTell extends Pick<
  DecisionView,
  | "settings"
  | "secrecy"
  | "liveResults"
  | "quorum"
  | "threshold"
  | "groupMajority"
  | "frozenGroups"
  | "tieBreak"
  | "reasons"
  | "takesPaper"
  | "weighting"
  | "snapshot"
  | "unit"
> {
  readonly rulesHash?: string | null;
  readonly lot?: DecisionView["lot"];
  readonly electorate: {
    readonly roles: readonly string[];
    readonly size: number | null;
    readonly weight: string | null;
  };
  /** null for at once */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

export interface Rule {
  readonly id:
    | "method"
    | "who"
    | "weights"
    | "quorum"
    | "threshold"
    | "groups"
    | "secrecy"
    | "ties"
    | "reasons"
    | "paper"
    | "times"
    | "frozen";
  readonly text: string;
  /** The balances that weights go by. */
  readonly snapshotId?: string | undefined;
}

/** The fewest people that are this share of so many. Exact: no division rounds down a vote that is needed. */
export function neededOf({ num, den }: Share, size: number): number {
  return Number((BigInt(size) * BigInt(num) + BigInt(den) - 1n) / BigInt(den));
}

const everybody = ["member", "moderator", "owner"];

function whoInWords({ electorate, weighting }: RulesToTell, words: Words): string {
  const { t } = words;
  const { roles, size } = electorate;
  const isEverybody = everybody.every((role) => roles.includes(role));
  const list = new Intl.ListFormat(words.language, { type: "conjunction" });
  const who = isEverybody
    ? t("rules.who.everybody")
    : list.format(
        everybody.filter((role) => roles.includes(role)).map((role) => t(`rules.who.${role}`)),
      );
  const frozen =
    size === null
      ? t("rules.who.later", { who })
      : t("rules.who.frozen", { count: size, size: words.number(size), who });
  return weighting.kind === "one-person" ? `${frozen} ${t("rules.who.one-person")}` : frozen;
}

/** What votes weigh, and once it is frozen, what they weigh together. */
function weighedInWords(rules: RulesToTell, words: Words): Rule[] {
  const text = weightsInWords(rules, words);
  if (text === undefined) return [];
  const { weight } = rules.electorate;
  const total =
    weight === null
      ? ""
      : words.t("rules.weights.total", { weight: weightText(weight, rules, words) });
  const snapshotId = rules.snapshot?.id;
  return [{ id: "weights", text: `${text} ${total}`.trim(), snapshotId }];
}

function quorumInWords(rules: RulesToTell, words: Words): string {
  const { quorum } = rules;
  if (!quorum?.persons && !quorum?.weight) return words.t("rules.quorum.none");
  const told = [
    quorum.persons && personsInWords(quorum.persons, rules, words),
    quorum.weight && weightQuorumInWords(quorum.weight, rules, words),
  ];
  return told.filter((text) => text !== null).join(" ");
}

function weightQuorumInWords(share: Share, rules: RulesToTell, words: Words): string {
  const { weight } = rules.electorate;
  const values = { share: words.share(share), whole: wholeInWords(rules, words) };
  if (weight === null) return words.t("rules.quorum.weight-later", values);
  const needed = neededWeight(share, BigInt(weight));
  return words.t("rules.quorum.weight-known", {
    ...values,
    needed: weightText(needed, rules, words),
    weight: weightText(weight, rules, words),
  });
}

function personsInWords(share: Share, { electorate }: RulesToTell, words: Words): string {
  const { t } = words;
  const { size } = electorate;
  if (size === null) return t("rules.quorum.later", { share: words.share(share) });
  const needed = neededOf(share, size);
  return t("rules.quorum.known", {
    share: words.share(share),
    count: size,
    size: words.number(size),
    needed: words.number(needed),
  });
}

/** "more than half", "at least two thirds" */
export function thresholdShare(threshold: Threshold, { t, share }: Words): string {
  switch (threshold.kind) {
    case "simple-majority":
      return t("rules.threshold.more-than-half");
    case "two-thirds":
      return t("rules.threshold.at-least", { share: share({ num: 2, den: 3 }) });
    case "share":
      return t("rules.threshold.at-least", { share: share(threshold.share) });
  }
}

function thresholdInWords({ threshold, settings }: RulesToTell, words: Words): string {
  const { t } = words;
  if (isOnProposal(settings)) {
    const share = sentenceCase(thresholdShare(settings.threshold, words), words);
    return t(`rules.threshold.own-${settings.method}`, { share });
  }
  if (!threshold) {
    return t(
      settings.method === "budget" ? "rules.threshold.none-of-budget" : "rules.threshold.none",
    );
  }
  const { basis } = methodFacts[settings.method];
  return t("rules.threshold.set", {
    share: thresholdShare(threshold, words),
    basis: t(`basis.${basis}`),
  });
}

/** The share in every opinion group, what counts for it, and once it has opened in which groups it is asked. */
function groupsInWords(rules: RulesToTell, words: Words): Rule[] {
  const { t } = words;
  const { groupMajority, frozenGroups, settings, electorate } = rules;
  if (groupMajority === null) return [];
  const hasOpened = electorate.size !== null;
  const groups = words.list((frozenGroups?.groups ?? []).map((group) => groupName(group, words)));
  const when = !hasOpened ? "later" : frozenGroups ? "frozen" : "none";
  const said = [
    t("rules.groups.share", { share: thresholdShare(groupMajority, words) }),
    t(`rules.groups.backs-${methodFacts[settings.method].kind}`),
    t(`rules.groups.${when}`, { groups }),
    t("rules.groups.published"),
  ];
  return [{ id: "groups", text: said.join(" ") }];
}

/** What an opinion group goes by: its letter. */
export const groupName = (group: number, { t }: Words): string =>
  t("ui:group", { letter: groupLetter(group) });

const sentenceCase = (text: string, { language }: Words) =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);

/** What the method does, with its numbers. */
function ruleInWords(settings: Settings, { t, number, language }: Words): string {
  const { method } = settings;
  const winners = winnersOf(settings);
  if (settings.method === "consent" && settings.blocksAllowed > 0) {
    const { blocksAllowed: blocks } = settings;
    const values = { count: blocks, blocks: number(blocks) };
    return `${t("method.consent.intro")} ${t("method.consent.blocks-allowed", values)}`;
  }
  const credits = "credits" in settings ? settings.credits : winners;
  const values = {
    count: credits,
    credits: number(credits),
    winners: number(winners),
    most: "maxScore" in settings ? number(settings.maxScore) : "",
    grades: "grades" in settings ? number(settings.grades) : "",
    budget: "costs" in settings ? moneyIn(language, settings.budget, settings.currency) : "",
  };
  return t(
    method === "approval" && winners > 1 ? "method.approval.several" : `method.${method}.rule`,
    values,
  );
}

/** Methods whose rule itself says how many win. */
const saysWinners: readonly MethodId[] = ["approval", "stv", "meek"];
/** How the method works, with its settings. */
export function methodInWords(settings: Settings, words: Words): string {
  const { t, number } = words;
  const { method } = settings;
  const winners = winnersOf(settings);
  return [
    ruleInWords(settings, words),
    winners > 1 && !saysWinners.includes(method)
      ? t("method.winners", { count: winners, winners: number(winners) })
      : "",
    "against" in settings && settings.against ? t("method.quadratic.against") : "",
    "lowestPoints" in settings && settings.lowestPoints > 0 ? t("method.lowest-points") : "",
    "utility" in settings ? t(`method.utility.${settings.utility}`) : "",
    "completion" in settings ? t(`method.completion.${settings.completion}`) : "",
    "strength" in settings ? t(`method.strength.${settings.strength}`) : "",
    "unranked" in settings && comparesUnranked(method)
      ? t(`method.unranked.${settings.unranked}`)
      : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function timesInWords({ opensAt, closesAt }: RulesToTell, { t, language }: Words): string {
  const at = (moment: string) => absoluteOf(Date.parse(moment), language);
  const from = opensAt === null ? t("rules.times.now") : at(opensAt);
  if (closesAt === null) return t("rules.times.open-ended", { from });
  return t("rules.times.span", { from, until: at(closesAt) });
}

function secrecyInWords({ secrecy, liveResults }: RulesToTell, { t }: Words): string {
  const who = t(`rules.secrecy.${secrecy}`);
  return liveResults ? `${who} ${t("rules.live")}` : who;
}

function tiesInWords({ settings, tieBreak, lot }: RulesToTell, { t }: Words): string {
  if (isOnProposal(settings)) return t("rules.ties-none");
  if (tieBreak === "lot" && lot?.by === "seed") return t("rules.lot-by-seed");
  return t(`rules.ties.${tieBreak}`);
}

/** Consent asks for reasons by itself. */
function reasonsInWords({ reasons, settings, secrecy }: RulesToTell, { t }: Words): Rule[] {
  if (settings.method === "consent") {
    const kind = secrecy === "secret" ? "nameless" : "named";
    return [{ id: "reasons", text: t(`rules.reasons.${kind}`) }];
  }
  return reasons === "off" ? [] : [{ id: "reasons", text: t("rules.reasons.optional") }];
}

/** Every rule that governs a decision, one sentence or two each. */
export function rulesInWords(rules: RulesToTell, words: Words): Rule[] {
  return [
    { id: "method", text: methodInWords(rules.settings, words) },
    { id: "who", text: whoInWords(rules, words) },
    ...weighedInWords(rules, words),
    { id: "quorum", text: quorumInWords(rules, words) },
    { id: "threshold", text: thresholdInWords(rules, words) },
    ...groupsInWords(rules, words),
    { id: "secrecy", text: secrecyInWords(rules, words) },
    { id: "ties", text: tiesInWords(rules, words) },
    ...reasonsInWords(rules, words),
    ...(rules.takesPaper ? [{ id: "paper", text: words.t("rules.paper") } as const] : []),
    { id: "times", text: timesInWords(rules, words) },
    ...(rules.rulesHash
      ? [{ id: "frozen", text: words.t("rules.frozen", { hash: rules.rulesHash }) } as const]
      : []),
  ];
}
