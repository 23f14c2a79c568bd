import { type MethodId, methodFacts, winnersOf } from "../method-facts.ts";
import { type Draft, groupMajorityOf, quorumOf, settingsOf, thresholdOf } from "./draft.ts";

/** What could turn out badly with these rules, as keys of texts. */
export type Advice =
  | "ranking-of-two"
  | "score-of-two"
  | "points-of-two"
  | "one-of-many"
  | "long-ranking"
  | "tied-copeland"
  | "borda-clones"
  | "one-seat"
  | "quadratic-accounts"
  | "majority-of-many"
  | "majority-of-points"
  | "threshold-of-seats"
  | "groups-of-first-choices"
  | "groups-of-seats"
  | "groups-of-points"
  | "high-quorum"
  | "consent-of-many"
  | "consent-of-crowd"
  | "proposal-of-many"
  | "times-only"
  | "budget-for-all"
  | "threshold-of-budget";

/** Where the decision is taken. */
export interface Circumstances {
  /** How many options there are to choose between. */
  readonly options: number;
  /** How many positions stand in the debate. */
  readonly standing: number;
  /** How many members the community has. */
  readonly members: number;
  /** Anybody can become a member, by as many names as they like. */
  readonly isOpenToAll: boolean;
}

const longRanking = 9;
/** Among more people than this somebody blocks almost anything; among a crowd, everything. */
const manyForConsent = 50;
const crowd = 500;
/** With fewer options than this, Copeland's half points leave many level. */
const fewForCopeland = 4;

/** Methods that compare, add up or pass on more than a single choice says. */
function adviceOnMethod(method: MethodId, { options, isOpenToAll }: Circumstances) {
  const { kind } = methodFacts[method];
  const isRanked = kind === "ranking";
  const found: [Advice, boolean][] = [
    ["ranking-of-two", isRanked && options === 2],
    ["score-of-two", kind === "scores" && options === 2],
    ["points-of-two", (kind === "points" || kind === "votes") && options === 2],
    ["one-of-many", method === "plurality" && options > 2],
    ["long-ranking", isRanked && options > longRanking],
    ["tied-copeland", method === "copeland" && options > 2 && options < fewForCopeland],
    ["borda-clones", method === "borda" && options > 2],
    ["quadratic-accounts", method === "quadratic" && isOpenToAll],
  ];
  return found;
}

/** Methods that are not for choosing among positions. */
function adviceOnPurpose(method: MethodId, { standing, members }: Circumstances) {
  const { group } = methodFacts[method];
  const isConsent = method === "consent";
  const found: [Advice, boolean][] = [
    ["consent-of-many", isConsent && members > manyForConsent && members <= crowd],
    ["consent-of-crowd", isConsent && members > crowd],
    ["proposal-of-many", group === "proposal" && standing > 2],
    ["times-only", group === "times"],
  ];
  return found;
}

/** Where there is money for everything, nothing has to be chosen. */
function paysForAll(draft: Draft, options: number): boolean {
  const settings = settingsOf(draft);
  if (settings.method !== "budget") return false;
  const costs = Object.values(settings.costs);
  return costs.length === options && costs.reduce((sum, cost) => sum + cost, 0) <= settings.budget;
}

/** Shares that the winner of such a method may well not reach. */
function adviceOnSupport(draft: Draft, { options }: Circumstances) {
  const { method } = draft.settings;
  const { group, basis } = methodFacts[method];
  const winners = winnersOf(draft.settings);
  const hasThreshold = thresholdOf(draft.threshold) !== null;
  const quorum = quorumOf(draft)?.persons;
  const found: [Advice, boolean][] = [
    ["budget-for-all", paysForAll(draft, options)],
    ["threshold-of-budget", group === "money" && hasThreshold],
    ["one-seat", group === "seats" && winners === 1],
    ["majority-of-many", method === "plurality" && options > 2 && hasThreshold],
    ["majority-of-points", basis === "possible-points" && hasThreshold],
    ["threshold-of-seats", group === "seats" && winners > 1 && hasThreshold],
    ["high-quorum", quorum ? quorum.num * 2 > quorum.den : false],
  ];
  return found;
}

/** Methods whose ballots say badly what each opinion group backs: by one option alone, for seats, or of almost everything. */
function adviceOnGroups(draft: Draft, { options }: Circumstances) {
  const { method } = draft.settings;
  const { kind, group } = methodFacts[method];
  const isAsked = groupMajorityOf(draft) !== null;
  const isForSeats = group === "seats" && winnersOf(draft.settings) > 1;
  const backsFirst = kind === "choice" || kind === "ranking";
  const found: [Advice, boolean][] = [
    ["groups-of-seats", isAsked && isForSeats],
    ["groups-of-first-choices", isAsked && backsFirst && !isForSeats && options > 2],
    ["groups-of-points", isAsked && (kind === "points" || kind === "votes")],
  ];
  return found;
}

/** Points out rules that fit badly with the number of options or with each other. None of them is forbidden. */
export function adviceOn(draft: Draft, around: Circumstances): Advice[] {
  const found = [
    ...adviceOnMethod(draft.settings.method, around),
    ...adviceOnPurpose(draft.settings.method, around),
    ...adviceOnSupport(draft, around),
    ...adviceOnGroups(draft, around),
  ];
  return found.filter(([, holds]) => holds).map(([advice]) => advice);
}
