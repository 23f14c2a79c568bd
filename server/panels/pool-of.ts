import type { SortitionPool } from "#shared/sortition/index.ts";
import type { PanelRow, VolunteerRow } from "./store.ts";

/**
 * Volunteers by their pseudonyms, with the quotas of their panel. Where those follow the declared groups, volunteers say
 * so of themselves once more, for this panel alone: what they declared is read by nobody, this included.
 */
export function poolOf(panel: PanelRow, volunteers: readonly VolunteerRow[]): SortitionPool {
  return {
    seats: panel.seats,
    onePerHousehold: panel.onePerHousehold,
    quotas: Object.fromEntries(
      panel.attributes.map(({ name, values }) => [
        name,
        Object.fromEntries(values.map(({ value, min, max }) => [value, { min, max }])),
      ]),
    ),
    people: volunteers
      .flatMap(({ pseudonym, answers, household }) =>
        pseudonym === null
          ? []
          : [{ id: pseudonym, attributes: answers, household: household ?? undefined }],
      )
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
