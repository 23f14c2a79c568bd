import type { RankingMove } from "./ranking.ts";

/** Where things stand on the page while something is dragged, from top to bottom. */
export interface BoardLayout {
  readonly groups: readonly { readonly top: number; readonly bottom: number }[];
  /** Where the options begin that are not ranked. */
  readonly unrankedTop: number;
}

/** What letting go would do. */
export type DropTarget =
  | { readonly kind: "place"; readonly at: number }
  | { readonly kind: "join"; readonly at: number }
  | { readonly kind: "leave" };

/** How much of a group's height, at each edge, means "beside it" rather than "level with it". */
const edge = 0.3;

/** What letting go at this height would do. Levels are offered only where the method allows them. */
export function dropTarget(y: number, { groups, unrankedTop }: BoardLayout, allowsTies: boolean) {
  if (y >= unrankedTop) return { kind: "leave" } satisfies DropTarget;
  const at = groups.findIndex(({ bottom }) => y < bottom);
  const group = groups[at];
  if (!group) return { kind: "place", at: groups.length } satisfies DropTarget;
  const depth = (y - group.top) / (group.bottom - group.top);
  if (allowsTies && depth > edge && depth < 1 - edge) {
    return { kind: "join", at } satisfies DropTarget;
  }
  return { kind: "place", at: depth < 0.5 ? at : at + 1 } satisfies DropTarget;
}

/** The change that a drop makes. */
export function moveOfDrop(option: string, target: DropTarget): RankingMove {
  return target.kind === "leave" ? { kind: "leave", option } : { ...target, option };
}
