import { areas } from "./areas.ts";
import { delegationKinds } from "./delegation.ts";
import type { Area } from "./finding.ts";
import { merkleKinds } from "./merkle.ts";
import { polisKinds } from "./polis-case.ts";

type Content = Readonly<Record<string, unknown>>;

/** By what a case of each area has and no other does. */
const shapes: Readonly<Record<string, (content: Content) => boolean>> = {
  elections: ({ ballotType, candidates }) => ballotType !== undefined && candidates !== undefined,
  weighted: ({ choices, votes, type }) =>
    choices !== undefined && votes !== undefined && type !== undefined,
  power: ({ quota, weights }) => quota !== undefined && weights !== undefined,
  concentration: ({ values, expected }) => values !== undefined && expected !== undefined,
  delegation: ({ kind }) => delegationKinds.some((known) => known === kind),
  merkle: ({ kind }) => merkleKinds.some((known) => known === kind),
  pb: ({ budget, projects }) => budget !== undefined && projects !== undefined,
  qf: ({ pool, contributions }) => pool !== undefined && contributions !== undefined,
  sortition: ({ panelSize, categories }) => panelSize !== undefined && categories !== undefined,
  polis: ({ kind }) => polisKinds.some((known) => known === kind),
};

/** The area of a case that lies in no folder which says so. */
export function areaByShape(content: unknown): Area | undefined {
  if (typeof content !== "object" || content === null) return undefined;
  return areas.find(({ name }) => shapes[name]?.(content as Content));
}
