import { page } from "./page.ts";
import { treasuryPages } from "./treasury-pages.ts";
import { at } from "./ways.ts";

/** Where budgets are shared out, and where it is told what a community has. */
export const fundingPages = [
  at(
    "/c/$slug/funding",
    page(["funding", "communities"], () =>
      import("../funding/rounds-page.tsx").then((m) => m.FundingPage),
    ),
  ),
  at(
    "/c/$slug/funding/new",
    page(["funding", "communities"], () =>
      import("../funding/new-round-page.tsx").then((m) => m.NewRoundPage),
    ),
  ),
  at(
    "/c/$slug/funding/$roundId",
    page(["funding", "commitments", "communities", "moderation"], () =>
      import("../funding/round-page.tsx").then((m) => m.FundingRoundPage),
    ),
  ),
  at(
    "/c/$slug/funding/$roundId/edit",
    page(["funding", "communities"], () =>
      import("../funding/edit-round-page.tsx").then((m) => m.EditRoundPage),
    ),
  ),
  ...treasuryPages,
] as const;
