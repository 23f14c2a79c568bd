import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import * as contract from "#shared/contract/transfer.ts";
import type { Deps } from "../deps.ts";
import { createMount, type Mount } from "../platform/mount.ts";
import { beginImport } from "./begin-import.ts";
import { exportDebate } from "./export-debate.ts";
import { createImporter } from "./importer.ts";
import { uploadLimits } from "./upload.ts";
import { cancelImport, listImports, readImport } from "./watch-imports.ts";

/** Imports and exports. Only the one route that takes files knows multipart; every other one goes on refusing it. */
export async function transferRoutes(
  app: FastifyInstance,
  mount: Mount,
  deps: Deps,
): Promise<void> {
  const importer = createImporter(deps);
  app.addHook("onClose", () => importer.stop());
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: uploadLimits });
    createMount(scope, deps)(contract.beginImport, (call) => beginImport(deps, importer, call));
  });
  mount(contract.exportDebate, (call) => exportDebate(deps, call));
  mount(contract.listImports, (call) => listImports(deps, call));
  mount(contract.readImport, (call) => readImport(deps, call));
  mount(contract.cancelImport, (call) => cancelImport(deps, importer, call));
}
