import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const projectFolder = path.resolve(fileURLToPath(new URL(".", import.meta.url)), "../..");

/** A problem that the person in front of the terminal can put right, told in one sentence. */
export class StepProblem extends Error {}

/**
 * Runs a program with the terminal as its own, and passes signals on to it.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} the exit code
 */
export function runStep(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: projectFolder,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void child.kill(signal);
    const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
    for (const signal of signals) process.on(signal, pass);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(signal === null ? (code ?? 1) : 130);
    });
  });
}

/**
 * Runs a program of an installed package.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function runPackage(script, args, env) {
  const file = path.join(projectFolder, "node_modules", script);
  return runStep(process.execPath, [file, ...args], env);
}

/** Before anything is written into the program's folder. */
export function refuseUnwritable() {
  try {
    accessSync(projectFolder, constants.W_OK);
  } catch {
    throw new StepProblem(
      `The folder ${projectFolder} cannot be written by ${userInfo().username}: give that user the right to, or use a copy of its own.`,
    );
  }
}

/**
 * Tells how a step went that takes a while.
 * @template Result
 * @param {string} what
 * @param {() => Promise<Result>} work
 */
export async function timed(what, work) {
  const began = performance.now();
  console.log(`${what} ...`);
  const result = await work();
  console.log(`${what}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a command to its end; problems are told in one sentence.
 * @param {() => Promise<number>} command gives the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof StepProblem ? error.message : error);
    process.exitCode = 1;
  }
}
