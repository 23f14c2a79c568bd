import type {
  readConsistencyProof as consistencyContract,
  readInclusionProof as inclusionContract,
} from "#shared/contract/ledger.ts";
import { poolBelow } from "#db/client.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { consistencyRanges, inclusionRanges } from "#shared/merkle/ranges.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseFaults } from "../platform/problem.ts";
import { findCheckpoint } from "./checkpoint-store.ts";
import { sizeOf, type Sql } from "./store.ts";
import { hashesOf } from "./tree.ts";

/** The tree that was asked about, or that of the newest checkpoint. */
async function treeSize(
  on: Sql,
  communityId: string,
  { asked, name }: { asked: number | undefined; name: string },
) {
  if (asked === undefined) {
    const newest = await findCheckpoint(on, communityId);
    if (!newest) throw new Refusal("not-found", because("no-checkpoint"));
    return newest.size;
  }
  const size = await sizeOf(on, communityId);
  if (asked > size) refuseQuery(name, size);
  return asked;
}

function refuseQuery(name: string, size: number): never {
  return refuseFaults("invalid-request", [
    { pointer: `#/query/${name}`, ...because("no-such-entry", { size }) },
  ]);
}

export async function proveInclusion(
  { db }: Deps,
  { params, query }: Call<typeof inclusionContract>,
) {
  const { communityId } = params;
  const on = poolBelow(db);
  const size = await treeSize(on, communityId, { asked: query.size, name: "size" });
  const { seq } = query;
  if (seq >= size) refuseQuery("seq", size);
  const [leaf = new Uint8Array(), root = leaf, ...proof] = await hashesOf(on, communityId, [
    { from: seq, to: seq + 1 },
    { from: 0, to: size },
    ...inclusionRanges(seq, size),
  ]);
  return {
    seq,
    size,
    leafHash: toBase64(leaf),
    proof: proof.map(toBase64),
    root: toBase64(root),
  };
}

export async function proveConsistency(
  { db }: Deps,
  { params, query }: Call<typeof consistencyContract>,
) {
  const { communityId } = params;
  const on = poolBelow(db);
  const { from } = query;
  const to = await treeSize(on, communityId, { asked: query.to, name: "to" });
  if (from > to) {
    refuseFaults("invalid-request", [{ pointer: "#/query/from", ...because("larger-first") }]);
  }
  const [fromRoot = new Uint8Array(), toRoot = fromRoot, ...proof] = await hashesOf(
    on,
    communityId,
    [{ from: 0, to: from }, { from: 0, to }, ...consistencyRanges(from, to)],
  );
  return {
    from,
    to,
    proof: proof.map(toBase64),
    fromRoot: toBase64(fromRoot),
    toRoot: toBase64(toRoot),
  };
}
