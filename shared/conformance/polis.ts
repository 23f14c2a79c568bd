import { z } from "zod";
import { analyse } from "../opinions/analyse.ts";
import { polisClassic } from "../opinions/parameter-sets.ts";
import { adjustedRandIndex } from "../opinions/rand-index.ts";
import { firstFault } from "./election.ts";
import { type Area, type Difference, failure, findOut, NotApplicable } from "./finding.ts";
import { type Numbered, numbered, PolisCase } from "./polis-case.ts";
import { type Checks, publishedChecks } from "./polis-published.ts";
import { whoIsIn, scopeOf } from "../opinions/scope.ts";

const area = "polis";

const Groups = z.record(z.string(), z.array(z.int()));
const Axes = z.object({
  comps: z.tuple([z.array(z.number()), z.array(z.number())]),
  /** the statements in the order of the numbers; otherwise by their ids */
  columnOrder: z.array(z.int()).optional(),
});
const Ids = z.array(z.int());
const ParticipantCounts = z.record(
  z.string(),
  z.object({ votes: z.int(), agree: z.int(), disagree: z.int() }),
);

/** How near the axes are to the published ones, by the cosine between them; their signs are free. */
const leastCosine = 0.99;
/** From here on groups are the same but for a few people. */
const leastIndex = 0.9;

function axes(published: unknown, { conversation, statements }: Numbered): Difference[] {
  const { axes: found } = analyse(conversation, polisClassic);
  const { comps, columnOrder = statements } = Axes.parse(published);
  return [found.first, found.second].flatMap((axis, at) => {
    const ordered = columnOrder.map((id) => axis[statements.indexOf(id)] ?? 0);
    const cosine = Math.abs(cosineOf(ordered, comps[at] ?? []));
    const about = { what: `axis ${at + 1}, cosine`, expected: `at least ${leastCosine}` };
    return cosine >= leastCosine ? [] : [{ ...about, got: cosine }];
  });
}

function cosineOf(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, part, at) => sum + part * (b[at] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

/** Polis keeps its clusters from run to run: what they were once is not in the votes any more. */
function groups(published: unknown, { conversation, people }: Numbered): Difference[] {
  const placeOf = new Map(people.map((id, at) => [id, at]));
  const { groupOf } = analyse(conversation, polisClassic);
  const pairs = Object.entries(Groups.parse(published)).flatMap(([group, members]) =>
    members.map((id) => [group, groupOf[placeOf.get(id) ?? -1] ?? -1] as const),
  );
  const both = pairs.filter(([, found]) => found >= 0);
  const index = adjustedRandIndex(
    both.map(([group]) => group),
    both.map(([, found]) => found),
  );
  if (index >= leastIndex) return [];
  throw new NotApplicable(
    `published groups go by the history of their conversation; found anew they agree at ${index.toFixed(2)} (adjusted Rand index)`,
  );
}

function peopleIn(published: unknown, { conversation, people }: Numbered): Difference[] {
  const found = [...whoIsIn(scopeOf(conversation, polisClassic), polisClassic)];
  const got = found.map((at) => people[at] ?? -1).toSorted((a, b) => a - b);
  const expected = new Set(Ids.parse(published));
  const missing = got.filter((id) => !expected.has(id));
  if (missing.length > 0)
    return [{ what: "who is in but should not be", expected: [], got: missing }];
  if (got.length === expected.size) return [];
  throw new NotApplicable(
    "whoever was in once stays in with Polis: votes do not tell who was among the first few",
  );
}

function participantCounts(published: unknown, { conversation, people }: Numbered): Difference[] {
  const { matrix } = conversation;
  const counts = ParticipantCounts.parse(published);
  return people.flatMap((id, person) => {
    const row = matrix.codes.subarray(matrix.starts[person], matrix.ends[person]);
    const of = (kind: number) => row.reduce((sum, code) => sum + Number(code % 3 === kind), 0);
    const got = { votes: row.length, agree: of(2), disagree: of(0) };
    const { votes, agree, disagree } = counts[id] ?? { votes: 0, agree: 0, disagree: 0 };
    const isSame = got.votes === votes && got.agree === agree && got.disagree === disagree;
    return isSame ? [] : [{ what: `responses of ${id}`, expected: counts[id], got }];
  });
}

function consensus(published: unknown, { conversation, statements }: Numbered): Difference[] {
  const { majorities } = analyse(conversation, polisClassic);
  const Listed = z.object({ tid: z.int(), "n-success": z.int(), "n-trials": z.int() });
  const lists = z.object({ agree: z.array(Listed), disagree: z.array(Listed) }).parse(published);
  return (["agree", "disagree"] as const).flatMap((side) => {
    const expected = lists[side].map((one) => [one.tid, one["n-success"], one["n-trials"]]);
    const got = majorities[side].map((one) => [
      statements[one.statement],
      one.successes,
      one.trials,
    ]);
    const isSame = JSON.stringify(expected) === JSON.stringify(got);
    return isSame ? [] : [{ what: `most ${side}`, expected, got }];
  });
}

/** What a whole analysis by the rules of Polis finds, by the name of what Polis publishes. */
const wholeChecks: Checks = {
  pca: axes,
  groups,
  "in-conv": peopleIn,
  participantCounts,
  consensus,
};

/** Opinion maps as Polis computed them. */
export const polis: Area = {
  name: area,
  check(id, content) {
    const { data, error } = PolisCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    const checks: Checks = { ...wholeChecks, ...publishedChecks(data.expected) };
    const names = Object.keys(data.expected).filter((name) => Object.hasOwn(checks, name));
    if (names.length === 0)
      return [failure({ area, id, rule: "case" }, "nothing in it can be compared")];
    const conversation = numbered(data);
    return names.map((name) =>
      findOut({ area, id, rule: name }, () => {
        return checks[name]?.(data.expected[name], conversation) ?? null;
      }),
    );
  },
};
