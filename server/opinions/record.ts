import { deserialize, serialize } from "node:v8";
import type { Analysis, Memory } from "#shared/opinions/analysis.ts";
import type { Parameters } from "#shared/opinions/parameters.ts";
import { ResponseMatrix } from "#shared/opinions/response-matrix.ts";
import type { Run } from "#shared/opinions/run-document.ts";
import type { Conversation } from "#shared/opinions/scope.ts";

/** What people responded, as columns, and what is left out. */
export interface Input {
  readonly people: number;
  readonly statements: number;
  readonly person: Uint32Array;
  readonly statement: Uint16Array;
  readonly value: Int8Array;
  readonly hidden: readonly number[];
}

/** What a run is made again from: structured clones keep every number to the last bit, in little room. */
export interface Record {
  readonly input: Input;
  readonly parameters: Parameters;
  readonly before: Memory | undefined;
  readonly result: Analysis;
}

export const packRecord = (record: Record): Buffer => serialize(record);

export const conversationOf = (input: Input): Conversation => ({
  matrix: ResponseMatrix.of(input),
  hidden: input.hidden,
});

export function unpackRecord(packed: Uint8Array): Record {
  return deserialize(packed) as Record;
}

export function runOf({ input, ...rest }: Record): Run {
  return { conversation: conversationOf(input), ...rest };
}
