import * as contract from "#shared/contract/representation.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { declare, withdraw } from "./declare.ts";
import { defineGroups } from "./define-groups.ts";
import { readReport } from "./read-report.ts";
import { readTable } from "./read-table.ts";
import { viewGroups } from "./view-groups.ts";

/** What members say about themselves, and whether those who take part are like those who should. */
export function representationRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readDeclaredGroups, ({ standing }) => viewGroups(deps.db, standing));
  mount(contract.defineDeclaredGroups, (call) => defineGroups(deps, call));
  mount(contract.readGroupTable, (call) => readTable(call));
  mount(contract.declareGroups, (call) => declare(deps, call));
  mount(contract.withdrawDeclaredGroups, (call) => withdraw(deps, call));
  mount(contract.readRepresentation, (call) => readReport(deps, call));
}
