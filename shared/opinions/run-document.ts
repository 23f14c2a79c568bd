import { z } from "zod";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { analyse } from "./analyse.ts";
import { algorithm, type Analysis, type Memory } from "./analysis.ts";
import { hashOfInput, leftOut } from "./input-hash.ts";
import { Parameters } from "./parameters.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { mostStatements, statementOf, valueOf } from "./responses.ts";
import { isSameJson } from "./same-json.ts";
import type { Conversation } from "./scope.ts";
import { type Scores, scoresOf } from "./scores.ts";

/** Hundreds of thousands of numbers: to look at one after the other by a schema each takes longer than the analysis. */
const column = (isOne: (value: unknown) => boolean, what: string) =>
  z.custom<number[]>((value) => Array.isArray(value) && value.every(isOne), `${what} in a list`);
const isIndex = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isValue = (value: unknown) => value === 1 || value === 0 || value === -1;

const index = z.int().min(0);
const numbers = column((value) => Number.isFinite(value), "numbers");
const indexes = column(isIndex, "whole numbers from 0 on");
const places = z.object({ x: numbers, y: numbers });

/** `Memory` in JSON. */
const MemoryDocument = z.object({
  axes: z.object({ first: numbers, second: numbers }),
  base: places,
  centres: z.array(z.tuple([index, places])),
  count: z.object({ shown: index, best: index, runs: index }).nullable(),
  numbers: z.array(z.int().min(-1).max(127)),
});

/** `Scores` in JSON. */
const ScoresDocument = z.object({
  before: z.object({ mean: z.number(), items: numbers }).nullable(),
  circles: z.array(indexes),
  drawn: indexes.nullable(),
  items: z.unknown(),
});

/**
 * A run that anybody can make again: what went in, how, and what came out. People are numbers that mean nothing outside
 * of it.
 */
export const RunDocument = z.object({
  format: z.literal("folkmoot-opinion-run"),
  algorithm: z.string(),
  parameters: Parameters,
  input: z.object({
    people: z.int().min(0).max(10_000_000),
    statements: z.int().min(0).max(mostStatements),
    /** who responded to what and how, by person and then by statement; 1 agrees, 0 passes, -1 disagrees */
    person: indexes,
    statement: indexes,
    value: column(isValue, "1, 0 and -1"),
    banned: z.array(index),
    hidden: z.array(index),
    meta: z.array(index),
  }),
  /** see `hashOfInput` */
  inputHash: z.string(),
  /** what the run before left, which a map begins with so that it does not jump; null for a first run */
  before: MemoryDocument.nullable(),
  result: z.unknown(),
  /** how far statements bridge; runs of earlier versions don't have it */
  scores: ScoresDocument.nullish(),
  /** which statement each number stands for */
  statementIds: z.array(z.string()).nullish(),
});
export type RunDocument = z.infer<typeof RunDocument>;

/** Typed arrays as arrays, maps as lists of pairs, and nothing as null: what canonical JSON has words for. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (value instanceof Map) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

export interface Run {
  /** the version that made it */
  readonly algorithm: string;
  readonly conversation: Conversation;
  readonly parameters: Parameters;
  readonly before: Memory | undefined;
  readonly result: Analysis;
  readonly scores: Scores | undefined;
  readonly statementIds: readonly string[];
}

/**
 * A run as it is published, in canonical JSON: the same run is the same bytes. In pieces, as all responses in one text
 * would hold up whoever writes them.
 */
export function* runPieces(run: Run): Generator<string> {
  const { conversation, ...told } = run;
  const written = (value: unknown) => canonicalJson(plain(value));
  // Keys in their order, as canonical JSON has them.
  yield `{"algorithm":${written(told.algorithm)},"before":${written(told.before)}`;
  yield `,"format":"folkmoot-opinion-run","input":{`;
  yield* inputPieces(conversation);
  yield `},"inputHash":${written(hashOfInput(conversation))}`;
  yield `,"parameters":${written(told.parameters)},"result":${written(told.result)}`;
  yield `,"scores":${written(told.scores)},"statementIds":${written(told.statementIds)}}`;
}

export const runText = (run: Run): string => [...runPieces(run)].join("");

function* inputPieces(conversation: Conversation): Generator<string> {
  const { matrix } = conversation;
  const { banned, hidden, meta } = leftOut(conversation);
  const about = { banned, hidden, meta, people: matrix.people };
  yield canonicalJson(about).slice(1, -1);
  yield* columnPieces("person", matrix, (_, person) => person);
  yield* columnPieces("statement", matrix, statementOf);
  yield `,"statements":${matrix.statements}`;
  yield* columnPieces("value", matrix, valueOf);
}

/** One number of each response, by person and then by statement; a few people at a time. */
function* columnPieces(
  name: string,
  { people, codes, starts, ends }: ResponseMatrix,
  numberOf: (code: number, person: number) => number,
): Generator<string> {
  let before = `,"${name}":[`;
  for (let person = 0; person < people; person += 1) {
    const row = codes.subarray(starts[person], ends[person]);
    if (row.length === 0) continue;
    yield before + Array.from(row, (code) => numberOf(code, person)).join(",");
    before = ",";
  }
  yield before === "," ? "]" : `${before}]`;
}

function memoryOf({
  axes,
  base,
  centres,
  count,
  numbers: groups,
}: z.infer<typeof MemoryDocument>): Memory {
  const positions = ({ x, y }: { x: number[]; y: number[] }) => ({
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  });
  return {
    axes: { first: Float64Array.from(axes.first), second: Float64Array.from(axes.second) },
    base: positions(base),
    centres: new Map(centres.map(([many, some]) => [many, positions(some)])),
    count: count ?? undefined,
    numbers: Int8Array.from(groups),
  };
}

/** How far statements bridge, made again of what is told of it. */
function scoresAgain(matrix: ResponseMatrix, told: RunDocument["scores"]): Scores | undefined {
  if (!told) return undefined;
  const { drawn, circles } = told;
  const before = told.before
    ? { mean: told.before.mean, items: Float64Array.from(told.before.items) }
    : undefined;
  return { drawn, circles, before, items: scoresOf(matrix, { drawn, circles }, before) };
}

/** What came of making a run again. */
export interface Recomputed {
  /** the version that made it */
  readonly algorithm: string;
  /** false: this was computed by another version of the program, whose results may differ */
  readonly isSameAlgorithm: boolean;
  readonly isSameInput: boolean;
  /** of the analysis, and of bridging scores where it tells any */
  readonly isSameResult: boolean;
  readonly conversation: Conversation;
  readonly parameters: Parameters;
  readonly analysis: Analysis;
  /** undefined where it tells none */
  readonly scores: Scores | undefined;
}

/**
 * Makes a published run again, and says whether the same came out, byte by byte.
 * @throws z.ZodError for what is no run, RangeError for one whose parts do not fit together
 */
export function recompute(document: unknown): Recomputed {
  const { input, parameters, before, ...told } = RunDocument.parse(document);
  const { banned, hidden, meta } = input;
  const conversation = { matrix: ResponseMatrix.of(input), banned, hidden, meta };
  const memory = before === null ? undefined : memoryOf(before);
  if (memory && memory.axes.first.length > input.statements) {
    throw new RangeError("the run before knew more statements");
  }
  const analysis = analyse(conversation, parameters, memory);
  const scores = scoresAgain(conversation.matrix, told.scores);
  return {
    algorithm: told.algorithm,
    isSameAlgorithm: told.algorithm === algorithm,
    isSameInput: told.inputHash === hashOfInput(conversation),
    isSameResult:
      isSameJson(told.result, analysis) && isSameJson(told.scores?.items, scores?.items),
    conversation,
    parameters,
    analysis,
    scores,
  };
}
