import { z } from "zod";
import { closesCycle, onCycles, withoutCycles } from "../delegation/graph.ts";
import { resolveVotes } from "../delegation/resolve.ts";
import { splitDelegation } from "../delegation/split.ts";
import { zero } from "../voting/fraction.ts";
import { firstFault } from "./election.ts";
import { CaseNumber, decimalText, exact, isMet } from "./exact-number.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "delegation";

const Name = z.string().min(1);
const Edge = z.object({ from: Name, to: Name });
const Vote = z.union([z.string(), z.number(), z.boolean()]);

const DelegationCase = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("resolve"),
    voters: z.array(Name),
    delegations: z.array(
      Edge.extend({
        topic: Name.nullable().optional(),
        whenDelegateSilent: z.string().optional(),
      }),
    ),
    topicPrecedence: z.array(Name).default([]),
    proposalTopics: z.array(Name).default([]),
    votes: z.record(Name, Vote.nullable()),
    expected: z.object({
      resolved: z.record(
        Name,
        z.object({ value: Vote, castBy: Name, direct: z.boolean().optional() }).nullable(),
      ),
      tally: z.record(z.string(), z.number()).optional(),
    }),
  }),
  z.object({
    kind: z.literal("add-edge"),
    delegations: z.array(Edge),
    attempt: Edge,
    expected: z.object({ createsCycle: z.boolean() }),
  }),
  z.object({
    kind: z.literal("find-cycle"),
    delegations: z.array(Edge),
    selfEdgesAreCycles: z.boolean().default(false),
    expected: z.object({ hasCycle: z.boolean(), cycleNodes: z.array(Name).optional() }),
  }),
  z.object({
    kind: z.literal("drop-cycle-edges"),
    delegationsInOrder: z.array(Edge),
    expected: z.object({ kept: z.array(Edge) }),
  }),
  z.object({
    kind: z.literal("split"),
    edges: z.array(Edge.extend({ weight: CaseNumber })),
    tokens: z.record(Name, CaseNumber),
    expected: z.record(
      Name,
      z.object({
        votingPower: CaseNumber.optional(),
        incomingPower: CaseNumber.optional(),
        outgoingPower: CaseNumber.optional(),
      }),
    ),
    tolerance: z.number().optional(),
  }),
]);
type DelegationCase = z.infer<typeof DelegationCase>;
type Of<K extends DelegationCase["kind"]> = Extract<DelegationCase, { kind: K }>;

function differ(what: string, expected: unknown, got: unknown): Difference[] {
  return JSON.stringify(expected) === JSON.stringify(got) ? [] : [{ what, expected, got }];
}

/** The topics of the proposal, those first that take precedence. */
function inPrecedence({ topicPrecedence, proposalTopics }: Of<"resolve">): string[] {
  const ranked = topicPrecedence.filter((topic) => proposalTopics.includes(topic));
  return [...ranked, ...proposalTopics.filter((topic) => !ranked.includes(topic))];
}

function resolve(question: Of<"resolve">): Difference[] {
  const { voters, delegations, votes, expected } = question;
  const cast = Object.entries(votes).filter(([, vote]) => vote !== null);
  const voted = new Set(cast.map(([voter]) => voter));
  const policies = new Set(
    delegations
      .filter(({ from, to }) => !voted.has(from) && !voted.has(to))
      .map(({ whenDelegateSilent = "follow" }) => whenDelegateSilent),
  );
  const other = [...policies].find((policy) => policy !== "follow");
  if (other !== undefined) {
    throw new NotApplicable(
      `where a delegate does not vote, the delegate's own delegation is followed, always; this asks for ${other}`,
    );
  }
  const resolved = resolveVotes({
    voters,
    delegations: delegations.map(({ from, to, topic = null }) => ({ from, to, topic })),
    topics: inPrecedence(question),
    votes: new Map(cast.map(([voter, vote]) => [voter, String(vote)])),
  });
  const found = Object.entries(expected.resolved).flatMap(([voter, wanted]) => {
    const got = resolved.get(voter) ?? null;
    const same = wanted && { value: String(wanted.value), castBy: wanted.castBy };
    const ours = got && { value: got.value, castBy: got.castBy };
    const isDirect = wanted?.direct ?? got?.isDirect;
    return [
      ...differ(`vote of ${voter}`, same, ours),
      ...differ(`direct vote of ${voter}`, wanted && isDirect, got && got.isDirect),
    ];
  });
  const counts = new Map<string, number>();
  for (const vote of resolved.values()) {
    if (vote) counts.set(vote.value, (counts.get(vote.value) ?? 0) + 1);
  }
  const tally = Object.entries(expected.tally ?? {}).flatMap(([value, count]) =>
    // What nobody voted for, abstentions among it, is left out of our count.
    value === "abstain" ? [] : differ(`votes for ${value}`, count, counts.get(value) ?? 0),
  );
  return [...found, ...tally];
}

function findCycle({ delegations, selfEdgesAreCycles, expected }: Of<"find-cycle">): Difference[] {
  const nodes = onCycles(delegations, selfEdgesAreCycles);
  const found = differ("has a cycle", expected.hasCycle, nodes.length > 0);
  const named = expected.cycleNodes ?? nodes;
  // Of several circles a source may name one.
  const inner = delegations.filter(({ from, to }) => named.includes(from) && named.includes(to));
  const isOne = onCycles(inner, selfEdgesAreCycles).length === new Set(named).size;
  const isSame = isOne && named.every((node) => nodes.includes(node));
  if (isSame && named.length > 0 === nodes.length > 0) return found;
  return [...found, { what: "on the cycle", expected: named.toSorted(), got: nodes.toSorted() }];
}

function split({ edges, tokens, expected, tolerance }: Of<"split">): Difference[] {
  const holders = new Map(Object.entries(tokens).map(([name, held]) => [name, exact(held)]));
  const parts = edges.map((edge) => ({ ...edge, weight: exact(edge.weight) }));
  const power = splitDelegation(holders, parts);
  return Object.entries(expected).flatMap(([holder, wanted]) => {
    const ours = power.get(holder);
    const compared = [
      ["votingPower", wanted.votingPower, ours?.voting],
      ["incomingPower", wanted.incomingPower, ours?.incoming],
      ["outgoingPower", wanted.outgoingPower, ours?.outgoing],
    ] as const;
    return compared.flatMap(([name, amount, found = zero]): Difference[] => {
      if (amount === undefined || isMet(amount, found, tolerance)) return [];
      return [{ what: `${name} of ${holder}`, expected: amount, got: decimalText(found) }];
    });
  });
}

function differences(question: DelegationCase): Difference[] {
  switch (question.kind) {
    case "resolve":
      return resolve(question);
    case "find-cycle":
      return findCycle(question);
    case "split":
      return split(question);
    case "add-edge": {
      const { delegations, attempt, expected } = question;
      return differ("creates a cycle", expected.createsCycle, closesCycle(delegations, attempt));
    }
    case "drop-cycle-edges": {
      const { delegationsInOrder, expected } = question;
      const names = (edges: readonly { from: string; to: string }[]) =>
        edges.map(({ from, to }) => `${from} to ${to}`).toSorted();
      return differ("kept", names(expected.kept), names(withoutCycles(delegationsInOrder)));
    }
  }
}

/** Delegations: who votes for whom, circles, power passed on in parts. */
export const delegation: Area = {
  name: area,
  check(id, content) {
    const { data, error } = DelegationCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    return [findOut({ area, id, rule: data.kind }, () => differences(data))];
  },
};
