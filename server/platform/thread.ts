import path from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { projectFolder } from "#db/project-folder.ts";

type ThreadOptions = Pick<WorkerOptions, "workerData" | "resourceLimits">;

/**
 * Starts a file of the server in a thread of its own, named as "<feature>/<file>". The bundle has a file for each (see
 * `threads` in `commands/build.mjs`); from the sources, what runs them has to be asked first.
 */
export function startThread(name: `${string}/${string}`, options: ThreadOptions): Worker {
  const started = { ...options, execArgv: [] };
  if (import.meta.url.endsWith(".js")) {
    return new Worker(path.join(projectFolder, `dist/server/${name}.js`), started);
  }
  const source = JSON.stringify(new URL(`../${name}.ts`, import.meta.url).href);
  const begin = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(begin, { ...started, eval: true });
}
