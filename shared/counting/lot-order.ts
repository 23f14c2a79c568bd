import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../merkle/canonical-json.ts";

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * The options in an order drawn by lot that anybody can draw again: by the SHA-256 of the seed, a slash and the
 * option. Whoever published the seed's own hash before the vote cannot choose another seed after it.
 */
export function lotOrder(seed: string, options: readonly string[]): string[] {
  const drawn = options.map((option) => ({ option, by: hashText(`${seed}/${option}`) }));
  return drawn.toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(({ option }) => option);
}

/** What of a ballot takes part in a draw: not its nonce, which the server chose. */
interface DrawingBallot {
  readonly ballotId: string;
  readonly ballot: unknown;
}

/**
 * Gathers the SHA-256 over ballots as they are published: for each, in the order of ids, the canonical JSON
 * of `[id, ballot]` and the end of a line.
 */
export function ballotsHasher() {
  const hash = sha256.create();
  return {
    add({ ballotId, ballot }: DrawingBallot): void {
      hash.update(utf8ToBytes(`${canonicalJson([ballotId, ballot])}\n`));
    },
    hex: (): string => bytesToHex(hash.digest()),
  };
}

/** The same of a list that is at hand. */
export function hashBallots(all: Iterable<DrawingBallot>): string {
  const hasher = ballotsHasher();
  for (const one of all) hasher.add(one);
  return hasher.hex();
}

/**
 * The seed by which the order is drawn: the server's, whose hash it told before the vote, together with the ballots,
 * which only the voters know before it ends. Neither side can aim at an order by itself; but a server that knows its
 * seed could, before the end, still cast ballots of its own to move it. Decisions of before went by the server's
 * seed alone.
 */
export const seedWith = (seed: string, ballotsHash: string | null): string =>
  ballotsHash === null ? seed : hashText(`${seed}/${ballotsHash}`);
