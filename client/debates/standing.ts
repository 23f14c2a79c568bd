import {
  type Acceptability,
  acceptability,
  type WeighedArgument,
} from "#shared/argument/acceptability.ts";
import type { Outline } from "#shared/contract/claims.ts";
import type { Ratings } from "./ratings.ts";

/** How well something stands, in a word: nobody needs the third decimal. */
export type Standing = "stands" | "contested" | "falls" | "undecided";

const stands = 0.55;
const falls = 0.45;

export function standingOf(strength: number | null | undefined): Standing {
  if (strength === null || strength === undefined) return "undecided";
  if (strength >= stands) return "stands";
  return strength <= falls ? "falls" : "contested";
}

type Argument = Pick<Outline, "positions" | "claims" | "edges">;

/** What stands of an argument, with the ratings as they are now. */
export function weighedArgument(
  { positions, claims, edges }: Argument,
  { sums }: Ratings,
): WeighedArgument {
  const standing = claims.filter(
    ({ withdrawnAt, archivedAt, mergedInto }) =>
      (withdrawnAt ?? archivedAt ?? mergedInto) === undefined,
  );
  return {
    positions: positions.filter(({ withdrawnAt }) => withdrawnAt === undefined),
    claims: standing.map(({ id }) => ({ id, truth: sums.truth.get(id) })),
    edges: edges.map((edge) => ({ ...edge, relevance: sums.relevance.get(edge.id) })),
  };
}

/** Weighs an argument once somebody asks: most readers of a large one do not. */
export class Scales {
  #whole: Acceptability | undefined;

  constructor(
    readonly argument: Argument,
    readonly ratings: Ratings,
  ) {}

  get whole(): Acceptability {
    this.#whole ??= this.without(new Set());
    return this.#whole;
  }

  /** What if these had not been said? */
  without(claimIds: ReadonlySet<string>): Acceptability {
    return acceptability(weighedArgument(this.argument, this.ratings), claimIds);
  }
}

export interface Change {
  readonly id: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** The positions and claims that would stand otherwise. */
export function changesBetween(
  { positions, claims }: Argument,
  before: Acceptability,
  after: Acceptability,
): Change[] {
  return [...positions, ...claims].flatMap(({ id }) => {
    if (!before.strengths.has(id) || !after.strengths.has(id)) return [];
    const change = {
      id,
      before: standingOf(before.strengths.get(id)),
      after: standingOf(after.strengths.get(id)),
    };
    return change.before === change.after ? [] : [change];
  });
}
