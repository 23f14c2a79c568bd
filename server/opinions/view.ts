import { setImmediate as turn } from "node:timers/promises";
import type { z } from "zod";
import { MapStatement, type OpinionMap } from "#shared/contract/opinions.ts";
import type { ProposedName } from "#shared/opinions/group-names.ts";
import { ownPlace } from "#shared/opinions/own-place.ts";
import type { RunMap } from "#shared/opinions/run-map.ts";
import { prewritten } from "../platform/prewritten.ts";
import { replySerializer } from "../platform/reply-serializer.ts";
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
export function viewRun(run: RunRow, reader: Reader, openStatements?: View["statements"]): View {
  const { map, statementIds } = run;
  const answered = new Set(reader.responses.map(({ statementId }) => statementId));
  const idOf = (statement: number) => statementIds[statement] ?? "";
  const isOpen = (statement: number) => reader.hasOpenCounts || answered.has(idOf(statement));
  const stances = (all: RunMap["bridges"]) =>
    all
      .filter(({ statement }) => isOpen(statement))
      .map(({ statement, side }) => ({ statementId: idOf(statement), side }));
  const { obscurity, stability, silhouette, statementsIn, correlated } = map;
  return {
    ...factsOf(run),
    obscurity,
    stability,
    silhouette,
    statementsIn,
    correlated,
    strengths: [...map.strengths],
    groups: map.groups.map((group) => viewGroup(group, { idOf, isOpen, names: reader.names })),
    statements: openStatements ?? map.statements.map((one) => viewStatement(one, { idOf, isOpen })),
    bridges: stances(map.bridges),
    divisive: map.divisive.filter(isOpen).map(idOf),
    uncertain: map.uncertain.filter(isOpen).map(idOf),
    majorities: stances(map.majorities),
    points: prewritten<View["points"]>(run.points),
    you: placeOf(run, reader),
  };
}

function viewStatement(
  one: RunRow["map"]["statements"][number],
  { idOf, isOpen }: Omit<Seeing, "names">,
): View["statements"][number] {
  const { statement, x, y, extremity } = one;
  const figures = isOpen(statement) ? { ...one, byGroup: [...one.byGroup] } : null;
  return { statementId: idOf(statement), x, y, extremity, figures };
}

const writeStatement = replySerializer(
  { name: "a statement of a map", reply: MapStatement },
  false,
);
/** So many statements are written at once. */
const atOnce = 200;

/** All statements of a map with their figures, which are the same for all readers; written in turns with everybody else. */
export async function writeOpenStatements({ map, statementIds }: RunRow): Promise<string> {
  const seeing = { idOf: (at: number) => statementIds[at] ?? "", isOpen: () => true };
  const written: string[] = [];
  for (const [at, one] of map.statements.entries()) {
    written.push(...writeStatement(viewStatement(one, seeing)));
    if (at % atOnce === atOnce - 1) await turn();
  }
  return `[${written.join(",")}]`;
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
