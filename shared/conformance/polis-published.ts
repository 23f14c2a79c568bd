import { z } from "zod";
import { groupConsensus } from "../opinions/consensus.ts";
import { countsOfGroups, summed, votesOn } from "../opinions/group-votes.ts";
import { polisClassic } from "../opinions/parameter-sets.ts";
import { metaPriority, priorityOf } from "../opinions/priority.ts";
import { testFloor, twoSides, typicalOfGroup } from "../opinions/representative.ts";
import { type Scope, scopeOf } from "../opinions/scope.ts";
import { type Difference, NotApplicable } from "./finding.ts";
import type { Numbered } from "./polis-case.ts";

/** Compares one thing that Polis published with what is found here. */
export type Checks = Readonly<
  Record<string, (published: unknown, conversation: Numbered) => Difference[]>
>;

const Groups = z.record(z.string(), z.array(z.int()));
const GroupVotes = z.record(
  z.string(),
  z.object({
    "n-members": z.int(),
    votes: z.record(z.string(), z.object({ A: z.int(), D: z.int(), S: z.int() })),
  }),
);
const Numbers = z.record(z.string(), z.number());
const Typical = z.object({
  tid: z.int(),
  "repful-for": z.string(),
  "n-success": z.int(),
  "n-trials": z.int(),
  repness: z.number(),
  "repness-test": z.number(),
  "p-test": z.number(),
  "best-agree": z.boolean().optional(),
});
const Representative = z.record(z.string(), z.array(Typical));

/** What the groups that Polis published answered. */
interface Grouped {
  readonly scope: Scope;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly counts: readonly Int32Array[];
}

function grouped(published: unknown, { conversation, people }: Numbered): Grouped {
  const groups = Object.entries(Groups.parse(published));
  const placeOf = new Map(people.map((id, at) => [id, at]));
  const groupOf = new Int8Array(people.length).fill(-1);
  for (const [group, [, members]] of groups.entries()) {
    for (const id of members) groupOf[placeOf.get(id) ?? -1] = group;
  }
  const scope = scopeOf(conversation, polisClassic);
  const counts = countsOfGroups(scope, groupOf, groups.length);
  const sizes = groups.map(([, members]) => members.length);
  return { scope, names: groups.map(([name]) => name), sizes, counts };
}

const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));

/** The parts of a result that follow from groups, each on the groups that Polis published with it. */
export function publishedChecks(expected: Readonly<Record<string, unknown>>): Checks {
  const checks: Record<string, Check> = {
    "group-votes": groupVotes,
    "group-aware-consensus": consensus,
    repness: representative,
    "comment-priorities": priorities,
  };
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => [
      name,
      (published: unknown, conversation: Numbered) => {
        const groups = grouped(expected["groups"], conversation);
        return check(published, { ...conversation, ...groups, expected });
      },
    ]),
  );
}

type Given = Numbered & Grouped & { readonly expected: Readonly<Record<string, unknown>> };
type Check = (published: unknown, given: Given) => Difference[];

const groupVotes: Check = (published, { names, sizes, counts, statements }) => {
  const all = GroupVotes.parse(published);
  return names.flatMap((name, group) => {
    const { "n-members": members, votes } = all[name] ?? { "n-members": 0, votes: {} };
    const size = { what: `people in group ${name}`, expected: members, got: sizes[group] };
    const cells = Object.entries(votes).flatMap(([id, { A, D, S }]) => {
      const own = votesOn(counts[group] ?? new Int32Array(), statements.indexOf(Number(id)));
      const got = [own.agrees, own.disagrees, own.agrees + own.disagrees + own.passes];
      const wanted = [A, D, S];
      const what = `group ${name} on ${id}: agree, disagree, seen`;
      return got.join() === wanted.join() ? [] : [{ what, expected: wanted, got }];
    });
    return members === sizes[group] ? cells : [size, ...cells];
  });
};

const consensus: Check = (published, { counts, statements }) =>
  Object.entries(Numbers.parse(published)).flatMap(([id, expected]) => {
    const votes = counts.map((own) => votesOn(own, statements.indexOf(Number(id))));
    const got = groupConsensus(votes, "agree").product;
    return isNear(expected, got) ? [] : [{ what: `consensus on ${id}`, expected, got }];
  });

/** Statements that are left out are passed by everybody, as Polis has it; they are not told all the same. */
const representative: Check = (published, { scope, names, counts, statements }) => {
  const all = Representative.parse(published);
  const shown = [...statements.keys()].filter((at) => scope.isHidden[at] !== 1);
  return names.flatMap((name, group) => {
    const sides = shown.map((statement) => {
      const others = counts.filter((_, other) => other !== group);
      const outside = summed(others.map((own) => votesOn(own, statement)));
      const inside = votesOn(counts[group] ?? new Int32Array(), statement);
      return twoSides({ statement, inside, outside }, polisClassic.silenceIsNeutral);
    });
    const found = typicalOfGroup(sides, testFloor(sides, polisClassic.falseDiscovery));
    const got = found.map((one) => ({
      tid: statements[one.statement],
      "repful-for": one.side,
      "n-success": one.successes,
      "n-trials": one.trials,
      repness: one.ratio,
      "repness-test": one.ratioTest,
      "p-test": one.test,
      ...(one.isBestAgree ? { "best-agree": true } : {}),
    }));
    const expected = all[name] ?? [];
    const isSame =
      expected.length === got.length && expected.every((one, at) => isSameIn(one, got[at] ?? {}));
    return isSame ? [] : [{ what: `typical of group ${name}`, expected, got }];
  });
};

function isSameIn(one: object, other: object): boolean {
  const values = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([key, value]: [string, unknown]) => {
    const found = values.get(key);
    if (typeof value !== "number" || typeof found !== "number") return value === found;
    return isNear(value, found);
  });
}

const Extremities = z.object({
  commentExtremity: z.array(z.number()),
  columnOrder: z.array(z.int()),
});

const priorities: Check = (published, { scope, counts, statements, expected: all }) => {
  const values = Object.entries(Numbers.parse(published));
  if (new Set(values.map(([, value]) => value)).size === 1) {
    throw new NotApplicable("all are the same: a fault that Polis had (compdemocracy/polis#2571)");
  }
  const { commentExtremity, columnOrder } = Extremities.parse(all["pca"]);
  return values.flatMap(([id, expected]) => {
    const statement = statements.indexOf(Number(id));
    const votes = summed(counts.map((own) => votesOn(own, statement)));
    const extremity = commentExtremity[columnOrder.indexOf(Number(id))] ?? 0;
    const isMeta = scope.isMeta[statement] === 1;
    const found = priorityOf({ ...votes, extremity }, polisClassic.rejectionCounts);
    const got = isMeta ? metaPriority : found;
    return isNear(expected, got) ? [] : [{ what: `priority of ${id}`, expected, got }];
  });
};
