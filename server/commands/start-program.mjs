import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildChanged } from "./build.mjs";
import { ensureInstalled } from "./installed.mjs";
import { projectFolder, runCommand, runPackage, StepProblem } from "./step.mjs";

const built = (/** @type {string} */ name) =>
  pathToFileURL(path.join(projectFolder, "dist/server", name)).href;

/** Installs, builds and runs the program in this very process, which then gets the signals itself. */
async function start() {
  await ensureInstalled();
  await buildChanged();
  process.env["NODE_ENV"] ||= "production";
  process.setSourceMapsEnabled(true);
  await import(built("main.js"));
  return Number(process.exitCode ?? 0);
}

/** Follows the sources: the server starts again on a change, the client changes in place. */
async function watch() {
  await ensureInstalled();
  return runPackage(
    "tsx/dist/cli.mjs",
    ["watch", "--clear-screen=false", "server/main.ts", "--watch"],
    { NODE_ENV: "development" },
  );
}

async function help() {
  await ensureInstalled();
  await buildChanged();
  const { settingsHelp } = await import(built("env.js"));
  console.log(settingsHelp());
  return 0;
}

/** @type {Readonly<Record<string, () => Promise<number>>>} */
const choices = { "--watch": watch, "--help": help, "-h": help };

await runCommand(() => {
  const [argument, ...more] = process.argv.slice(2);
  if (argument === undefined) return start();
  const choice = choices[argument];
  if (choice !== undefined && more.length === 0) return choice();
  throw new StepProblem(
    `There is no choice "${[argument, ...more].join(" ")}": use --help, --watch or nothing; settings are environment variables.`,
  );
});
