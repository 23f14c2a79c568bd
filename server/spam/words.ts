import type { Estimate } from "#shared/spam/bayes.ts";
import { estimate } from "#shared/spam/bayes.ts";
import { tellingWords } from "#shared/spam/words.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { learnedOf } from "./store.ts";

/** So much of a hash tells words apart; eight characters. */
const hashBytes = 6;

/** The hash by which a community keeps a word: by a key of the installation's own, in each community another. */
export const hashOf = ({ stamps }: Pick<Deps, "stamps">, communityId: string, word: string) =>
  stamps.hash(`spam words ${communityId}`, word).subarray(0, hashBytes).toString("base64url");

/** The words of a text by their hashes. */
export function hashedWords(
  deps: Pick<Deps, "stamps">,
  communityId: string,
  text: string,
): ReadonlyMap<string, string> {
  return new Map(tellingWords(text).map((word) => [hashOf(deps, communityId, word), word]));
}

/** How likely a text is spam, by what moderators of the community have decided; in words of the text itself. */
export async function estimateOf(
  deps: Pick<Deps, "stamps">,
  db: Db,
  { communityId, text }: { readonly communityId: string; readonly text: string },
): Promise<Estimate> {
  const words = hashedWords(deps, communityId, text);
  const learned = await learnedOf(db, communityId, [...words.keys()]);
  const readable = [...learned.words].map(
    ([hash, counts]) => [words.get(hash) ?? hash, counts] as const,
  );
  return estimate([...words.values()], { ...learned, words: new Map(readable) });
}
