import type { Compared } from "./compared-rules.ts";
import { equalShares } from "./equal-shares.ts";
import { greedy } from "./greedy.ts";
import type { RoundInput } from "./round.ts";
import type { Poll, Utility } from "./poll.ts";
import { quadraticFunding } from "./quadratic.ts";
import { matchedProjects, pledgesOf } from "./quadratic-outcome.ts";
import { shareOut } from "./share-out.ts";

/** What each rule would fund out of these ballots, that of the round among them. */
export function compareRules(input: RoundInput, poll: Poll): Compared[] {
  const { settings } = input;
  if (settings.rule === "quadratic") return compareMatches(input, poll);
  const funded = (utility: Utility) =>
    greedy(poll, utility)
      .filter(({ isFunded }) => isFunded)
      .map(({ place }) => place);
  const shared = (utility: Utility) => equalShares(poll, { utility, completion: "add1" }).funded;
  return [
    ofPlaces("equal-shares-cost", poll, shared("cost")),
    ofPlaces("equal-shares-cardinality", poll, shared("cardinality")),
    ofPlaces("greedy-votes", poll, funded("cost")),
    ofPlaces("greedy-votes-per-cost", poll, funded("cardinality")),
  ];
}

function ofPlaces(rule: Compared["rule"], poll: Poll, places: readonly number[]): Compared {
  const amounts = poll.projects.map(({ cost }, place) => (places.includes(place) ? cost : 0n));
  return told(rule, poll, amounts);
}

function compareMatches(input: RoundInput, poll: Poll): Compared[] {
  const { settings } = input;
  if (settings.rule !== "quadratic") return [];
  const projects = matchedProjects(input, settings.cap);
  const pledges = pledgesOf(input);
  const pool = BigInt(input.budget);
  const { spendWholePool } = settings;
  const matched = (pairBound: bigint | null) =>
    quadraticFunding({
      pool,
      projects,
      pledges,
      settings: { rule: "minus-contributions", pairBound, spendWholePool },
    }).map(({ amount }) => amount);
  const pledged = projects.map(({ id, most, least }) => {
    const given = pledges.filter(({ project }) => project === id);
    return { raw: given.reduce((sum, { amount }) => sum + amount, 0n), most, least };
  });
  const proportional = shareOut(pledged, { pool, unit: 1n, spendWholePool });
  return [
    told("quadratic", poll, matched(null)),
    told("quadratic-pairwise", poll, matched(BigInt(settings.pairBound ?? settings.most))),
    told(
      "proportional",
      poll,
      proportional.map(({ amount }) => amount),
    ),
  ];
}

/** Satisfaction: for each person the points of what is funded out of all of theirs; the mean of these. */
function told(rule: Compared["rule"], poll: Poll, given: readonly bigint[]): Compared {
  let [satisfied, people, excluded] = [0, 0, 0];
  for (const { heads, backs } of poll.ballots) {
    const all = backs.reduce((sum, { points }) => sum + points, 0);
    if (all === 0) continue;
    const got = backs
      .filter(({ place }) => (given[place] ?? 0n) > 0n)
      .reduce((sum, { points }) => sum + points, 0);
    people += heads;
    satisfied += heads * Math.floor((got * 1_000_000) / all);
    if (got === 0) excluded += heads;
  }
  const amounts = poll.projects
    .map(({ id }, place): [string, number] => [id, Number(given[place] ?? 0n)])
    .filter(([, amount]) => amount > 0);
  return {
    rule,
    amounts: Object.fromEntries(amounts),
    spent: amounts.reduce((sum, [, amount]) => sum + amount, 0),
    satisfaction: people === 0 ? 0 : Math.round(satisfied / people / 1_000),
    excluded,
  };
}
