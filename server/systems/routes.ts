import * as incidents from "#shared/contract/incidents.ts";
import * as systems from "#shared/contract/systems.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { askToMend } from "./ask-to-mend.ts";
import { changeSystem } from "./change-system.ts";
import { downloadCard } from "./download-card.ts";
import { linkIncident } from "./link-incident.ts";
import { moveIncident } from "./move-incident.ts";
import { listIncidents, readIncident } from "./read-incidents.ts";
import { listSystems, listVersions, readSystem } from "./read-systems.ts";
import { registerSystem } from "./register-system.ts";
import { reportIncident } from "./report-incident.ts";
import { changeTerms, readTerms } from "./terms.ts";

/** The systems that a community governs, and what went wrong with them. */
export function systemRoutes(mount: Mount, deps: Deps): void {
  mount(systems.listSystems, (call) => listSystems(deps, call));
  mount(systems.registerSystem, (call) => registerSystem(deps, call));
  mount(systems.readSystem, (call) => readSystem(deps, call));
  mount(systems.changeSystem, (call) => changeSystem(deps, call));
  mount(systems.listSystemVersions, (call) => listVersions(deps, call));
  mount(systems.downloadSystemCard, (call) => downloadCard(deps, call));
  mount(incidents.listIncidents, (call) => listIncidents(deps, call));
  mount(incidents.reportIncident, (call) => reportIncident(deps, call));
  mount(incidents.readIncident, (call) => readIncident(deps, call));
  mount(incidents.moveIncident, (call) => moveIncident(deps, call));
  mount(incidents.linkIncident, (call) => linkIncident(deps, call));
  mount(incidents.askToMend, (call) => askToMend(deps, call));
  mount(incidents.readIncidentTerms, (call) => readTerms(deps, call));
  mount(incidents.changeIncidentTerms, (call) => changeTerms(deps, call));
}
