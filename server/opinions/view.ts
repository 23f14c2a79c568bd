import type { z } from "zod";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { ProposedName } from "#shared/opinions/group-names.ts";
import { ownPlace } from "#shared/opinions/own-place.ts";
import type { RunMap } from "#shared/opinions/run-map.ts";
import type { RunRow } from "./store.ts";

export interface OwnResponse {
  readonly statementId: string;
  readonly value: number;
}

/** What a reader brings to a map. */
export interface Reader {
  readonly responses: readonly OwnResponse[];
  /** The number of their group in this run. */
  readonly group: number | null;
  /** Whether everybody sees how everything was answered. */
  readonly hasOpenCounts: boolean;
  /** What groups are called, by their numbers. */
  readonly names: ReadonlyMap<number, ProposedName>;
}

type View = z.input<typeof OpinionMap>;

/**
 * A map as one reader sees it, all of it from one run. How people answered a statement sways: that is seen once the
 * reader has answered it too, as in the list of statements.
 */
export function viewRun(run: RunRow, reader: Reader): View {
  const { map, statementIds } = run;
  const answered = new Set(reader.responses.map(({ statementId }) => statementId));
  const idOf = (statement: number) => statementIds[statement] ?? "";
  const isOpen = (statement: number) => reader.hasOpenCounts || answered.has(idOf(statement));
  const stances = (all: RunMap["bridges"]) =>
    all
      .filter(({ statement }) => isOpen(statement))
      .map(({ statement, side }) => ({ statementId: idOf(statement), side }));
  const { obscurity, stability, silhouette, statementsIn, correlated, points } = map;
  return {
    ...factsOf(run),
    obscurity,
    stability,
    silhouette,
    statementsIn,
    correlated,
    strengths: [...map.strengths],
    groups: map.groups.map((group) => viewGroup(group, { idOf, isOpen, names: reader.names })),
    statements: map.statements.map(({ statement, x, y, extremity, ...figures }) => {
      const shown = isOpen(statement) ? { ...figures, byGroup: [...figures.byGroup] } : null;
      return { statementId: idOf(statement), x, y, extremity, figures: shown };
    }),
    bridges: stances(map.bridges),
    divisive: map.divisive.filter(isOpen).map(idOf),
    uncertain: map.uncertain.filter(isOpen).map(idOf),
    majorities: stances(map.majorities),
    points: { step: points.step, x: [...points.x], y: [...points.y], group: [...points.group] },
    you: placeOf(run, reader),
  };
}

const factsOf = ({ id, computedAt, algorithm, parameters, inputHash, ...counted }: RunRow) => ({
  runId: id,
  computedAt: computedAt.toISOString(),
  algorithm,
  parameters: parameters.name,
  inputHash,
  people: counted.people,
  peopleIn: counted.peopleIn,
  responses: counted.responses,
  isSettled: counted.isSettled,
});

interface Seeing {
  idOf(statement: number): string;
  isOpen(statement: number): boolean;
  readonly names: Reader["names"];
}

function viewGroup(
  { number, people, x, y, stability, hull, typical }: RunMap["groups"][number],
  { idOf, isOpen, names }: Seeing,
): View["groups"][number] {
  const name = names.get(number);
  return {
    number,
    name: name ? { id: name.id, text: name.text } : null,
    people,
    x,
    y,
    stability,
    hull: hull.map(([cornerX, cornerY]): [number, number] => [cornerX, cornerY]),
    typical: typical
      .filter(({ statement }) => isOpen(statement))
      .map(({ statement, side, successes, trials, share, ratio, isSignificant }) => {
        const figures = { side, count: successes, of: trials, share, ratio, isSignificant };
        return { statementId: idOf(statement), ...figures };
      }),
  };
}

/** Where somebody stands; nowhere with no response to anything that is on the map. */
function placeOf({ map, statementIds, compass }: RunRow, reader: Reader): View["you"] {
  const numbers = new Map(
    map.statements.map(({ statement }) => [statementIds[statement], statement]),
  );
  const own = reader.responses.flatMap(({ statementId, value }) => {
    const statement = numbers.get(statementId);
    return statement === undefined ? [] : [{ statement, value }];
  });
  if (own.length === 0) return null;
  const [x, y] = ownPlace(own, {
    axes: { first: Float64Array.from(compass.first), second: Float64Array.from(compass.second) },
    means: Float64Array.from(compass.means),
    statements: compass.statements,
  });
  return { x, y, group: reader.group, responses: own.length };
}
