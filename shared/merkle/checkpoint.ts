import { fromBase64, toBase64 } from "./bytes.ts";

/*
 * The text of a checkpoint (C2SP tlog-checkpoint): whose tree it is, how many leaves it has, and its root.
 */

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines after the first three. */
  readonly more: readonly string[];
}

export function checkpointText({ origin, size, root, more }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...more, ""].join("\n");
}

/** The checkpoint in this text; undefined where there is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  if (!text.endsWith("\n")) return undefined;
  const [origin = "", digits = "", packed = "", ...more] = text.slice(0, -1).split("\n");
  const root = packed === "" ? undefined : fromBase64(packed);
  const size = /^(0|[1-9]\d{0,15})$/.test(digits) ? Number(digits) : Number.NaN;
  const isWhole = origin !== "" && Number.isSafeInteger(size) && more.every((line) => line !== "");
  return isWhole && root !== undefined ? { origin, size, root, more } : undefined;
}
