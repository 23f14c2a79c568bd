import { readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder, refuseUnwritable, runStep, StepProblem, timed } from "./step.mjs";

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * @param {string} name relative to the program's folder
 * @returns {Lock | undefined}
 */
function readLock(name) {
  try {
    return JSON.parse(readFileSync(path.join(projectFolder, name), "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Whether what is installed is what package-lock.json names. npm writes its own list last, so that an installation
 * that was broken off counts as none.
 */
export function isInstalled() {
  const wanted = readLock("package-lock.json");
  const present = readLock("node_modules/.package-lock.json");
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted.packages).every(([place, { version, optional, link }]) => {
    if (place === "" || optional === true || link === true) return true;
    return present.packages[place]?.version === version;
  });
}

/** Installs the packages where they are missing or others than package-lock.json names. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  refuseUnwritable();
  const code = await timed("Installing packages (once, about a minute)", () => {
    const npm = process.env["npm_execpath"];
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    return npm?.endsWith(".js")
      ? runStep(process.execPath, [npm, ...args])
      : runStep(process.platform === "win32" ? "npm.cmd" : "npm", args);
  });
  if (code === 130) process.exit(code);
  if (code !== 0) {
    throw new StepProblem(
      "The packages could not be installed (npm says why above): make sure that the package registry can be reached, and try again.",
    );
  }
}
