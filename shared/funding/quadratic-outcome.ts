import type { ProjectOutcome, RoundInput } from "./round.ts";
import { quadraticFunding, type Match, type MatchedProject, type Pledge } from "./quadratic.ts";
import { matchUnit } from "./roots.ts";
import type { FundingSettings } from "./settings.ts";

export type QuadraticRule = Extract<FundingSettings, { rule: "quadratic" }>;

/** Every person's credits by themselves: equal ballots are people all the same. */
export function pledgesOf({ ballots }: RoundInput): Pledge[] {
  return ballots.flatMap(({ ballot, heads }, at) => {
    if (ballot.form !== "pledges") throw new RangeError("a ballot is of another form");
    const given = Object.entries(ballot.credits);
    return Array.from({ length: heads }, (_, head) =>
      given.map(([project, credits]): Pledge => {
        return { project, contributor: `${at}/${head}`, amount: BigInt(credits) };
      }),
    ).flat();
  });
}

/** No project gets more than it asks for, nor more than the cap. */
export function matchedProjects({ projects }: RoundInput, cap: number | null): MatchedProject[] {
  return projects.map(({ id, cost, least }) => {
    const most = BigInt(cap === null ? cost : Math.min(cap, cost));
    return { id, most, least: BigInt(least) };
  });
}

function whyOf({ contributors, raw, isCapped, isTooLittle }: Match, least: number) {
  const values = { contributors, match: wholeCredits(raw), least };
  if (contributors === 0) return { code: "nobody", values: {} } as const;
  if (raw === 0n) return { code: "no-match", values } as const;
  if (isTooLittle) return { code: "too-little", values } as const;
  return { code: isCapped ? "capped" : "matched", values } as const;
}

/** A match before the pool, in credits with two decimals, cut off. */
function wholeCredits(raw: bigint): string {
  const hundredths = String((raw * 100n) / matchUnit).padStart(3, "0");
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}

export function quadraticOutcome(input: RoundInput, settings: QuadraticRule) {
  const matches = quadraticFunding({
    pool: BigInt(input.budget),
    projects: matchedProjects(input, settings.cap),
    pledges: pledgesOf(input),
    settings: {
      rule: "minus-contributions",
      pairBound: settings.pairBound === null ? null : BigInt(settings.pairBound),
      spendWholePool: settings.spendWholePool,
    },
  });
  const projects = matches.map((match, at): ProjectOutcome => {
    return {
      id: match.project,
      amount: Number(match.amount),
      people: match.contributors,
      points: Number(match.pledged),
      why: whyOf(match, input.projects[at]?.least ?? 0),
    };
  });
  return { projects, share: null };
}
