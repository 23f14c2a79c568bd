import { fewest } from "../accountability/small-numbers.ts";
import type { Said } from "./release.ts";

/** Where one person has more than this part of all, what a group has tells whether they are in it. */
const mostOfOne = 0.2;

/**
 * What share of something countable, such as words, those have who said a value: per cent, in fives. Everybody may know what
 * each person wrote, so nothing is told where one wrote much of it (the dominance rule: A. Hundepool et al., Handbook on
 * Statistical Disclosure Control, ESSnet SDC 2010, section 4.2.2), nor of a value in which few did, or all but few.
 * @param amounts what each person has, of which some may have said nothing
 */
export function sharesByValue(
  said: Said,
  amounts: ReadonlyMap<string, number>,
  values: readonly string[],
): Readonly<Record<string, number>> {
  const all = [...amounts].filter(([, amount]) => amount > 0);
  const total = all.reduce((sum, [, amount]) => sum + amount, 0);
  if (total === 0 || all.some(([, amount]) => amount > mostOfOne * total)) return {};
  const shares = values.flatMap((value) => {
    const own = all.filter(([person]) => said.get(person) === value);
    if (own.length < fewest || all.length - own.length < fewest) return [];
    const amount = own.reduce((sum, [, one]) => sum + one, 0);
    return [[value, Math.round((20 * amount) / total) * 5] as const];
  });
  return Object.fromEntries(shares);
}
