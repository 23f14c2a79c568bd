import { createHash } from "node:crypto";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { CountedDecision } from "#shared/recount/bundle.ts";
import type { Db } from "#db/client.ts";
import { countedDelegations } from "./delegation-store.ts";
import { groupRuleOf } from "./groups.ts";
import { reasonPages } from "./reason-store.ts";
import { type DecisionRow, optionsOf } from "./store.ts";

/*
 * All of a counted decision but its ballots, as it is signed and given out. Where ballots have no names, the reasons
 * are told apart from them; as they may be as many as people, they come page by page. Decisions without any say
 * nothing of them.
 */

type Facts = Omit<CountedDecision, "reasons">;
type Reasons = NonNullable<CountedDecision["reasons"]>;

async function factsOf(db: Db, decision: DecisionRow): Promise<Facts> {
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
    ...groupRuleOf(decision),
    ...frozenWith(decision),
    result: decision.result as CountedDecision["result"],
  };
}

/** Decisions that opened before their rules were kept whole have none. */
function frozenWith({ frozenRules, rulesHash }: DecisionRow): Pick<CountedDecision, "frozen"> {
  if (frozenRules === null || rulesHash === null) return {};
  const rules = JSON.parse(frozenRules) as Record<string, unknown>;
  return { frozen: { hash: rulesHash, rules } };
}

async function* reasonsOf(
  db: Db,
  { communityId, id, secrecy }: DecisionRow,
): AsyncGenerator<Reasons> {
  if (secrecy !== "secret") return;
  for await (const page of reasonPages(db, { communityId, decisionId: id })) {
    yield page.map(({ stance, reason }) => ({ stance, reason }));
  }
}

/** The reasons as a member of an object in JSON, after another one; empty where there are none. */
async function* reasonsMember(
  pages: AsyncIterable<Reasons>,
  write: (reason: Reasons[number]) => string,
): AsyncGenerator<string> {
  let before = ',"reasons":[';
  for await (const page of pages) {
    yield before + page.map(write).join(",");
    before = ",";
  }
  if (before === ",") yield "]";
}

/** The facts in JSON. */
export async function* factsText(db: Db, decision: DecisionRow): AsyncGenerator<string> {
  yield JSON.stringify(await factsOf(db, decision)).slice(0, -1);
  yield* reasonsMember(reasonsOf(db, decision), (reason) => JSON.stringify(reason));
  yield "}";
}

/** The SHA-256 of the facts in canonical JSON, in which members stand in the order of their names. */
export async function hashFacts(db: Db, decision: DecisionRow): Promise<Uint8Array> {
  const members = Object.entries(await factsOf(db, decision));
  const part = (isThere: (name: string) => boolean) =>
    canonicalJson(Object.fromEntries(members.filter(([name]) => isThere(name)))).slice(1, -1);
  const hash = createHash("sha256");
  hash.update(`{${part((name) => name < "reasons")}`);
  for await (const piece of reasonsMember(reasonsOf(db, decision), canonicalJson)) {
    hash.update(piece);
  }
  hash.update(`,${part((name) => name > "reasons")}}`);
  return hash.digest();
}
