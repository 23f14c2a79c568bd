import { createContext, use } from "react";

/** Whom the reader has blocked in the community around, and which of their texts they look at all the same. */
export interface BlocksHere {
  /** Null where no community is around. */
  readonly community: { readonly id: string; readonly slug: string } | null;
  mayBlock(personId: string): boolean;
  isBlocked(personId: string | undefined): boolean;
  /** Whether the text of somebody is not to be read here. */
  isFolded(authorId: string | undefined, textId: string): boolean;
  /** Shows a text that is folded, or folds it again. */
  turn(textId: string): void;
}

const nowhere: BlocksHere = {
  community: null,
  mayBlock: () => false,
  isBlocked: () => false,
  isFolded: () => false,
  turn: () => undefined,
};

export const BlocksContext = createContext<BlocksHere>(nowhere);

export function useBlocks(): BlocksHere {
  return use(BlocksContext);
}
