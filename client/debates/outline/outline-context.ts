import { createContext, type Dispatch, use } from "react";
import type { Claim, Edge } from "#shared/contract/claims.ts";
import type { Evidence } from "#shared/contract/evidence.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Mark } from "#shared/contract/marks.ts";
import type { Suggestion } from "#shared/contract/suggestions.ts";
import type { Talk } from "../comments/talk.ts";
import type { Ratings } from "../ratings.ts";
import type { Scales } from "../standing.ts";
import type { Verdicts } from "../verdicts.ts";
import type { LiveOutline } from "../queries.ts";
import type { Action, Task } from "./state.ts";
import type { ClaimNode, Tree } from "./tree.ts";

/** What those who curate made of claims. */
interface Curated {
  readonly pins: readonly string[];
  /** By claim. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** The strongest claims, by position and side. */
  readonly strongest: ReadonlyMap<string, string>;
}

/** What every row of the outline can reach. It changes with the argument, not with where the reader is in it. */
export interface OutlineHere {
  readonly dispatch: Dispatch<Action>;
  readonly can: LiveOutline["can"];
  /** Whether all ratings are shown, one's own given or not. */
  readonly isRevealed: boolean;
  readonly ratings: Ratings;
  /** How well everything stands. */
  readonly scales: Scales;
  readonly verdicts: Verdicts;
  readonly authors: ReadonlyMap<string, Author>;
  /** Sources by claim. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** What is to be mended, by claim. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** The suggestions that wait, by claim. */
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
  /** What is said about claims, and how many find them well put; nothing until it is known. */
  readonly talk: Talk | undefined;
  /** What is curated; nothing until it is known. */
  readonly curated: Curated | undefined;
  /** The claims that the reader keeps. */
  readonly bookmarked: ReadonlySet<string>;
  /** What the reader may edit and withdraw. */
  readonly changeable: ReadonlySet<string>;
  /** How many claims wait at a node. */
  readonly newcomers: ReadonlyMap<string, number>;
  /** Shows what waits, and opens the node at which it was asked for. */
  readonly showNew: (nodeId?: string) => void;
  /** Names of who is writing, by the node they write at. */
  readonly writersAt: ReadonlyMap<string, readonly string[]>;
  /** The reader is at this node now. */
  readonly activate: (nodeId: string) => void;
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

/** What the parts of one row know of the reader: a context of its own, so that moving draws no other rows. */
export interface RowHere {
  /** Whether the keyboard is in this row. */
  readonly isActive: boolean;
  /** What the reader is doing at it. */
  readonly task: Task | null;
}

export const RowContext = createContext<RowHere>({ isActive: false, task: null });

export const useRowHere = (): RowHere => use(RowContext);

export const rowIdOf = (nodeId: string) => `row-${nodeId}`;
