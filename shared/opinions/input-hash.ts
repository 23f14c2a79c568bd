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
  let place = 0;
  const put = (value: number, width: number) => {
    for (let byte = 0; byte < width; byte += 1) bytes[place + byte] = value >>> (8 * byte);
    place += width;
  };
  for (let person = 0; person < people; person += 1) {
    const [start = 0, end = 0] = [starts[person], ends[person]];
    put(end - start, 4);
    for (let at = start; at < end; at += 1) put(codes[at] ?? 0, 2);
  }
  const about = hashJson({ people, statements, ...leftOut(conversation) });
  return hex(sha256(concatBytes(about, bytes)));
}
