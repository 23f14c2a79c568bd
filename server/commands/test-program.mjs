import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildChanged } from "./build.mjs";
import { ensureInstalled } from "./installed.mjs";
import { projectFolder, runCommand, runPackage } from "./step.mjs";
import { nothing, ofPlaywright, ofStep, ofVitest, plus, withExit } from "./test-counts.mjs";

/** @typedef {import("./test-counts.mjs").Counts} Counts */

// Named, because outside a git checkout the tools would walk into node_modules.
const folders = ["server", "client", "db", "shared", "e2e"];
const reports = path.join(projectFolder, "node_modules/.cache/folkmoot");
const playwrightConfig = "e2e/playwright.config.ts";

/** @typedef {readonly [name: string, run: () => Promise<Counts>]} Step */

/**
 * One group after the other; in a group the rows run beside each other, and what is in a row in turn.
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
const groups = [
  [
    [["unit and integration tests", runVitest]],
    // While tests wait for the database, the network or a clock.
    [
      ["format", check("oxfmt/bin/oxfmt", ["--check", ...folders])],
      [
        "lint and types",
        check("oxlint/bin/oxlint", [
          "--type-aware",
          "--type-check",
          ...folders,
          "vitest.config.ts",
        ]),
      ],
      ["borders", check("../server/commands/borders.mjs", [])],
    ],
  ],
  [
    [
      ["build", runBuild],
      ["end-to-end tests", runPlaywright],
    ],
  ],
];

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
function check(script, args) {
  return async () => ofStep(await runPackage(script, args));
}

async function runVitest() {
  const file = path.join(reports, "vitest.json");
  rmSync(file, { force: true });
  const code = await runPackage("vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return withExit(ofVitest(readReport(file)), code);
}

async function runBuild() {
  await buildChanged();
  return ofStep(0);
}

async function runPlaywright() {
  if (!existsSync(path.join(projectFolder, playwrightConfig))) {
    console.log(`${playwrightConfig} is not there: nothing to run.`);
    return nothing;
  }
  const file = path.join(reports, "playwright.json");
  rmSync(file, { force: true });
  const code = await runPackage(
    "@playwright/test/cli.js",
    ["test", "--config", playwrightConfig, "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  return withExit(ofPlaywright(readReport(file)), code);
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {readonly Step[]} steps */
async function inTurn(steps) {
  const told = [];
  for (const step of steps) told.push(await tell(step));
  return told;
}

/** @param {Step} step */
async function tell([name, run]) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const counts = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return ofStep(1);
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return { line: `${name}: ${inWords(counts)}, ${seconds} s`, counts };
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
  const more = skipped === 0 ? "" : `, ${skipped} skipped`;
  return `${passed} passed, ${failed} failed${more}`;
}

await runCommand(async () => {
  try {
    await ensureInstalled();
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
    return 1;
  }
  mkdirSync(reports, { recursive: true });
  const told = [];
  for (const rows of groups) told.push(...(await Promise.all(rows.map(inTurn))).flat());
  const total = told.reduce((sum, { counts }) => plus(sum, counts), nothing);
  const lines = told.map(({ line }) => line).join("\n");
  console.log(`\n${lines}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});
