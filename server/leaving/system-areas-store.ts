import * as systems from "#db/schema/systems.ts";
import { type Area, by } from "./account-areas-store.ts";

/** What names somebody in the systems that a community governs, and in what went wrong with them. */
export const ofSystems: readonly Area[] = [
  by(
    ["written/system-cards.json", "cards of systems that you wrote, or answer for"],
    systems.systemVersions,
    systems.systemVersions.editorId,
    systems.systemVersions.stewardId,
  ),
  by(
    ["written/incidents.json", "what you reported about systems, under your name or not"],
    systems.incidents,
    systems.incidents.reporterId,
  ),
  by(
    ["acts/incidents.json", "what you found about incidents, or did"],
    systems.incidentSteps,
    systems.incidentSteps.byId,
  ),
];
