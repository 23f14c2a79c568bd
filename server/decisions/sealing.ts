import { hashElectorate } from "#shared/counting/electorate-hash.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { GrowingTree } from "#shared/merkle/tree.ts";
import { leafOf, originOf, sealBoard } from "#shared/recount/board.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { boardPages } from "./ballot-store.ts";
import type { Board } from "./counting.ts";
import { electorsOf } from "./elector-store.ts";
import { hashFacts } from "./facts.ts";
import { type DecisionIds, findDecision, updateDecision } from "./store.ts";

export type SealingDeps = Pick<Deps, "signer" | "env">;

/** Signs the list of ballots of a decision that was counted, together with its rules and its result. */
export async function sealCount(
  { signer, env }: SealingDeps,
  db: Db,
  { board, ...ids }: DecisionIds & { readonly board: Board },
): Promise<string> {
  await keepElectorate(db, ids);
  const decision = await findDecision(db, ids);
  if (!decision) throw new Error("a decision that was counted exists");
  const checkpoint = sealBoard(
    {
      origin: originOf(env.PUBLIC_URL ? new URL(env.PUBLIC_URL).host : "localhost", ids),
      ...board,
      facts: await hashFacts(db, decision),
    },
    signer.publicKey,
    (bytes) => signer.sign(bytes),
  );
  await updateDecision(db, ids, { checkpoint, signedBy: toBase64(signer.publicKey) });
  return checkpoint;
}

/** The list of ballots as it is signed. */
export async function boardOf(db: Db, ids: DecisionIds): Promise<Board> {
  const tree = new GrowingTree();
  for await (const page of boardPages(db, ids)) for (const entry of page) tree.add(leafOf(entry));
  return { size: tree.size, root: tree.root() };
}

/** Decisions that opened before electorates were hashed get their hash now. */
async function keepElectorate(db: Db, ids: DecisionIds): Promise<void> {
  const decision = await findDecision(db, ids);
  if (decision?.electorateHash && decision.electorateWeight !== null) return;
  const electors = await electorsOf(db, ids);
  await updateDecision(db, ids, {
    electorateHash: hashElectorate(electors),
    electorateWeight: electors.reduce((sum, { weight }) => sum + weight, 0n),
  });
}
