import { z } from "zod";
import { createsCycle, cyclesOf, withoutClosingEdges } from "../delegation/graph.ts";
import { resolveDelegations } from "../delegation/resolve.ts";
import { delegationsFor } from "../delegation/scope.ts";
import { fraction } from "../voting/fraction.ts";
import { splitPower } from "./delegation-split.ts";
import { firstFault } from "./election.ts";
import { CaseNumber, decimalText, isMet, wholeNumbers } from "./exact-number.ts";
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
export const delegationKinds = DelegationCase.options.map(({ shape }) => shape.kind.value);
type DelegationCase = z.infer<typeof DelegationCase>;
type Of<K extends DelegationCase["kind"]> = Extract<DelegationCase, { kind: K }>;

function differ({ what, expected, got }: Difference): Difference[] {
  return JSON.stringify(expected) === JSON.stringify(got) ? [] : [{ what, expected, got }];
}

/** The topics of the proposal, those first that take precedence. */
function inPrecedence({ topicPrecedence, proposalTopics }: Of<"resolve">): string[] {
  const ranked = topicPrecedence.filter((topic) => proposalTopics.includes(topic));
  return [...ranked, ...proposalTopics.filter((topic) => !ranked.includes(topic))];
}

interface Cast {
  readonly value: string;
  readonly castBy: string;
  readonly isDirect: boolean;
}

/** Each voter's delegation for the topic that takes precedence among those for which there is one. */
function inForce(question: Of<"resolve">) {
  const all = question.delegations.map(({ from, to, topic = null }) => {
    const scope = topic === null ? ("community" as const) : ("topic" as const);
    return { from, to, scope, about: topic, percent: 100, madeAt: "" };
  });
  const [first = "", ...others] = inPrecedence(question);
  const subjects = [first, ...others].map((topic) => ({ debateId: "", topic }));
  return question.voters.flatMap((voter) => {
    const own = all.filter(({ from }) => from === voter);
    const fitting = subjects.map((subject) => delegationsFor(own, subject));
    return fitting.find(([one]) => one?.scope === "topic") ?? fitting[0] ?? [];
  });
}

function resolvedBy(question: Of<"resolve">, votes: ReadonlyMap<string, string>) {
  const { carried } = resolveDelegations({
    weights: new Map(question.voters.map((voter) => [voter, 1n])),
    voters: new Set(votes.keys()),
    delegations: inForce(question),
    cap: null,
  });
  return new Map(
    carried.map(({ owner, by }): [string, Cast] => [
      owner,
      { value: votes.get(by) ?? "", castBy: by, isDirect: owner === by },
    ]),
  );
}

function resolve(question: Of<"resolve">): Difference[] {
  const { delegations, votes, expected } = question;
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
  const resolved = resolvedBy(
    question,
    new Map(cast.map(([voter, vote]) => [voter, String(vote)])),
  );
  const found = Object.entries(expected.resolved).flatMap(([voter, wanted]) => {
    const got = resolved.get(voter) ?? null;
    const same = wanted && { value: String(wanted.value), castBy: wanted.castBy };
    const ours = got && { value: got.value, castBy: got.castBy };
    const isDirect = wanted?.direct ?? got?.isDirect;
    return [
      ...differ({ what: `vote of ${voter}`, expected: same, got: ours }),
      ...differ({
        what: `direct vote of ${voter}`,
        expected: wanted && isDirect,
        got: got && got.isDirect,
      }),
    ];
  });
  const counts = new Map<string, number>();
  for (const vote of resolved.values()) {
    if (vote) counts.set(vote.value, (counts.get(vote.value) ?? 0) + 1);
  }
  const tally = Object.entries(expected.tally ?? {}).flatMap(([value, count]) =>
    // What nobody voted for, abstentions among it, is left out of our count.
    value === "abstain"
      ? []
      : differ({ what: `votes for ${value}`, expected: count, got: counts.get(value) ?? 0 }),
  );
  return [...found, ...tally];
}

function onCycles(edges: z.infer<typeof Edge>[], selfEdgesAreCycles: boolean): string[] {
  const alone = edges.filter(({ from, to }) => selfEdgesAreCycles && from === to);
  return [...new Set([...cyclesOf(edges).flat(), ...alone.map(({ from }) => from)])];
}

function findCycle({ delegations, selfEdgesAreCycles, expected }: Of<"find-cycle">): Difference[] {
  const nodes = onCycles(delegations, selfEdgesAreCycles);
  const found = differ({
    what: "has a cycle",
    expected: expected.hasCycle,
    got: nodes.length > 0,
  });
  const named = expected.cycleNodes ?? nodes;
  // Of several circles a source may name one.
  const inner = delegations.filter(({ from, to }) => named.includes(from) && named.includes(to));
  const isOne = onCycles(inner, selfEdgesAreCycles).length === new Set(named).size;
  const isSame = isOne && named.every((node) => nodes.includes(node));
  if (isSame && named.length > 0 === nodes.length > 0) return found;
  return [...found, { what: "on the cycle", expected: named.toSorted(), got: nodes.toSorted() }];
}

const fineness = 10n ** 9n;

function split({ edges, tokens, expected, tolerance }: Of<"split">): Difference[] {
  const { unit, amounts } = wholeNumbers(Object.values(tokens));
  const parts = edges.map((edge) => ({ ...edge, percent: Number(edge.weight) }));
  const powerIn = (scale: bigint) => {
    const named = Object.keys(tokens).map(
      (name, at) => [name, (amounts[at] ?? 0n) * scale] as const,
    );
    return splitPower(new Map(named), parts);
  };
  // Sources share out whole units or fractions of them.
  const whole = powerIn(1n);
  const fine = powerIn(fineness);
  return Object.entries(expected).flatMap(([holder, wanted]) => {
    const compared = [
      ["votingPower", wanted.votingPower, "voting"],
      ["incomingPower", wanted.incomingPower, "incoming"],
      ["outgoingPower", wanted.outgoingPower, "outgoing"],
    ] as const;
    return compared.flatMap(([name, amount, key]): Difference[] => {
      if (amount === undefined) return [];
      const inWhole = fraction(whole.get(holder)?.[key] ?? 0n, unit);
      const inFine = fraction(fine.get(holder)?.[key] ?? 0n, unit * fineness);
      if (isMet(amount, inWhole, tolerance) || isMet(amount, inFine, tolerance)) return [];
      return [{ what: `${name} of ${holder}`, expected: amount, got: decimalText(inFine) }];
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
      const closes = createsCycle(delegations, attempt);
      return differ({ what: "creates a cycle", expected: expected.createsCycle, got: closes });
    }
    case "drop-cycle-edges": {
      const { delegationsInOrder, expected } = question;
      const names = (edges: readonly { from: string; to: string }[]) =>
        edges.map(({ from, to }) => `${from} to ${to}`).toSorted();
      const kept = withoutClosingEdges(delegationsInOrder);
      return differ({ what: "kept", expected: names(expected.kept), got: names(kept) });
    }
  }
}

/** Delegations: who votes for whom, circles, power passed on in parts. */
export const delegation: Area = {
  name: area,
  check(id, content) {
    const { data, error } = DelegationCase.safeParse(content);
    const unknown = z.object({ kind: z.string() }).safeParse(content).data?.kind;
    if (unknown !== undefined && !delegationKinds.some((kind) => kind === unknown)) {
      const reason = "nothing here answers this kind of question";
      return [{ area, id, rule: unknown, verdict: "not-applicable", reason }];
    }
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    return [findOut({ area, id, rule: data.kind }, () => differences(data))];
  },
};
