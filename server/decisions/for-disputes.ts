import type { Db } from "#db/client.ts";
import { DecisionResult, DecisionRules } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { annulNow } from "./annul-decision.ts";
import { lockedRow, rulesAsColumns, schedule, subjectAsColumns } from "./create-decision.ts";
import { openNow, tell } from "./opening.ts";
import { checkRules } from "./rules.ts";
import {
  type DecisionIds,
  findDecision,
  optionsOf,
  replaceOptions,
  saveDecision,
  updateDecision,
} from "./store.ts";

export { findDecision as findDecisionAnywhere } from "./store.ts";

interface Vote {
  readonly ids: { readonly communityId: string; readonly debateId: string };
  readonly authorId: string;
  readonly title: string;
  readonly closesAt: Date;
}

/** Has all members vote, by names, between the positions of a debate: more than half of the votes decide. */
export async function holdVote(deps: Deps, tx: Tx, vote: Vote): Promise<string> {
  const { communityId, debateId } = vote.ids;
  const rules = DecisionRules.parse({
    title: vote.title,
    settings: { method: "plurality" },
    secrecy: "secret",
    quorum: null,
    threshold: { kind: "simple-majority" },
    opensAt: null,
    closesAt: vote.closesAt.toISOString(),
  });
  const { options, subject, opensAt, closesAt } = await checkRules(tx.db, vote.ids, rules);
  const decisionId = deps.random.id();
  await saveDecision(tx.db, {
    ...rulesAsColumns(rules),
    ...subjectAsColumns(subject),
    communityId,
    id: decisionId,
    debateId,
    authorId: vote.authorId,
    status: "scheduled",
    opensAt,
    closesAt,
  });
  await replaceOptions(tx.db, { communityId, decisionId }, options);
  const decision = await lockedRow(tx, { communityId, decisionId });
  await openNow(tx, decision);
  await schedule(tx, decision);
  return decisionId;
}

interface Standing {
  /** The position that won; null where none did. */
  readonly winner: string | null;
  /** Votes by position. */
  readonly counts: ReadonlyMap<string, number>;
  readonly electors: number;
}

/** What came of a vote; null while it goes on. What was annulled or never opened decided nothing. */
export async function voteStanding(db: Db, ids: DecisionIds): Promise<Standing | null> {
  const decision = await findDecision(db, ids);
  if (!decision || ["scheduled", "open", "counting"].includes(decision.status)) return null;
  const electors = decision.electorateSize ?? 0;
  if (decision.status !== "closed") return { winner: null, counts: new Map(), electors };
  const result = DecisionResult.parse(decision.result);
  const options = await optionsOf(db, ids.communityId, [ids.decisionId]);
  const positionOf = new Map(options.map(({ id, positionId }) => [id, positionId ?? id]));
  const counts = new Map(
    result.tally.scores.map(({ option, score }) => [
      positionOf.get(option) ?? option,
      Number(BigInt(score) / BigInt(result.tally.denominator)),
    ]),
  );
  const [carried, another] = result.outcome.carried;
  const isClear = carried !== undefined && another === undefined;
  return { winner: isClear ? (positionOf.get(carried) ?? null) : null, counts, electors };
}

/** Has a decision no effect until a dispute about it is settled; null gives it back. */
export async function suspendDecision(
  tx: Tx,
  ids: DecisionIds,
  disputeId: string | null,
): Promise<void> {
  const decision = await lockedRow(tx, ids);
  if (decision.suspendedFor === disputeId) return;
  await updateDecision(tx.db, ids, { suspendedFor: disputeId });
  await tell(tx, decision, decision.status);
}

/** Annuls a decision because a jury, or the community, found that it must not stand. */
export async function annulByRuling(
  deps: Deps,
  tx: Tx,
  { disputeId, ...ids }: DecisionIds & { readonly disputeId: string },
): Promise<void> {
  const decision = await lockedRow(tx, ids);
  if (!["open", "counting", "closed"].includes(decision.status)) return;
  const reason = `Overturned by a ruling: dispute ${disputeId}`;
  await annulNow(deps, tx, { decision, actor: null, reason });
}
