import { ed25519 } from "@noble/curves/ed25519.js";
import { countNamed, countNameless, countToJson } from "../counting/count-decision.ts";
import { type FrozenElector, hashElectorate } from "../counting/electorate-hash.ts";
import { GroupCounts } from "../counting/group-counts.ts";
import { hashSeals, sealGroup } from "../counting/group-seals.ts";
import { weigh, type Weighting } from "../counting/weighting.ts";
import { hashJson, toBase64 } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { rootOf } from "../merkle/tree.ts";
import type { Ballot } from "../voting/index.ts";
import { leafOf, originOf, sealBoard } from "./board.ts";
import type { Bundle, BundleEntry } from "./bundle.ts";
import { hashBallots, hashText, lotOrder, seedWith } from "../counting/lot-order.ts";
import { ballotHash, type Receipt, signedPartOf } from "./receipt.ts";

const { secretKey, publicKey } = ed25519.keygen(new Uint8Array(32).fill(3));
const uuid = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const ids = { communityId: uuid(1), decisionId: uuid(2) };
const options = ["By a council", "By assembly", "By lot"].map((title, at) => ({
  id: uuid(10 + at),
  title,
}));
const settings = { method: "schulze", unranked: "last" } as const;
const quorum = { persons: { num: 1, den: 10 }, weight: null };
const people = Array.from({ length: 9 }, (_, at) => uuid(100 + at));
const voters = people.slice(0, 6);
const ballotOf = (at: number): Ballot => ({
  method: "schulze",
  ranking: [[options[at % 3]?.id ?? ""], [options[(at + 1) % 3]?.id ?? ""]],
});
const nonceOf = (at: number) => `nonce-${at}-of-a-test-bundle`;
const ballotIdOf = (at: number) => (at + 1).toString(16).repeat(32).slice(0, 32);

interface Shape {
  readonly isSecret?: boolean;
  readonly weighting?: Weighting;
  /** the draw that settles ties; none where left out */
  readonly lotBy?: "seed" | "seed-and-ballots";
  /** a fifth of every opinion group is asked; there is one group, the first five voters */
  readonly asksGroups?: boolean;
}

const run = {
  runId: uuid(3),
  computedAt: "2026-11-01T11:00:00.000Z",
  inputHash: "0".repeat(64),
  groups: [0],
};
const fifth = { kind: "share", share: { num: 1, den: 5 } } as const;
const openSealOf = (at: number) => ({ group: at < 5 ? 0 : null, salt: `salt-${at}` });
const sealAt = (id: string, at: number) => sealGroup(id, openSealOf(at));
const groupMajority = { threshold: fifth, run, hash: hashSeals(people.map(sealAt)) };

const seed = "5eed";
type TieBreak = Bundle["decision"]["tieBreak"];
const noTieBreak: TieBreak = { rule: "none", seed: null, order: null };

const delegations = [
  { from: people[7] ?? "", to: people[0] ?? "", percent: 100, madeAt: "2026-11-01T12:00:00.000Z" },
];

function electorsBy(weighting: Weighting): FrozenElector[] {
  const isByTokens = weighting.kind !== "one-person" && weighting.kind !== "role";
  const role = "member" as const;
  const tokens = people.map((_, at) => BigInt(at * at + 1));
  const weights = weigh(
    weighting,
    tokens.map((held) => ({ role, tokens: held })),
  );
  return people.map((id, at) => {
    const held = isByTokens ? (tokens[at] ?? 0n) : null;
    return { id, role, tokens: held, weight: weights[at] ?? 0n };
  });
}

interface Counting {
  readonly asksGroups: boolean;
  readonly electors: readonly FrozenElector[];
  readonly isSecret: boolean;
  readonly tieBreak: TieBreak;
}

function countOf({ electors, isSecret, asksGroups, tieBreak: { rule, ballotsHash } }: Counting) {
  const optionIds = options.map(({ id }) => id);
  const order = lotOrder(seedWith(seed, ballotsHash ?? null), optionIds);
  const tieBreak = rule === "lot" ? ({ rule, order } as const) : undefined;
  const poll = { options: optionIds, settings, quorum, threshold: null, unit: 1n, tieBreak };
  const ballots = voters.map((voter, at) => ({ voter, ballot: ballotOf(at) }));
  if (isSecret) {
    const nameless = ballots.map(({ ballot }) => ballot);
    return countNameless(poll, { electors: people.length, ballots: nameless });
  }
  const weights = new Map(electors.map(({ id, weight }) => [id, weight]));
  const counts = new GroupCounts(settings, run.groups);
  ballots.forEach(({ ballot }, at) => counts.add(ballot, openSealOf(at).group ?? undefined));
  const groups = asksGroups ? { threshold: fifth, counts: counts.groups() } : null;
  return countNamed({ ...poll, groups }, { weights, ballots, delegations, capPercent: 50 });
}

/** A bundle as a server gives it out, signed with a key of tests; six of nine voted, and one more by a delegate. */
export function testBundle({
  isSecret = false,
  weighting = { kind: "one-person" },
  lotBy,
  asksGroups = false,
}: Shape = {}): Bundle {
  const electors = electorsBy(weighting);
  const total = electors.reduce((sum, { weight }) => sum + weight, 0n);
  const ballots = voters.map((voter, at): BundleEntry => {
    const entry = { ballotId: ballotIdOf(at), ballot: ballotOf(at), nonce: nonceOf(at) };
    return isSecret
      ? entry
      : { ...entry, voter, weight: String(electors[at]?.weight ?? 0n), revision: 1 };
  });
  const byBallots = lotBy === "seed-and-ballots" ? { ballotsHash: hashBallots(ballots) } : {};
  const tieBreak: TieBreak = lotBy ? { rule: "lot", seed, ...byBallots, order: null } : noTieBreak;
  const decision: Bundle["decision"] = {
    id: ids.decisionId,
    communityId: ids.communityId,
    title: "How shall the commons be kept?",
    subject: null,
    options,
    settings,
    secrecy: isSecret ? ("secret" as const) : ("public" as const),
    quorum,
    threshold: null,
    ...(asksGroups && { groupMajority }),
    tieBreak,
    weighting,
    unit: "1",
    delegationCap: isSecret ? null : 50,
    openedAt: "2026-11-01T12:00:00.000Z",
    closedAt: "2026-11-08T12:00:00.000Z",
    electorate: { size: people.length, weight: String(total), hash: hashElectorate(electors) },
    delegations: isSecret ? null : delegations,
    result: countToJson(countOf({ electors, isSecret, asksGroups, tieBreak })),
  };
  decision.frozen = frozenWith(decision);
  const named = electors.map(({ tokens, weight, ...one }, at) => {
    const opinionGroup = at < voters.length ? openSealOf(at) : { seal: sealAt(one.id, at) };
    const elector = { ...one, weight: String(weight), tokens: tokens?.toString() ?? null };
    return asksGroups ? { ...elector, opinionGroup } : elector;
  });
  return sealed({
    format: "folkmoot-decision",
    version: 1,
    decision,
    publicKey: toBase64(publicKey),
    checkpoint: "",
    electors: isSecret ? null : named,
    ballots,
  });
}

/** The rules of a decision as a server freezes them, and more of them than a count goes by. */
export function frozenWith(decision: Bundle["decision"]): NonNullable<typeof decision.frozen> {
  const { title, subject, settings, secrecy, quorum, threshold, weighting } = decision;
  const { seed, ballotsHash } = decision.tieBreak;
  const rules = {
    title,
    subject,
    settings,
    secrecy,
    quorum,
    threshold,
    ...(decision.groupMajority && { groupMajority: decision.groupMajority }),
    weighting,
    options: decision.options,
    tieBreak: decision.tieBreak.rule,
    lotHash: seed === null ? null : hashText(seed),
    ...(seed === null ? {} : { lotBy: ballotsHash ? "seed-and-ballots" : "seed" }),
    delegationCap: decision.delegationCap,
    liveResults: false,
    closesAt: decision.closedAt,
    electors: decision.electorate.size,
    electorateWeight: decision.electorate.weight,
    electorateHash: decision.electorate.hash,
  };
  return { rules, hash: hashText(canonicalJson(rules)) };
}

/** The bundle signed anew as it is now. */
export function sealed(bundle: Bundle, host = "moot.example.org"): Bundle {
  const { decision, ballots } = bundle;
  const checkpoint = sealBoard(
    {
      origin: originOf(host, ids),
      size: ballots.length,
      root: rootOf(ballots.map(leafOf)),
      facts: hashJson(decision),
    },
    publicKey,
    (bytes) => ed25519.sign(bytes, secretKey),
  );
  return JSON.parse(JSON.stringify({ ...bundle, checkpoint })) as Bundle;
}

/** The receipt of the voter at this place. */
export function testReceipt(at: number): Receipt {
  const unsigned = {
    format: "folkmoot-receipt" as const,
    version: 1 as const,
    ...ids,
    ballotId: ballotIdOf(at),
    revision: 1,
    hash: ballotHash(ballotOf(at), nonceOf(at)),
  };
  return {
    ...unsigned,
    nonce: nonceOf(at),
    publicKey: toBase64(publicKey),
    signature: toBase64(ed25519.sign(signedPartOf(unsigned), secretKey)),
  };
}
