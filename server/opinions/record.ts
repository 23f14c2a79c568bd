import { deserialize, serialize } from "node:v8";
import type { Analysis, Memory } from "#shared/opinions/analysis.ts";
import type { Beginning } from "#shared/opinions/bridging/factorise.ts";
import type { Parameters } from "#shared/opinions/parameters.ts";
import { ResponseMatrix, type Rows } from "#shared/opinions/response-matrix.ts";
import type { Responses } from "#shared/opinions/responses.ts";
import type { Run } from "#shared/opinions/run-document.ts";
import type { Conversation } from "#shared/opinions/scope.ts";
import type { Scores } from "#shared/opinions/scores.ts";
import type { RecordRow } from "./store.ts";

/** What people responded, row by row, and what is left out. */
export interface Input extends Rows {
  readonly hidden: readonly number[];
}

/** The same as columns, as runs of before have it. */
type Columns = Responses & Pick<Input, "hidden">;

/** What a run is made again from: structured clones keep every number to the last bit, in little room. */
export interface Record {
  readonly input: Input | Columns;
  readonly parameters: Parameters;
  readonly before: Memory | undefined;
  readonly result: Analysis;
  /** Runs of before don't have them, nor had those of many responses. */
  readonly scores?: Scores;
  /** What the scores of the next run begin with. */
  readonly scoresLeft?: Beginning | undefined;
}

export const packRecord = (record: Record): Buffer => serialize(record);

export const conversationOf = (input: Input | Columns): Conversation => ({
  matrix: "codes" in input ? ResponseMatrix.ofRows(input) : ResponseMatrix.of(input),
  hidden: input.hidden,
});

export function unpackRecord(packed: Uint8Array): Record {
  return deserialize(packed) as Record;
}

/** A run as it was made. */
export function runOf({ algorithm, statementIds, record }: RecordRow): Run {
  const { input, parameters, before, result, scores } = unpackRecord(record);
  const conversation = conversationOf(input);
  return { algorithm, conversation, parameters, before, result, scores, statementIds };
}
