import type { Row } from "./tree.ts";

/** What a key does at a row. */
export type KeyDeed =
  | { readonly do: "go"; readonly to: string }
  | { readonly do: "open" | "close" | "pro" | "con" | "evidence" | "rate" | "comments" | "focus" }
  | { readonly do: "help" | "leave" | "find" | "new" };

interface Place {
  readonly rows: readonly Row[];
  /** Where the keyboard is; -1 before the first row. */
  readonly at: number;
  readonly isRightToLeft: boolean;
}

const letters: Partial<Record<string, KeyDeed["do"]>> = {
  p: "pro",
  c: "con",
  e: "evidence",
  r: "rate",
  m: "comments",
  f: "focus",
  n: "new",
  "/": "find",
  "?": "help",
  Escape: "leave",
};

/** Where one comes by going up or down the rows. */
function stepBy(key: string, { rows, at }: Place): number | null {
  switch (key) {
    case "j":
    case "ArrowDown":
      return Math.min(at + 1, rows.length - 1);
    case "k":
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return rows.length - 1;
    default:
      return null;
  }
}

/** Into what is below, or out to what is above, as trees do. */
function turn(isInwards: boolean, { rows, at }: Place): KeyDeed | null {
  const row = rows[at];
  if (!row) return null;
  const { node, isOpen, hasBelow } = row;
  if (isInwards) {
    if (!hasBelow) return null;
    const first = rows[at + 1];
    return isOpen && first ? { do: "go", to: first.node.id } : { do: "open" };
  }
  if (isOpen) return { do: "close" };
  return node.parent ? { do: "go", to: node.parent.id } : null;
}

/** What a key means in the outline; null where it means nothing. */
export function deedOf(key: string, place: Place): KeyDeed | null {
  const next = stepBy(key, place);
  const target = next === null ? undefined : place.rows[next];
  if (target) return { do: "go", to: target.node.id };
  if (key === "o" || key === "Enter") {
    const row = place.rows[place.at];
    if (!row?.hasBelow) return null;
    return { do: row.isOpen ? "close" : "open" };
  }
  if (key === "ArrowRight" || key === "ArrowLeft") {
    return turn((key === "ArrowRight") !== place.isRightToLeft, place);
  }
  const deed = letters[key];
  return deed ? ({ do: deed } as KeyDeed) : null;
}
