import * as definitions from "#shared/contract/definitions.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { agree, takeBack } from "./agree.ts";
import { addDefinition, editDefinition, withdrawDefinition } from "./define.ts";
import { listDefinitions } from "./list-definitions.ts";
import { listRevisions } from "./list-revisions.ts";

/** The glossary of a debate: people agree on words first. */
export function definitionRoutes(mount: Mount, deps: Deps): void {
  mount(definitions.listDefinitions, (call) => listDefinitions(deps, call));
  mount(definitions.addDefinition, (call) => addDefinition(deps, call));
  mount(definitions.editDefinition, (call) => editDefinition(deps, call));
  mount(definitions.withdrawDefinition, (call) => withdrawDefinition(deps, call));
  mount(definitions.agreeToDefinition, (call) => agree(deps, call));
  mount(definitions.takeBackAgreement, (call) => takeBack(deps, call));
  mount(definitions.listDefinitionRevisions, (call) => listRevisions(deps, call));
}
