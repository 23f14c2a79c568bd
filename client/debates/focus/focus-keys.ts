import { type ClaimNode, type OutlineNode, type Tree } from "../outline/tree.ts";
import { besides } from "./place.ts";

/** What a key does in the focus view. */
export type FocusDeed =
  /** Moves the keyboard to what is drawn: the middle, or a claim beside it. */
  | { readonly do: "stand"; readonly at: string }
  /** Puts something else in the middle. */
  | { readonly do: "go"; readonly to: OutlineNode }
  | { readonly do: "outline" | "pro" | "con" | "evidence" | "rate" | "help" };

export interface FocusPlace {
  readonly tree: Tree;
  /** What is in the middle. */
  readonly node: OutlineNode;
  /** The claim beside it at which the keyboard is; null in the middle. */
  readonly card: ClaimNode | null;
  readonly isRightToLeft: boolean;
}

const letters: Partial<Record<string, "outline" | "pro" | "con" | "evidence" | "rate" | "help">> = {
  o: "outline",
  p: "pro",
  c: "con",
  e: "evidence",
  r: "rate",
  "?": "help",
};

const stand = (node: OutlineNode | undefined): FocusDeed | null =>
  node ? { do: "stand", at: node.id } : null;
const go = (node: OutlineNode | undefined): FocusDeed | null =>
  node ? { do: "go", to: node } : null;

/** The claims of a column, top to bottom. */
export function columnOf({ children }: OutlineNode, side: "pro" | "con"): ClaimNode[] {
  return children.filter(({ edge }) => edge.side === side);
}

/** Across: pros stand at the start, cons at the end, the middle between them. */
function across(isToStart: boolean, { node, card }: FocusPlace): FocusDeed | null {
  const side = isToStart ? "pro" : "con";
  if (!card) return stand(columnOf(node, side)[0]);
  return card.edge.side === side ? null : stand(node);
}

/** Down a column and up again; from its top to the middle, and from the middle to what is above. */
function along(step: -1 | 1, { node, card }: FocusPlace): FocusDeed | null {
  if (!card) {
    if (step === -1) return go(node.parent ?? undefined);
    return stand(columnOf(node, "pro")[0] ?? columnOf(node, "con")[0]);
  }
  const column = columnOf(node, card.edge.side);
  const next = column.findIndex(({ id }) => id === card.id) + step;
  return stand(next < 0 ? node : column[next]);
}

/** What a key means; null where it means nothing. Enter is the link's own. */
export function focusDeedOf(key: string, place: FocusPlace): FocusDeed | null {
  const { tree, node, isRightToLeft } = place;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      return across((key === "ArrowLeft") !== isRightToLeft, place);
    case "ArrowUp":
      return along(-1, place);
    case "ArrowDown":
      return along(1, place);
    case "j":
      return go(besides(tree, node, 1));
    case "k":
      return go(besides(tree, node, -1));
    case "Escape":
    case "Backspace":
      return node.parent ? { do: "go", to: node.parent } : { do: "outline" };
    default: {
      const deed = letters[key];
      return deed ? { do: deed } : null;
    }
  }
}
