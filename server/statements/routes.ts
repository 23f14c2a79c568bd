import { readSample as sampleContract } from "#shared/contract/samples.ts";
import * as care from "#shared/contract/statement-care.ts";
import * as contract from "#shared/contract/statements.ts";
import * as visitors from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { addStatement } from "./add-statement.ts";
import { editStatement, withdrawStatement } from "./change-statement.ts";
import { markStatement } from "./mark-statement.ts";
import { readSample } from "./read-sample.ts";
import {
  listMyResponses,
  listStatements,
  nextStatements,
  readResponseTotals,
  readStatement,
  readStatementRouting,
} from "./read-statements.ts";
import { responding, respondingAsVisitor } from "./respond.ts";
import { listVisitResponses, nextForVisitor } from "./visiting.ts";

export function statementRoutes(mount: Mount, deps: Deps): void {
  mount(contract.addStatement, (call) => addStatement(deps, call));
  mount(contract.listStatements, (call) => listStatements(deps, call));
  mount(contract.nextStatements, (call) => nextStatements(deps, call));
  mount(contract.readResponseTotals, (call) => readResponseTotals(deps, call));
  mount(contract.readStatementRouting, (call) => readStatementRouting(deps, call));
  mount(contract.readStatement, (call) => readStatement(deps, call));
  mount(contract.editStatement, (call) => editStatement(deps, call));
  mount(contract.withdrawStatement, (call) => withdrawStatement(deps, call));
  mount(care.markStatement, (call) => markStatement(deps, call));
  mount(contract.respond, responding(deps));
  mount(contract.listMyResponses, (call) => listMyResponses(deps, call));
  mount(sampleContract, (call) => readSample(deps, call));
  mount(visitors.nextForVisitor, (call) => nextForVisitor(deps, call));
  mount(visitors.respondAsVisitor, respondingAsVisitor(deps));
  mount(visitors.listVisitResponses, (call) => listVisitResponses(deps, call));
}
