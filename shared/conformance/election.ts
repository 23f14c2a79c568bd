import { z } from "zod";
import { CaseNumber } from "./exact-number.ts";

/** An election as cases have it. */

const Name = z.string();
const Names = z.array(Name);
/** how many cast it */
const count = z.int().min(0).default(1);

const RankedBallot = z.object({ count, ranking: z.array(z.array(Name).min(1)) });
const ApprovalBallot = z.object({ count, approve: Names });
const ScoreBallot = z.object({ count, scores: z.record(Name, z.number()) });

export const Expectation = z.object({
  method: z.string().min(1),
  variant: z.string().optional(),
  unranked: z.enum(["last", "ignored"]).default("last"),
  seats: z.int().min(1).default(1),
  options: z
    .object({
      quota: z.string().optional(),
      maxScore: z.int().optional(),
      lowestPoints: z.int().optional(),
    })
    .default({}),
  winners: Names.optional(),
  possibleWinners: Names.optional(),
  possibleWinnerSets: z.array(Names).optional(),
  unbreakableTie: Names.optional(),
  ranking: z.array(Names).optional(),
  scores: z.record(Name, CaseNumber).optional(),
  runoff: z.record(Name, CaseNumber).optional(),
  runnerUp: Name.optional(),
  quota: CaseNumber.optional(),
  rounds: z
    .array(
      z.union([
        z.object({
          votes: z.record(Name, CaseNumber),
          nonTransferable: CaseNumber.optional(),
        }),
        z.record(Name, CaseNumber),
      ]),
    )
    .optional(),
  pairwise: z.array(z.tuple([Name, Name, CaseNumber])).optional(),
  pathStrengths: z.record(Name, z.record(Name, CaseNumber)).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const shape = {
  title: z.string().optional(),
  candidates: Names.min(1),
  scale: z.tuple([z.number(), z.number()]).optional(),
  expected: z.array(z.unknown()).min(1),
};

const AnyElection = z.discriminatedUnion("ballotType", [
  z.object({ ...shape, ballotType: z.literal("ranked"), ballots: z.array(RankedBallot) }),
  z.object({ ...shape, ballotType: z.literal("approval"), ballots: z.array(ApprovalBallot) }),
  z.object({ ...shape, ballotType: z.literal("score"), ballots: z.array(ScoreBallot) }),
]);
export type AnyElection = z.infer<typeof AnyElection>;
export type ElectionOf<T extends AnyElection["ballotType"]> = Extract<
  AnyElection,
  { ballotType: T }
>;

function namedBy(ballot: AnyElection["ballots"][number]): readonly string[] {
  if ("ranking" in ballot) return ballot.ranking.flat();
  return "approve" in ballot ? ballot.approve : Object.keys(ballot.scores);
}

/** Names that the list of candidates lacks, or that one ballot has twice. */
function checkNames(election: AnyElection, context: z.RefinementCtx): void {
  const known = new Set(election.candidates);
  if (known.size < election.candidates.length) {
    context.addIssue({ code: "custom", path: ["candidates"], message: "somebody is listed twice" });
  }
  election.ballots.forEach((ballot, at) => {
    const named = namedBy(ballot);
    const strange = named.find((name) => !known.has(name));
    if (strange !== undefined) {
      const message = `names ${strange}, who is no candidate`;
      context.addIssue({ code: "custom", path: ["ballots", at], message });
    } else if (new Set(named).size < named.length) {
      context.addIssue({ code: "custom", path: ["ballots", at], message: "names somebody twice" });
    }
  });
}

/** Sources write null where they say nothing. */
function withoutNulls(content: unknown): unknown {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null));
}

/** One thing that a case expects, whatever else it does. */
export function readExpectation(content: unknown) {
  const told = withoutNulls(content);
  const isObject = typeof told === "object" && told !== null && "options" in told;
  return Expectation.safeParse(isObject ? { ...told, options: withoutNulls(told.options) } : told);
}

export const Election = z.preprocess(withoutNulls, AnyElection).superRefine(checkNames);

/** The first thing that is wrong, and where. */
export function firstFault({ issues }: z.ZodError, within: readonly PropertyKey[] = []): string {
  const [issue] = issues;
  const path = [...within, ...(issue?.path ?? [])].join(".");
  return `malformed: ${path === "" ? "" : `${path}: `}${issue?.message ?? "unknown"}`;
}
