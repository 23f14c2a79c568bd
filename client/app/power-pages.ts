import { page } from "./page.ts";
import { at, representing } from "./ways.ts";

/** Where it is told who has power, and who takes part beside who should. */
export const powerPages = [
  representing(
    "/c/$slug/representation",
    page(["representation", "communities"], () =>
      import("../representation/representation-page.tsx").then((m) => m.RepresentationPage),
    ),
  ),
  at(
    "/c/$slug/representation/me",
    page(["representation", "communities"], () =>
      import("../representation/declare-page.tsx").then((m) => m.DeclarePage),
    ),
  ),
  at(
    "/c/$slug/representation/define",
    page(["representation", "communities"], () =>
      import("../representation/define-page.tsx").then((m) => m.DefinePage),
    ),
  ),
  at(
    "/c/$slug/health",
    page(["health", "communities"], () =>
      import("../health/health-page.tsx").then((m) => m.HealthPage),
    ),
  ),
  at(
    "/c/$slug/power",
    page(["power", "decisions", "communities"], () =>
      import("../power/community-power-page.tsx").then((m) => m.CommunityPowerPage),
    ),
  ),
] as const;
