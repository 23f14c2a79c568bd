import type { Analysis, Memory, OpinionGroup, StatementFigures } from "./analysis.ts";
import { CentredResponses } from "./centred.ts";
import { chanceLevel } from "./chance-level.ts";
import { divisiveness, groupConsensus, majorities, uncertain } from "./consensus.ts";
import { findGroups } from "./find-groups.ts";
import { askedIn, countsOfGroups, summed, votesOn } from "./group-votes.ts";
import type { Parameters } from "./parameters.ts";
import type { Positions } from "./points.ts";
import { positionsOfPeople, positionsOfStatements } from "./positions.ts";
import { principalAxes } from "./principal-axes.ts";
import { metaPriority, priorityOf } from "./priority.ts";
import { testFloor, twoSides, type Typical, typicalOfGroup } from "./representative.ts";
import { type Conversation, type Scope, scopeOf, whoIsIn } from "./scope.ts";

/**
 * Who thinks alike, what sets groups apart and what bridges them, after Polis (Small et al., "Polis: Scaling
 * deliberation by mapping high dimensional opinion spaces", Recerca 26(2), 2021). It depends on nothing but what it is
 * given; the same gives the same to the last bit in every engine, as numbers are only added, taken off, multiplied,
 * divided and put under a root.
 * @param before what an earlier run of the same conversation left, whose people and statements had the same numbers: the
 * map then moves instead of jumping
 */
export function analyse(
  conversation: Conversation,
  parameters: Parameters,
  before?: Memory,
): Analysis {
  const scope = scopeOf(conversation, parameters);
  const centred = new CentredResponses(scope);
  const axes = principalAxes(centred, {
    before: before?.axes,
    tolerance: parameters.axisTolerance,
    keptTolerance: parameters.keptAxisTolerance,
    seed: parameters.seed,
  });
  const positions = positionsOfPeople(scope, axes.along);
  const inside = whoIsIn(scope, parameters);
  const chance = chanceLevel(scope);
  const isByChance = axes.strengths[0] <= chance;
  const found = findGroups(positions, inside, { parameters, before, isByChance });
  const counts = countsOfGroups(scope, found.groupOf, found.groups.length);
  const places = positionsOfStatements(scope, centred.means, axes);
  const asked = askedIn(scope);
  const { groups, groupOf, base, centres, count } = found;
  const pair = { first: axes.first, second: axes.second };
  // Where groups are not clear this time, those that come again keep their numbers.
  const numbers = groups.length === 0 ? before?.numbers : numbersOf(groups, groupOf);
  return {
    people: scope.given.reduce((sum, given) => sum + (given > 0 ? 1 : 0), 0),
    peopleIn: inside.length,
    statements: scope.statements,
    responses: scope.counts.reduce((sum, some) => sum + some, 0),
    positions,
    strengths: axes.strengths,
    chance,
    axes: pair,
    means: centred.means,
    groups: withTypical(found.groups, { asked, counts, parameters }),
    groupOf,
    silhouette: found.silhouette,
    stability: found.stability,
    obscurity: found.obscurity,
    isSettled: found.isSettled,
    figures: figuresOf(scope, { places, counts, inside, parameters }),
    majorities: majorities(asked, (at) => votesOn(scope.counts, at), parameters.silenceIsNeutral),
    uncertain: uncertain(asked, (at) => votesOn(scope.counts, at)),
    memory: { axes: pair, base, centres, count, numbers: numbers ?? groupOf },
  };
}

function numbersOf(groups: readonly { readonly number: number }[], groupOf: Int8Array): Int8Array {
  const numbers = new Int8Array(groupOf.length);
  for (let person = 0; person < groupOf.length; person += 1) {
    numbers[person] = groups[groupOf[person] ?? -1]?.number ?? -1;
  }
  return numbers;
}

interface Tallied {
  readonly asked: readonly number[];
  readonly counts: readonly Int32Array[];
  readonly parameters: Parameters;
}

function withTypical(
  groups: readonly Omit<OpinionGroup, "typical">[],
  { asked, counts, parameters }: Tallied,
): OpinionGroup[] {
  const all = counts.map((own) =>
    asked.map((statement) => {
      const inside = votesOn(own, statement);
      const others = counts
        .filter((other) => other !== own)
        .map((other) => votesOn(other, statement));
      const compared = { statement, inside, outside: summed(others) };
      return twoSides(compared, parameters.silenceIsNeutral);
    }),
  );
  const floor = testFloor(all.flat(), parameters.falseDiscovery);
  const typical = all.map((sides): Typical[] => typicalOfGroup(sides, floor));
  return groups.map((group, place) => ({ ...group, typical: typical[place] ?? [] }));
}

interface Placed {
  readonly places: Positions;
  readonly counts: readonly Int32Array[];
  readonly inside: Uint32Array;
  readonly parameters: Parameters;
}

/** All statements that are not hidden, or that are about people themselves, in their order. */
function figuresOf(
  scope: Scope,
  { places, counts, inside, parameters }: Placed,
): StatementFigures[] {
  const groups = counts.length > 0 ? counts : [countsOfPeople(scope, inside)];
  const listed = [...scope.isHidden.keys()].filter(
    (statement) => scope.isHidden[statement] !== 1 || scope.isMeta[statement] === 1,
  );
  return listed.map((statement) => {
    const [x, y] = [places.x[statement] ?? 0, places.y[statement] ?? 0];
    const extremity = Math.sqrt(x * x + y * y);
    const votes = votesOn(scope.counts, statement);
    const byGroup = groups.map((own) => votesOn(own, statement));
    const heard = parameters.prioritiesOf === "groups" ? summed(byGroup) : votes;
    const isMeta = scope.isMeta[statement] === 1;
    return {
      statement,
      x,
      y,
      extremity,
      ...votes,
      byGroup,
      agreement: groupConsensus(byGroup, "agree"),
      rejection: groupConsensus(byGroup, "disagree"),
      divisiveness: divisiveness(byGroup),
      priority: isMeta
        ? metaPriority
        : priorityOf({ ...heard, extremity }, parameters.rejectionCounts),
    };
  });
}

function countsOfPeople(scope: Scope, people: Uint32Array): Int32Array {
  const isIn = new Int8Array(scope.matrix.people).fill(-1);
  for (const person of people) isIn[person] = 0;
  const [counts] = countsOfGroups(scope, isIn, 1);
  return counts ?? new Int32Array();
}
