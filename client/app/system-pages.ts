import { page } from "./page.ts";
import { at } from "./ways.ts";

const texts = ["systems", "communities"];
const writing = [...texts, "delegations", "blocks"];

/** Which systems a community governs, and what went wrong with them. */
export const systemPages = [
  at(
    "/c/$slug/systems",
    page(texts, () => import("../systems/systems-page.tsx").then((m) => m.SystemsPage)),
  ),
  at(
    "/c/$slug/systems/new",
    page(writing, () => import("../systems/new-system-page.tsx").then((m) => m.NewSystemPage)),
  ),
  at(
    "/c/$slug/systems/$systemId",
    page(texts, () => import("../systems/system-page.tsx").then((m) => m.SystemPage)),
  ),
  at(
    "/c/$slug/systems/$systemId/edit",
    page(writing, () => import("../systems/edit-system-page.tsx").then((m) => m.EditSystemPage)),
  ),
  at(
    "/c/$slug/systems/$systemId/history",
    page(texts, () => import("../systems/history-page.tsx").then((m) => m.SystemHistoryPage)),
  ),
  at(
    "/c/$slug/systems/$systemId/report",
    page(texts, () => import("../systems/report-page.tsx").then((m) => m.ReportIncidentPage)),
  ),
  at(
    "/c/$slug/incidents/$incidentId",
    page([...writing, "moderation"], () =>
      import("../systems/incident-page.tsx").then((m) => m.IncidentPage),
    ),
  ),
  at(
    "/c/$slug/incident-terms",
    page(texts, () => import("../systems/terms-page.tsx").then((m) => m.IncidentTermsPage)),
  ),
] as const;
