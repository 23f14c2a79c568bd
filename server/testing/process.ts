import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "#db/free-port.ts";
import { projectFolder } from "#db/project-folder.ts";

/** The program as a process of its own, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  /** SIGKILL, and a fresh start on the same port; gives back how long people had to wait, in ms. */
  killAndRestart(): Promise<number>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

/** As `npm start` sets up Node. */
export const startFlags = ["--enable-source-maps"];

/** The program from its sources, or from the bundle that `npm start` runs. */
const programs = {
  sources: ["--import", "tsx", "server/main.ts"],
  bundle: ["dist/server/main.js"],
};

/** Starts the program on a free port with these settings. */
export async function startProcess(
  settings: Record<string, string>,
  from: keyof typeof programs = "sources",
): Promise<ServerProcess> {
  const port = await freePort();
  const start = () => spawnServer(programs[from], { ...settings, PORT: String(port) });
  let child = await start();
  return {
    url: `http://127.0.0.1:${port}`,
    async killAndRestart() {
      const before = performance.now();
      child.kill("SIGKILL");
      await once(child, "exit");
      child = await start();
      return performance.now() - before;
    },
    async stop() {
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}

async function spawnServer(
  program: readonly string[],
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...startFlags, ...program], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", DEMO: "false", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      told += chunk.toString();
      if (told.includes("Folkmoot is ready")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
  });
  return child;
}
