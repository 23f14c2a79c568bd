import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildChanged } from "./build.mjs";
import { ensureInstalled } from "./installed.mjs";
import { projectFolder, runCommand, runPackage, StepProblem } from "./step.mjs";

const built = (/** @type {string} */ name) =>
  pathToFileURL(path.join(projectFolder, "dist/server", name)).href;

/**
 * The shell and the npm that run this program, as far as the system tells.
 * @returns {string}
 */
function callers() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

/** npm's shell passes no signal on: when npm was ended, this program would stay behind. */
function endWithNpm() {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const before = callers();
  const watch = setInterval(() => {
    if (callers() === before) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}

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
  endWithNpm();
  const [argument, ...more] = process.argv.slice(2);
  if (argument === undefined) return start();
  const choice = choices[argument];
  if (choice !== undefined && more.length === 0) return choice();
  throw new StepProblem(
    `There is no choice "${[argument, ...more].join(" ")}": use --help, --watch or nothing; settings are environment variables.`,
  );
});
