import { fraction } from "../voting/fraction.ts";
import type { Weighted } from "../voting/method.ts";
import { methodBy, type MethodId } from "../voting/index.ts";
import type { Tally } from "../voting/tally.ts";
import { byName, setsOf, type Computed } from "./computed.ts";

interface Cast {
  readonly content: object;
  readonly count: number;
}

interface Vote {
  readonly options: readonly string[];
  readonly settings: object;
  readonly ballots: readonly Cast[];
}

/**
 * Counts by a method as decisions do. What bounds a ballot on its way in, the length of names and of lists, does not
 * bound cases.
 */
export function countBy(id: MethodId, { options, settings, ballots }: Vote): Tally {
  const method = methodBy(id);
  const parsed = method.settings.parse({ method: id, ...settings });
  const weighted = ballots.map(({ content, count }): Weighted<{ method: string }> => {
    return { ballot: { method: id, ...content }, weight: BigInt(count) };
  });
  return method.count({ options, settings: parsed, ballots: weighted });
}

/** A tally as cases tell of it. */
export function computedFrom(tally: Tally, seats: number): Computed {
  const { options, pairs, paths } = tally;
  const unit = BigInt(tally.denominator);
  const place = (name: string) => options.indexOf(name);
  const amounts = tally.scores.map(({ score }) => score);
  return {
    sets: setsOf(tally.ranking, seats),
    ranking: tally.ranking,
    scores: byName(options, amounts, unit),
    rounds: tally.rounds.map(({ votes }) => ({
      votes: new Map(votes.map((entry) => [entry.option, fraction(entry.votes, unit)])),
    })),
    ...(pairs
      ? {
          pairwise: (one: string, other: string) =>
            fraction(pairs.preferred[place(one)]?.[place(other)] ?? 0n),
        }
      : {}),
    ...(paths
      ? {
          pathStrength: (from: string, to: string) =>
            fraction(paths[place(from)]?.[place(to)] ?? 0n),
        }
      : {}),
  };
}
