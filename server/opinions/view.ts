import { setImmediate as turn } from "node:timers/promises";
import type { z } from "zod";
import { MapStatement, type OpinionMap } from "#shared/contract/opinions.ts";
import type { ProposedName } from "#shared/opinions/group-names.ts";
import { ownPlace } from "#shared/opinions/own-place.ts";
import type { RunMap } from "#shared/opinions/run-map.ts";
import { oncePer } from "../platform/once-per.ts";
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
  readonly leftOut: NonNullable<OpinionMap["you"]>["leftOut"];
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
export async function viewRun(run: RunRow, reader: Reader): Promise<View> {
  const { map } = run;
  const idOf = (statement: number) => idIn(run, statement);
  const answered = new Set(reader.responses.map(({ statementId }) => statementId));
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
    drawn: map.drawn ?? null,
    wasBrokenOff: map.wasBrokenOff ?? false,
    strengths: [...map.strengths],
    groups: map.groups.map((group) => viewGroup(group, { idOf, isOpen, names: reader.names })),
    statements: prewritten(await statementsFor(run, reader)),
    bridges: stances(map.bridges),
    divisive: map.divisive.filter(isOpen).map(idOf),
    uncertain: map.uncertain.filter(isOpen).map(idOf),
    majorities: stances(map.majorities),
    points: prewritten<View["points"]>(run.points),
    you: placeOf(run, reader),
  };
}

const idIn = ({ statementIds }: RunRow, statement: number) => statementIds[statement] ?? "";

type Statement = RunRow["map"]["statements"][number];

const writeOne = replySerializer({ name: "a statement of a map", reply: MapStatement }, false);

/** A statement of a map, with its figures or without. */
function writeStatement(run: RunRow, one: Statement, isOpen: boolean): string {
  const { statement, x, y, extremity } = one;
  const figures = isOpen ? { ...one, byGroup: [...one.byGroup] } : null;
  return writeOne({ statementId: idIn(run, statement), x, y, extremity, figures }).join("");
}

/** So many statements are written at once, and go out as one piece. */
const atOnce = 100;

/** All statements of a map, which are the same for all readers; written in turns with everybody else. */
async function writeAll(run: RunRow, isOpen: boolean): Promise<string[]> {
  const written: string[] = [];
  for (const [at, one] of run.map.statements.entries()) {
    written.push(writeStatement(run, one, isOpen));
    if (at % atOnce === atOnce - 1) await turn();
  }
  return written;
}

/** A list in pieces: one long text of it for each reader would be a burden to clear away. */
function inPieces(written: readonly string[]): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < written.length; from += atOnce) {
    pieces.push(from === 0 ? "[" : ",", written.slice(from, from + atOnce).join(","));
  }
  return pieces.length === 0 ? ["[]"] : [...pieces, "]"];
}

const openStatementsOf = oncePer(async (run: RunRow) => inPieces(await writeAll(run, true)));
const closedStatementsOf = oncePer((run: RunRow) => writeAll(run, false));

/** Where each statement is among those of the map, by its id. */
const placesIn = oncePer(
  (run: RunRow) =>
    new Map(run.map.statements.map(({ statement }, place) => [idIn(run, statement), place])),
);

/** What was written once for all who read a run, with the figures of what this one has answered. */
async function statementsFor(run: RunRow, reader: Reader): Promise<string[]> {
  if (reader.hasOpenCounts) return openStatementsOf(run);
  const own = [...(await closedStatementsOf(run))];
  for (const { statementId } of reader.responses) {
    const place = placesIn(run).get(statementId) ?? -1;
    const one = run.map.statements[place];
    if (one) own[place] = writeStatement(run, one, true);
  }
  return inPieces(own);
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
function placeOf(run: RunRow, reader: Reader): View["you"] {
  const { map, compass } = run;
  const own = reader.responses.flatMap(({ statementId, value }) => {
    const one = map.statements[placesIn(run).get(statementId) ?? -1];
    return one === undefined ? [] : [{ statement: one.statement, value }];
  });
  if (own.length === 0) return null;
  const [x, y] = ownPlace(own, {
    axes: { first: Float64Array.from(compass.first), second: Float64Array.from(compass.second) },
    means: Float64Array.from(compass.means),
    statements: compass.statements,
  });
  return { x, y, group: reader.group, responses: own.length, leftOut: reader.leftOut };
}
