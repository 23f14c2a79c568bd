import { z } from "zod";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { analyse } from "./analyse.ts";
import { algorithm, type Analysis, type Memory } from "./analysis.ts";
import { hashOfInput, leftOut } from "./input-hash.ts";
import { Parameters } from "./parameters.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { mostStatements } from "./responses.ts";
import type { Conversation } from "./scope.ts";

const index = z.int().min(0);
const numbers = z.array(z.number());
const places = z.object({ x: numbers, y: numbers });

/** `Memory` in JSON. */
const MemoryDocument = z.object({
  axes: z.object({ first: numbers, second: numbers }),
  base: places,
  centres: z.array(z.tuple([index, places])),
  count: z.object({ shown: index, best: index, runs: index }).nullable(),
  numbers: z.array(z.int().min(-1).max(127)),
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
    person: z.array(index),
    statement: z.array(index),
    value: z.array(z.int().min(-1).max(1)),
    banned: z.array(index),
    hidden: z.array(index),
    meta: z.array(index),
  }),
  /** see `hashOfInput` */
  inputHash: z.string(),
  /** what the run before left, which a map begins with so that it does not jump; null for a first run */
  before: MemoryDocument.nullable(),
  result: z.unknown(),
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
  readonly conversation: Conversation;
  readonly parameters: Parameters;
  readonly before: Memory | undefined;
  readonly result: Analysis;
}

/** A run as it is published, in canonical JSON: the same run is the same bytes. */
export function runText({ conversation, parameters, before, result }: Run): string {
  return canonicalJson({
    format: "folkmoot-opinion-run",
    algorithm,
    parameters,
    input: { ...columnsOf(conversation.matrix), ...leftOut(conversation) },
    inputHash: hashOfInput(conversation),
    before: plain(before),
    result: plain(result),
  });
}

function columnsOf({ people, statements, codes, starts, ends }: ResponseMatrix) {
  const rows = Array.from({ length: people }, (_, person) => [
    ...codes.subarray(starts[person], ends[person]),
  ]);
  const flat = rows.flat();
  return {
    people,
    statements,
    person: rows.flatMap((row, person) => row.map(() => person)),
    statement: flat.map((code) => (code - (code % 3)) / 3),
    value: flat.map((code) => (code % 3) - 1),
  };
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

/** What came of making a run again. */
export interface Recomputed {
  /** false: this was computed by another version of the program, whose results may differ */
  readonly isSameAlgorithm: boolean;
  readonly isSameInput: boolean;
  readonly isSameResult: boolean;
  readonly analysis: Analysis;
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
  return {
    isSameAlgorithm: told.algorithm === algorithm,
    isSameInput: told.inputHash === hashOfInput(conversation),
    isSameResult: canonicalJson(told.result) === canonicalJson(plain(analysis)),
    analysis,
  };
}
