import type { OpinionMap } from "#shared/contract/opinions.ts";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";

/** Two groups are the fewest. */
const fewestOnMap = 2 * folkmoot.fewestInGroup;

/** How many more people have to come onto the map before there can be groups, and with how many answers each. */
export function shortfall({
  peopleIn,
  statementsIn,
}: Pick<OpinionMap, "peopleIn" | "statementsIn">) {
  return {
    people: Math.max(0, fewestOnMap - peopleIn),
    answers: Math.max(1, Math.min(folkmoot.responsesToBeIn, statementsIn)),
  };
}
