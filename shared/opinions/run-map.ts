import type { Analysis, Obscurity, StatementFigures } from "./analysis.ts";
import type { Shortage, tooMany } from "./bridging/bridging.ts";
import { fewestTold, type Votes } from "./group-votes.ts";
import { type Corner, outlineOf } from "./hull.ts";
import type { Parameters } from "./parameters.ts";
import type { Side, Typical } from "./representative.ts";
import { type Conversation, scopeOf, whoIsIn } from "./scope.ts";
import { peopleIn, type Scores } from "./scores.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** Statements by their numbers in the run. */
interface Stance {
  readonly statement: number;
  readonly side: Side;
}

interface MapGroup {
  readonly number: number;
  readonly people: number;
  readonly x: number;
  readonly y: number;
  readonly stability: number;
  readonly hull: readonly Corner[];
  readonly typical: readonly Typical[];
}

interface MapStatement extends Omit<StatementFigures, keyof Votes | "byGroup"> {
  readonly counts: Votes;
  readonly byGroup: readonly (Votes & { readonly group: number })[];
  readonly bridging: {
    readonly score: number | null;
    readonly raters: number;
    /** runs of before may have had too many ratings to score */
    readonly shortage: Shortage | typeof tooMany | null;
  };
}

/** Places in whole steps. */
export interface Points {
  readonly step: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly group: readonly number[];
}

/** What is told of a run; nothing in it is of one person but a place without a name. */
export interface RunMap {
  readonly statementsIn: number;
  readonly obscurity: Obscurity | null;
  readonly stability: number;
  readonly silhouette: number;
  readonly strengths: readonly [number, number];
  readonly groups: readonly MapGroup[];
  readonly statements: readonly MapStatement[];
  readonly bridges: readonly Stance[];
  readonly divisive: readonly number[];
  readonly uncertain: readonly number[];
  readonly majorities: readonly Stance[];
  readonly points: Points;
  /** people who count as one with others in bridging scores */
  readonly correlated: number;
  /** how many people were drawn, out of whose responses they are; null for everybody */
  readonly drawn: number | null;
  /** the search for groups was broken off at its most rounds */
  readonly wasBrokenOff: boolean;
}

type Since3 = "drawn" | "wasBrokenOff";
/** A map as it is kept: runs of the second version of the algorithm don't say all of it. */
export type KeptMap = Omit<RunMap, Since3> & Partial<Pick<RunMap, Since3>>;

/** What `ownPlace` needs of an analysis. */
export interface Compass {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly means: readonly number[];
  readonly statements: number;
}

/** So many steps lead from the middle of the map to its edge: finer than a screen shows. */
const steps = 1_000;

export interface Told {
  readonly conversation: Conversation;
  readonly parameters: Parameters;
  readonly analysis: Analysis;
  readonly scores: Scores;
}

const unrated = { score: null, raters: 0, shortage: "few-raters" } as const;

/** What is told of an analysis. Groups are told only where they are clear, and none of fewer than five people. */
export function runMap(told: Told): RunMap {
  const { analysis, scores } = told;
  const large = [...analysis.groups.entries()].filter(([, { people }]) => people >= fewestTold);
  const sentences = sentencesOf(analysis);
  const { strengths, stability, silhouette, obscurity } = analysis;
  const variation = variationOf(told) || 1;
  return {
    statementsIn: analysis.statements,
    obscurity,
    stability,
    silhouette,
    strengths: [strengths[0] / variation, strengths[1] / variation],
    groups: large.map(([place, group]) => ({ ...group, hull: hullOf(analysis, place) })),
    statements: analysis.figures.map(({ agrees, disagrees, passes, byGroup, ...rest }) => ({
      ...rest,
      counts: { agrees, disagrees, passes },
      byGroup: large.flatMap(([place, { number }]) => {
        const votes = byGroup[place];
        return votes ? [{ group: number, ...votes }] : [];
      }),
      bridging: shortOf(scores.items[rest.statement] ?? unrated),
    })),
    bridges: stancesIn(sentences, "bridge"),
    divisive: sentences.flatMap((one) => (one.kind === "divide" ? [one.statement] : [])),
    uncertain: analysis.uncertain,
    majorities: stancesIn(sentences, "majority"),
    points: pointsOf(told),
    correlated: peopleIn(scores),
    drawn: scores.drawn?.length ?? null,
    wasBrokenOff: !analysis.isSettled,
  };
}

/** The sum of squares of what the axes explain: how far all responses are from the means of their statements. */
function variationOf({ conversation, analysis }: Told): number {
  const meta = new Set(conversation.meta);
  return analysis.figures
    .filter(({ statement }) => !meta.has(statement))
    .reduce((sum, { agrees, disagrees, passes }) => {
      const given = agrees + disagrees;
      return sum + given - (agrees - disagrees) ** 2 / Math.max(1, given + passes);
    }, 0);
}

const shortOf = ({
  score,
  raters,
  shortage,
}: MapStatement["bridging"]): MapStatement["bridging"] => ({
  score,
  raters,
  shortage,
});

const stancesIn = (sentences: readonly Sentence[], kind: "bridge" | "majority"): Stance[] =>
  sentences.flatMap((one) =>
    one.kind === kind ? [{ statement: one.statement, side: one.side }] : [],
  );

function hullOf({ positions, groupOf }: Analysis, place: number): Corner[] {
  const people = [...groupOf.keys()].filter((person) => groupOf[person] === place);
  return outlineOf(positions, people, fewestTold);
}

/** Everybody who is in, sorted by where they are: their order tells nothing else. */
function pointsOf({ conversation, parameters, analysis }: Told): Points {
  const { positions, groupOf, groups } = analysis;
  const inside = whoIsIn(scopeOf(conversation, parameters), parameters);
  let edge = 0;
  for (const person of inside) {
    const [x, y] = [positions.x[person] ?? 0, positions.y[person] ?? 0];
    edge = Math.max(edge, Math.abs(x), Math.abs(y));
  }
  const step = edge === 0 ? 1 : edge / steps;
  const places = Array.from(inside, (person) => ({
    x: Math.round((positions.x[person] ?? 0) / step),
    y: Math.round((positions.y[person] ?? 0) / step),
    group: groups[groupOf[person] ?? -1]?.number ?? -1,
  })).toSorted((a, b) => a.group - b.group || a.x - b.x || a.y - b.y);
  return {
    step,
    x: places.map(({ x }) => x),
    y: places.map(({ y }) => y),
    group: places.map(({ group }) => group),
  };
}

export const compassOf = ({ axes, means, statements }: Analysis): Compass => ({
  first: [...axes.first],
  second: [...axes.second],
  means: [...means],
  statements,
});
