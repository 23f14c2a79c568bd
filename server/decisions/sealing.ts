import { hashElectorate } from "#shared/counting/electorate-hash.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { GrowingTree } from "#shared/merkle/tree.ts";
import { leafOf, originOf, sealBoard } from "#shared/recount/board.ts";
import type { CountedDecision } from "#shared/recount/bundle.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { boardPages } from "./ballot-store.ts";
import type { Board } from "./counting.ts";
import { countedDelegations } from "./delegation-store.ts";
import { electorsOf } from "./elector-store.ts";
import { reasonsApart } from "./reason-store.ts";
import {
  type DecisionIds,
  type DecisionRow,
  findDecision,
  optionsOf,
  updateDecision,
} from "./store.ts";

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
      decision: await decisionFacts(db, decision),
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

/** Where ballots have no names the reasons are told apart from them; decisions without any say nothing of them. */
async function statedReasons(db: Db, { communityId, id, secrecy }: DecisionRow) {
  if (secrecy !== "secret") return {};
  const all = await reasonsApart(
    db,
    { communityId, decisionId: id },
    { after: 0, limit: 10_000_000 },
  );
  if (all.length === 0) return {};
  return { reasons: all.map(({ stance, reason }) => ({ stance, reason })) };
}

/** Decisions that opened before their rules were kept whole have none. */
function frozenWith({ frozenRules, rulesHash }: DecisionRow): Pick<CountedDecision, "frozen"> {
  if (frozenRules === null || rulesHash === null) return {};
  const rules = JSON.parse(frozenRules) as Record<string, unknown>;
  return { frozen: { hash: rulesHash, rules } };
}

/** All of a counted decision but its ballots, as it is signed and given out. */
export async function decisionFacts(db: Db, decision: DecisionRow): Promise<CountedDecision> {
  const { id, communityId, title, secrecy, quorum, threshold, weighting } = decision;
  const ids = { communityId, decisionId: id };
  const options = await optionsOf(db, communityId, [id]);
  const facts = { id, communityId, title, secrecy, quorum, threshold, weighting };
  return {
    ...facts,
    subject: decision.subjectTitle,
    options: options.map((option) => ({ id: option.id, title: option.title })),
    settings: decision.settings as CountedDecision["settings"],
    tieBreak: {
      rule: decision.tieBreak,
      seed: decision.lotSeed,
      ...(decision.ballotsHash === null ? {} : { ballotsHash: decision.ballotsHash }),
      order: decision.chairOrder,
    },
    unit: decision.unit.toString(),
    delegationCap: decision.delegationCap,
    openedAt: decision.openedAt?.toISOString() ?? "",
    closedAt: decision.closedAt?.toISOString() ?? "",
    electorate: {
      size: decision.electorateSize ?? 0,
      weight: String(decision.electorateWeight ?? 0n),
      hash: decision.electorateHash ?? "",
    },
    delegations: secrecy === "secret" ? null : await countedDelegations(db, ids),
    ...(await statedReasons(db, decision)),
    ...frozenWith(decision),
    result: decision.result as CountedDecision["result"],
  };
}
