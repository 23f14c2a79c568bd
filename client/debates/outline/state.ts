import type { Side } from "#shared/contract/claims.ts";
import type { OutlineNode } from "./tree.ts";

/** What the reader is doing in the outline: one thing at a time, at one node. */
export type Task =
  | { readonly kind: "claim"; readonly nodeId: string; readonly side: Side }
  | {
      readonly kind: "edit-evidence" | "review";
      readonly nodeId: string;
      readonly evidenceId: string;
    }
  | {
      readonly kind:
        | "comments"
        | "mark"
        | "suggest"
        | "suggestions"
        | "arrange"
        | "curate"
        | "evidence"
        | "edit"
        | "rate"
        | "why"
        | "object"
        | "history"
        | "withdraw";
      readonly nodeId: string;
    };

export interface OutlineState {
  /** Nodes that were opened or closed by hand. */
  readonly byHand: ReadonlyMap<string, boolean>;
  /** All others are open down to this depth. */
  readonly openDepth: number;
  readonly task: Task | null;
  /** Whether all ratings are shown, one's own given or not. */
  readonly isRevealed: boolean;
}

export type Action =
  | { readonly do: "open"; readonly ids: readonly string[] }
  | { readonly do: "close"; readonly id: string }
  | { readonly do: "open to"; readonly depth: number }
  | { readonly do: "begin"; readonly task: Task }
  | { readonly do: "end" }
  | { readonly do: "reveal"; readonly isRevealed: boolean };

/** Small arguments stand open; of large ones the positions and what speaks to them. */
export function firstState(claimCount: number): OutlineState {
  const openDepth = claimCount <= 60 ? 3 : 1;
  return { byHand: new Map(), openDepth, task: null, isRevealed: false };
}

export function reduce(state: OutlineState, action: Action): OutlineState {
  switch (action.do) {
    case "open": {
      const opened = action.ids.map((id) => [id, true] as const);
      return { ...state, byHand: new Map([...state.byHand, ...opened]) };
    }
    case "close":
      return { ...state, byHand: new Map(state.byHand).set(action.id, false) };
    case "open to":
      return { ...state, byHand: new Map(), openDepth: action.depth };
    case "begin":
      return { ...state, task: action.task };
    case "end":
      return { ...state, task: null };
    case "reveal":
      return { ...state, isRevealed: action.isRevealed };
  }
}

export const isOpenIn =
  (state: Pick<OutlineState, "byHand" | "openDepth">) => (node: OutlineNode) =>
    state.byHand.get(node.id) ?? node.depth < state.openDepth;
