import { createContext, use } from "react";

/** What rows know of what the reader looks for. */
export interface FindHere {
  /** The words that are searched for. */
  readonly words: readonly string[];
  /** Whether a node only shows the way to what was asked for. */
  readonly isDim: (nodeId: string) => boolean;
  /** Whether others have said it since the reader was here. */
  readonly isNew: (claimId: string) => boolean;
}

const never = () => false;

export const FindContext = createContext<FindHere>({ words: [], isDim: never, isNew: never });

export const useFindHere = (): FindHere => use(FindContext);
