import { z } from "zod";
import type { Backing } from "./poll.ts";

/** A project's key in ballots; of imported rounds it is what stood there, without characters that nobody sees. */
const Key = z
  .string()
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]+$/u);
export const mostProjects = 500;
/** The most points, or the most credits, that one ballot may have. */
export const mostCredits = 1_000_000;

export const ballotForms = ["approval", "cumulative", "ranked", "pledges"] as const;
export type BallotForm = (typeof ballotForms)[number];

const Keys = z.array(Key).max(mostProjects);
const Amounts = z
  .record(Key, z.int().min(1).max(mostCredits))
  .refine((amounts) => Object.keys(amounts).length <= mostProjects, {
    error: `at most ${mostProjects} projects`,
  });

/** What one person wants funded. */
export const FundingBallot = z
  .discriminatedUnion("form", [
    z.strictObject({ form: z.literal("approval"), projects: Keys }),
    z.strictObject({ form: z.literal("cumulative"), points: Amounts }),
    /** the best first */
    z.strictObject({ form: z.literal("ranked"), projects: Keys }),
    /** credits for each project */
    z.strictObject({ form: z.literal("pledges"), credits: Amounts }),
  ])
  .meta({ id: "FundingBallot" });
export type FundingBallot = z.infer<typeof FundingBallot>;

export interface BallotRule {
  readonly form: BallotForm;
  /** keys of the projects */
  readonly projects: readonly string[];
  /** how many projects a ballot may name, or how many points or credits it may give */
  readonly most: number;
}

export const fundingFaultCodes = [
  "wrong-form",
  "unknown-project",
  "project-twice",
  "too-many-named",
  "credits-exceeded",
] as const;

export interface FundingFault {
  /** JSON Pointer (RFC 6901) into the ballot */
  readonly pointer: string;
  readonly code: (typeof fundingFaultCodes)[number];
  readonly values: Readonly<Record<string, string | number>>;
}

const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** What a ballot names, with the place where it does. */
function mentions(ballot: FundingBallot): { pointer: string; id: string; amount: number }[] {
  if ("projects" in ballot) {
    return ballot.projects.map((id, at) => ({ pointer: `/projects/${at}`, id, amount: 1 }));
  }
  const field = "points" in ballot ? "points" : "credits";
  const amounts = "points" in ballot ? ballot.points : ballot.credits;
  return Object.entries(amounts).map(([id, amount]) => {
    return { pointer: `/${field}/${escaped(id)}`, id, amount };
  });
}

/** Finds what is wrong with a well-formed ballot in this round; no fault means that it can be counted. */
export function validateFundingBallot(ballot: FundingBallot, rule: BallotRule): FundingFault[] {
  const { form, projects, most } = rule;
  if (ballot.form !== form) {
    return [{ pointer: "/form", code: "wrong-form", values: { expected: form } }];
  }
  const known = new Set(projects);
  const seen = new Set<string>();
  const faults: FundingFault[] = [];
  const named = mentions(ballot);
  for (const { pointer, id } of named) {
    if (!known.has(id)) faults.push({ pointer, code: "unknown-project", values: {} });
    else if (seen.has(id)) faults.push({ pointer, code: "project-twice", values: {} });
    seen.add(id);
  }
  const given = named.reduce((sum, { amount }) => sum + amount, 0);
  if (given <= most) return faults;
  return "projects" in ballot
    ? [...faults, { pointer: "/projects", code: "too-many-named", values: { named: given, most } }]
    : [
        ...faults,
        { pointer: "", code: "credits-exceeded", values: { spent: given, credits: most } },
      ];
}

/**
 * How much a ballot backs each project. In a ranking the first place has as many points as a ballot may name projects, each
 * further one a point less (Borda), so that everybody's first choice is worth the same.
 */
export function backsOf(ballot: FundingBallot, { projects, most }: BallotRule): Backing[] {
  const places = new Map(projects.map((id, place) => [id, place]));
  return mentions(ballot).map(({ id, amount }, at) => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError("a ballot names a project that is not there");
    return { place, points: ballot.form === "ranked" ? Math.max(1, most - at) : amount };
  });
}
