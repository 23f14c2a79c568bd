import { fraction, type Fraction } from "../voting/fraction.ts";
import { choose, mostCommittees, ways } from "../voting/committees/choices.ts";
import { NotApplicable } from "./finding.ts";

/** One stage of a count in stages: what everybody had. */
export interface ComputedRound {
  readonly votes: ReadonlyMap<string, Fraction>;
  readonly nonTransferable?: Fraction;
}

/** What the product found, as far as cases tell about it. */
export interface Computed {
  /** all sets of winners that the rule allows: several where a tie is open */
  readonly sets: readonly (readonly string[])[];
  readonly ranking?: readonly (readonly string[])[];
  readonly scores?: ReadonlyMap<string, Fraction>;
  readonly runoff?: ReadonlyMap<string, Fraction>;
  readonly runnerUp?: string | undefined;
  readonly rounds?: readonly ComputedRound[];
  readonly quota?: Fraction;
  readonly pairwise?: (one: string, other: string) => Fraction;
  readonly pathStrength?: (from: string, to: string) => Fraction;
  /** who is level after all that the rule has against ties */
  readonly openTie?: readonly string[];
}

/** All ways to fill the seats from a ranking, best first. */
export function setsOf(ranking: readonly (readonly string[])[], seats: number): string[][] {
  const certain: string[] = [];
  for (const group of ranking) {
    const left = seats - certain.length;
    if (left <= 0) break;
    if (group.length > left) {
      if (ways(group.length, left) > mostCommittees) throw new NotApplicable("too many ties");
      return [...choose([...group.keys()], left)].map((some) => [
        ...certain,
        ...some.map((at) => group[at] ?? ""),
      ]);
    }
    certain.push(...group);
  }
  return [certain];
}

/** Groups of equal worth, the most first. */
export function inGroups(
  names: readonly string[],
  worth: ReadonlyMap<string, Fraction>,
): string[][] {
  const key = (name: string) => {
    const { num, den } = worth.get(name) ?? fraction(0n);
    return `${num}/${den}`;
  };
  const sorted = names.toSorted((one, other) => {
    const [a, b] = [worth.get(one) ?? fraction(0n), worth.get(other) ?? fraction(0n)];
    const difference = b.num * a.den - a.num * b.den;
    return difference < 0n ? -1 : Number(difference > 0n);
  });
  const groups: string[][] = [];
  for (const name of sorted) {
    const last = groups.at(-1);
    if (last && key(last[0] ?? "") === key(name)) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

/** Amounts by place as fractions by name. */
export function byName(
  names: readonly string[],
  amounts: readonly bigint[],
  denominator: bigint,
): Map<string, Fraction> {
  return new Map(names.map((name, place) => [name, fraction(amounts[place] ?? 0n, denominator)]));
}
