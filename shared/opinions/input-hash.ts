import { concatBytes, hashJson, sha256 } from "../merkle/bytes.ts";
import type { Conversation } from "./scope.ts";

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const inOrder = (numbers: readonly number[] = []): number[] =>
  [...new Set(numbers)].toSorted((a, b) => a - b);

/** Who and what is left out of an analysis, each once and in order. */
export const leftOut = ({ banned, hidden, meta }: Conversation) => ({
  banned: inOrder(banned),
  hidden: inOrder(hidden),
  meta: inOrder(meta),
});

/**
 * What an analysis was made of, as one hash: the SHA-256 of the SHA-256 of the canonical JSON of sizes and of what is left
 * out, followed by each person's number of responses (four bytes) and their codes (two bytes each, see `codeOf`), the
 * lower byte first.
 */
export function hashOfInput(conversation: Conversation): string {
  const { people, statements, size, codes, starts, ends } = conversation.matrix;
  const bytes = new Uint8Array(4 * people + 2 * size);
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (let person = 0; person < people; person += 1) {
    const start = starts[person] ?? 0;
    const end = ends[person] ?? 0;
    view.setUint32(place, end - start, true);
    place += 4;
    for (let at = start; at < end; at += 1, place += 2) view.setUint16(place, codes[at] ?? 0, true);
  }
  const about = hashJson({ people, statements, ...leftOut(conversation) });
  return hex(sha256(concatBytes(about, bytes)));
}
