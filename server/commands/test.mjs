#!/usr/bin/env node
// npm test: every check and every test. The last line is "N passed, N failed".
import { refusalOfNode } from "./node-version.mjs";

const refusal = refusalOfNode(process.versions.node);
if (refusal === undefined) {
  // Loaded only now: an old Node could not even read it.
  await import("./test-program.mjs");
} else {
  console.log(`${refusal}\n0 passed, 1 failed`);
  process.exitCode = 1;
}
