#!/usr/bin/env node
// npm run soak: the long proofs of durability and load. Names after it choose among them, as in vitest.
import { ensureInstalled } from "./installed.mjs";
import { runCommand, runPackage } from "./step.mjs";

await runCommand(async () => {
  await ensureInstalled();
  const args = ["run", "--project", "soak", "--passWithNoTests", ...process.argv.slice(2)];
  return runPackage("vitest/vitest.mjs", args, { SOAK: "1" });
});
