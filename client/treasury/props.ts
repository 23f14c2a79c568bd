import type { Community } from "#shared/contract/communities.ts";
import type { TreasuryEntry, TreasuryFigures } from "#shared/contract/treasury.ts";

/** What each figure of the treasury's page is about. */
export interface FiguresProps {
  community: Community;
  figures: TreasuryFigures;
}

export interface EntryProps {
  community: Community;
  entry: TreasuryEntry;
}
