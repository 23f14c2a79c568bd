import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import type * as Esbuild from "esbuild";
import { projectFolder } from "#db/project-folder.ts";

type ThreadOptions = Pick<WorkerOptions, "workerData" | "resourceLimits">;

/**
 * Starts a file of the server in a thread of its own, named as "<feature>/<file>". The bundle has a file for each (see
 * `threads` in `commands/build.mjs`); from the sources, each is bundled when it is first needed.
 */
export function startThread(name: `${string}/${string}`, options: ThreadOptions): Worker {
  const isBuilt = import.meta.url.endsWith(".js");
  const file = isBuilt ? path.join(projectFolder, `dist/server/${name}.js`) : bundled(name);
  return new Worker(file, { ...options, execArgv: [] });
}

/** What a thread answers that does one thing and ends. */
export function askThread<T>(name: `${string}/${string}`, workerData: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = startThread(name, { workerData });
    worker.once("message", (answer: T) => resolve(answer));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`the thread of ${name} ended early`)));
  });
}

const known = new Map<string, string>();

/** To read a thread's sources one by one would take seconds, each time that it starts. */
function bundled(name: string): string {
  const file = known.get(name) ?? bundle(name);
  known.set(name, file);
  return file;
}

function bundle(name: string): string {
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof Esbuild;
  const { outputFiles } = buildSync({
    absWorkingDir: projectFolder,
    entryPoints: [`server/${name}.ts`],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    write: false,
  });
  const file = path.join(projectFolder, "node_modules/.cache/folkmoot/threads", `${name}.mjs`);
  mkdirSync(path.dirname(file), { recursive: true });
  // Put in its place at once: another process may be reading the one that is there.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, outputFiles[0]?.contents ?? "");
  renameSync(draft, file);
  return file;
}
