#!/usr/bin/env node
// Runs a command of this folder as the program runs: from its bundle, which is built when its sources changed.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildChanged } from "./build.mjs";
import { ensureInstalled } from "./installed.mjs";
import { refusalOfNode } from "./node-version.mjs";
import { projectFolder, runCommand, StepProblem } from "./step.mjs";

await runCommand(async () => {
  const refusal = refusalOfNode(process.versions.node);
  if (refusal !== undefined) throw new StepProblem(refusal);
  const [name = "", ...args] = process.argv.slice(2);
  await ensureInstalled();
  await buildChanged(["server"]);
  const bundle = path.join(projectFolder, "dist/server/commands", `${name}.js`);
  process.env["NODE_ENV"] ||= "production";
  process.argv = [process.execPath, bundle, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
  return Number(process.exitCode ?? 0);
});
