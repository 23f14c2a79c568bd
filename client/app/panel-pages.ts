import { page } from "./page.ts";
import { at } from "./ways.ts";

/** Where panels are drawn by lot, and drawn again. */
export const panelPages = [
  at(
    "/c/$slug/panels",
    page(["panels", "communities"], () =>
      import("../panels/panels-page.tsx").then((m) => m.PanelsPage),
    ),
  ),
  at(
    "/c/$slug/panels/new",
    page(["panels", "communities"], () =>
      import("../panels/new-panel-page.tsx").then((m) => m.NewPanelPage),
    ),
  ),
  at(
    "/c/$slug/panels/$panelId",
    page(["panels", "communities", "moderation"], () =>
      import("../panels/panel-page.tsx").then((m) => m.PanelPage),
    ),
  ),
  at(
    "/c/$slug/panels/$panelId/draw",
    page(["panels", "communities"], () =>
      import("../panels/draw-page.tsx").then((m) => m.PanelDrawPage),
    ),
  ),
  at(
    "/heard/$token",
    page("panels", () => import("../panels/hearing/come-page.tsx").then((m) => m.ComePage)),
  ),
  at(
    "/hearings/$hearingId",
    page("panels", () => import("../panels/hearing/hearing-page.tsx").then((m) => m.HearingPage)),
  ),
] as const;
