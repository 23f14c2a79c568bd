import { inclusionProof, rootOf } from "#shared/merkle/tree.ts";
import { leafOf } from "#shared/recount/board.ts";
import type { BundleEntry } from "#shared/recount/bundle.ts";
import type { Db } from "#db/client.ts";
import { brief } from "../platform/brief.ts";
import { boardEntries } from "./ballot-store.ts";

/*
 * Whole blocks of a power of two of leaves are subtrees of the Merkle tree over a list, so that the roots of blocks
 * are all that need be known of the others to prove a ballot of one.
 */
const block = 256;
const blocksAtOnce = 8;
/** A list that was signed does not change; it is forgotten all the same when nobody asks any more. */
const forMs = 600_000;

/** The list that was signed. */
interface SignedList {
  readonly communityId: string;
  readonly decisionId: string;
  readonly checkpoint: string;
}

/** A ballot, its place on the list, and the nodes from it to the root. */
export interface Proven {
  readonly entry: BundleEntry;
  readonly index: number;
  readonly path: readonly Uint8Array[];
}

/** Proves ballots without the whole list at hand. */
export interface ListTrees {
  /** So many from this place of the list on. */
  prove(list: SignedList, from: number, count: number): Promise<Proven[]>;
}

export function createListTrees({ db }: { readonly db: Db }): ListTrees {
  const roots = brief(async (key: string) => blockRoots(db, JSON.parse(key) as SignedList), forMs);
  return {
    async prove({ communityId, decisionId, checkpoint }, from, count) {
      const above = await roots.get(JSON.stringify({ communityId, decisionId, checkpoint }));
      const start = from - (from % block);
      const end = Math.ceil((from + count) / block) * block;
      const page = { offset: start, limit: end - start };
      const entries = await boardEntries(db, { communityId, decisionId }, page);
      const leaves = entries.map(leafOf);
      return entries.slice(from - start, from - start + count).map((entry, at) => {
        const index = from + at;
        const within = index % block;
        const first = index - within - start;
        const low = inclusionProof(leaves.slice(first, first + block), within);
        return { entry, index, path: [...low, ...inclusionProof(above, (index - within) / block)] };
      });
    },
  };
}

async function blockRoots(
  db: Db,
  { communityId, decisionId }: SignedList,
): Promise<readonly Uint8Array[]> {
  const roots: Uint8Array[] = [];
  const limit = block * blocksAtOnce;
  let after: string | undefined;
  do {
    const page = await boardEntries(db, { communityId, decisionId }, { after, limit });
    const leaves = page.map(leafOf);
    for (let at = 0; at < leaves.length; at += block) {
      roots.push(rootOf(leaves.slice(at, at + block)));
    }
    after = page.length < limit ? undefined : page.at(-1)?.ballotId;
  } while (after !== undefined);
  return roots;
}
