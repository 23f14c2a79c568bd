import { createContext, type Dispatch, use } from "react";
import type { Claim, Edge } from "#shared/contract/claims.ts";
import type { Evidence } from "#shared/contract/evidence.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Ratings } from "../ratings.ts";
import type { Scales } from "../standing.ts";
import type { Verdicts } from "../verdicts.ts";
import type { LiveOutline } from "../queries.ts";
import type { Action, OutlineState } from "./state.ts";
import type { ClaimNode, Tree } from "./tree.ts";

/** What every row of the outline can reach. */
export interface OutlineHere {
  readonly state: OutlineState;
  readonly dispatch: Dispatch<Action>;
  readonly can: LiveOutline["can"];
  readonly ratings: Ratings;
  /** How well everything stands. */
  readonly scales: Scales;
  readonly verdicts: Verdicts;
  readonly authors: ReadonlyMap<string, Author>;
  /** Sources by claim. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** What the reader may edit and withdraw. */
  readonly changeable: ReadonlySet<string>;
  /** How many claims wait at a node. */
  readonly newcomers: ReadonlyMap<string, number>;
  /** Shows what waits, and opens the node at which it was asked for. */
  readonly showNew: (nodeId?: string) => void;
  /** Names of who is writing, by the node they write at. */
  readonly writersAt: ReadonlyMap<string, readonly string[]>;
  /** Ends the task, and gives the keyboard back to its row. */
  readonly leaveTask: () => void;
  /** All that stands, drawn or not. */
  readonly tree: Tree;
  /** The places of each claim. */
  readonly placesOf: ReadonlyMap<string, readonly ClaimNode[]>;
  /** Claims that are one with another by now, by that one. */
  readonly mergedInto: ReadonlyMap<string, readonly Claim[]>;
  /** Goes to a place as soon as it stands in the outline: after a claim was moved there. */
  readonly arriveAt: (place: Pick<Edge, "id" | "targetId">) => void;
  /** Shows a claim that was just added, and goes there. */
  readonly goTo: (nodeId: string) => void;
}

export const OutlineContext = createContext<OutlineHere | null>(null);

export function useOutline(): OutlineHere {
  const here = use(OutlineContext);
  if (!here) throw new Error("no outline around this component");
  return here;
}

export const rowIdOf = (nodeId: string) => `row-${nodeId}`;
