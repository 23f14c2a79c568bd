import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The system user that PostgreSQL runs as; undefined is the user of this process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; this account owns nothing else, and exists without being made. */
export const nobody: Account =
  process.platform === "darwin" ? { uid: -2, gid: -2 } : { uid: 65_534, gid: 65_534 };

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly as: Account | undefined;
}

/** Runs a program to its end as the given account. PostgreSQL's server, which stays, inherits no pipe. */
export function run(
  { file, args, as }: Command,
  stdio: "told" | "silent" = "told",
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...as,
      cwd: "/",
      // The messages are read by this program and by people who report a fault: always the same language.
      env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", PGDATA: "" },
      stdio: stdio === "told" ? ["ignore", "pipe", "pipe"] : "ignore",
      windowsHide: true,
    });
    let output = "";
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** Whether a process lives. One that ended but was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM" && !isZombie(pid);
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === "Z";
}

/**
 * Tells two processes apart that had the same number one after the other: when it began, in ticks since the machine
 * started. Undefined where the system does not say.
 */
export function beganAt(pid: number): string | undefined {
  return statFields(pid)?.[19];
}

/** The fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
