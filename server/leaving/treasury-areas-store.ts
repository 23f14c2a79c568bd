import { treasuryEntries } from "#db/schema/treasury.ts";
import { type Area, by } from "./account-areas-store.ts";

/** What names somebody in the treasury. */
export const ofTreasury: readonly Area[] = [
  by(
    ["acts/treasury.json", "entries of the treasury that you made, confirmed or refused"],
    treasuryEntries,
    treasuryEntries.enteredById,
    treasuryEntries.settledById,
  ),
];
