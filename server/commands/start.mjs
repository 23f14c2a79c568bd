#!/usr/bin/env node
// npm start: everything from a fresh clone to a running program. See the end of start-program.mjs for the choices.
import { refusalOfNode } from "./node-version.mjs";

const refusal = refusalOfNode(process.versions.node);
if (refusal === undefined) {
  // Loaded only now: an old Node could not even read it.
  await import("./start-program.mjs");
} else {
  console.error(refusal);
  process.exitCode = 1;
}
