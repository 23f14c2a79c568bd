import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { projectFolder } from "#db/project-folder.ts";

const sources = ["server", "client", "db", "shared", "package.json", "package-lock.json"];

/** A fresh copy of the program in a folder of its own, with the packages of this one. */
export interface Copy {
  readonly folder: string;
  /** Runs `npm start` there, without npm. */
  start(env?: Record<string, string>, ...args: string[]): Program;
  /** Runs `npm start` there, with npm. */
  npmStart(): Program;
  /** The process of its PostgreSQL, as its files tell. */
  postgresPid(): number;
  remove(): void;
}

/** A started program: what it said, when it is ready, how it ended. */
export interface Program {
  readonly child: ChildProcess;
  output(): string;
  errors(): string;
  /** The address that it serves; fails with what was said when it ends before. */
  ready(): Promise<string>;
  ended(): Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export function makeCopy(): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-copy-"));
  chmodSync(folder, 0o755);
  for (const name of sources) {
    cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(projectFolder, "node_modules"), path.join(folder, "node_modules"));
  const started: Program[] = [];
  const keep = (program: Program): Program => {
    started.push(program);
    return program;
  };
  return {
    folder,
    start(env = {}, ...args) {
      const command = [process.execPath, "server/commands/start.mjs", ...args];
      return keep(startProgram(folder, command, env));
    },
    npmStart: () => keep(startProgram(folder, ["npm", "start"])),
    postgresPid() {
      const notes = path.join(folder, ".folkmoot/postgres/postmaster.pid");
      return Number(readFileSync(notes, "utf8").split("\n")[0]);
    },
    remove() {
      for (const { child } of started) child.kill("SIGKILL");
      // A PostgreSQL whose files are gone ends by itself.
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startProgram(
  folder: string,
  [file = "", ...args]: readonly string[],
  env: Record<string, string> = {},
): Program {
  const settings = { PORT: "0", DEMO: "false", LOG_LEVEL: "warn", NODE_ENV: "production", ...env };
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...withoutOurs(process.env), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  let isOver = false;
  void ended.then(() => (isOver = true));
  return {
    child,
    output: () => output,
    errors: () => errors,
    ended: () => ended,
    async ready() {
      for (;;) {
        const address = /Folkmoot is ready: (http:\/\/\S+)/.exec(output)?.[1];
        if (address !== undefined) return address;
        if (isOver) throw new Error(`It ended before it was ready:\n${output}${errors}`);
        await wait(20);
      }
    },
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** What vitest sets for itself must not decide how the program runs. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(npm_|VITEST|TEST$|VITE_|DEV$|PROD$|MODE$|BASE_URL$|SSR$|NODE_ENV$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
