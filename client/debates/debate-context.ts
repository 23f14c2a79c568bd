import { createContext, use } from "react";
import type { DebateView } from "#shared/contract/debates.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { DebateIds } from "./queries.ts";
import type { Writer } from "./use-live-debate.ts";

/** What every part of a debate's page knows. */
export interface DebateHere {
  readonly ids: DebateIds;
  readonly slug: string;
  readonly debate: DebateView;
  /** The reader as a member; null for who is none. */
  readonly me: Author | null;
  /** Others who are writing now. */
  readonly writers: readonly Writer[];
}

export const DebateContext = createContext<DebateHere | null>(null);

export function useDebate(): DebateHere {
  const here = use(DebateContext);
  if (!here) throw new Error("no debate around this component");
  return here;
}
