import { page } from "./page.ts";
import { looking, paying } from "./ways.ts";

/** Where it is told what a community has, and what became of it. */
export const treasuryPages = [
  looking(
    "/c/$slug/treasury",
    page(["treasury", "communities"], () =>
      import("../treasury/treasury-page.tsx").then((m) => m.TreasuryPage),
    ),
  ),
  paying(
    "/c/$slug/treasury/new",
    page(["treasury", "communities"], () =>
      import("../treasury/new-entry-page.tsx").then((m) => m.NewEntryPage),
    ),
  ),
] as const;
