import { page } from "./page.ts";
import { at, committing } from "./ways.ts";

/** Where it is told what was promised, and what came of it. */
export const commitmentPages = [
  at(
    "/c/$slug/commitments",
    page(["commitments", "communities"], () =>
      import("../commitments/commitments-page.tsx").then((m) => m.CommitmentsPage),
    ),
  ),
  committing(
    "/c/$slug/commitments/new",
    page(["commitments", "communities", "delegations", "blocks"], () =>
      import("../commitments/new-commitment-page.tsx").then((m) => m.NewCommitmentPage),
    ),
  ),
  at(
    "/c/$slug/commitments/$commitmentId",
    page(["commitments", "delegations", "blocks", "disputes", "treasury", "communities"], () =>
      import("../commitments/commitment-page.tsx").then((m) => m.CommitmentPage),
    ),
  ),
] as const;
