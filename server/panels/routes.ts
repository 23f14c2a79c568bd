import * as contract from "#shared/contract/panels.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { createPanel } from "./create-panel.ts";
import { fixList } from "./fix-list.ts";
import { changeQuotas } from "./quotas.ts";
import { listPanels, listSeats, readPanel, readTranscript } from "./read-panels.ts";
import { panelRoomRoutes } from "./room/routes.ts";
import { answerInvitation, replaceMember } from "./seats.ts";
import { importVolunteers, volunteer, withdraw } from "./volunteering.ts";

/** Panels that a community draws by lot from its volunteers. */
export function panelRoutes(mount: Mount, deps: Deps): void {
  mount(contract.listPanels, (call) => listPanels(deps, call));
  mount(contract.createPanel, (call) => createPanel(deps, call));
  mount(contract.changePanelQuotas, (call) => changeQuotas(deps, call));
  mount(contract.readPanel, (call) => readPanel(deps, call));
  mount(contract.volunteer, (call) => volunteer(deps, call));
  mount(contract.withdrawFromPanel, (call) => withdraw(deps, call));
  mount(contract.importVolunteers, (call) => importVolunteers(deps, call));
  mount(contract.fixPanelList, (call) => fixList(deps, call));
  mount(contract.readPanelTranscript, (call) => readTranscript(deps, call));
  mount(contract.answerPanelInvitation, (call) => answerInvitation(deps, call));
  mount(contract.listPanelSeats, (call) => listSeats(deps, call));
  mount(contract.replacePanelMember, (call) => replaceMember(deps, call));
  panelRoomRoutes(mount, deps);
}
