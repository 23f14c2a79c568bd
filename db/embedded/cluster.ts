import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort, isFree } from "../free-port.ts";
import { StartProblem } from "../start-problem.ts";
import type { Memory, Place } from "./place.ts";
import { isAlive, run } from "./run.ts";

export const ownerRole = "folkmoot_owner";
export const appRole = "folkmoot_app";
export const databaseName = "folkmoot";

/** What PostgreSQL is told at each start, so that old data folders follow new versions of this list. */
const steadySettings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "log_checkpoints=off",
  // The log must hold nobody's words and addresses: no statements, no values.
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
];
const fastSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Makes the files of a new PostgreSQL: whole, or not at all. */
export async function initialise(place: Place, memory: Memory): Promise<void> {
  if (existsSync(path.join(place.cluster, "PG_VERSION"))) return;
  const half = `${place.cluster}.half`;
  const passwordFile = `${place.cluster}.password`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, memory.ownerPassword, { mode: 0o600 });
  if (place.account !== undefined) {
    await chown(half, place.account.uid, place.account.gid);
    await chown(passwordFile, place.account.uid, place.account.gid);
  }
  const outcome = await run({
    file: place.binaries.initdb,
    args: [
      `--pgdata=${half}`,
      `--username=${ownerRole}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Sorting comes from PostgreSQL itself, so that an update of the system cannot break an index.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      `--locale=${process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8"}`,
    ],
    as: place.account,
  });
  await rm(passwordFile, { force: true });
  if (outcome.code !== 0) {
    await rm(half, { recursive: true, force: true });
    throw new StartProblem(
      `PostgreSQL could not make its files in ${place.cluster}: ${lastLine(outcome.output)}`,
    );
  }
  await rename(half, place.cluster);
}

function lastLine(text: string): string {
  const telling = text.split("\n").filter((line) => /error|fatal|could not/i.test(line));
  return (telling.at(-1) ?? text.split("\n").at(-1) ?? "").trim();
}

export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** The PostgreSQL that serves these files now, if one does: as its own notes and the system say. */
export function runningServer(cluster: string): Running | undefined {
  const notes = readNotes(cluster);
  if (notes === undefined || !isAlive(notes.pid) || !isServing(notes, cluster)) return undefined;
  return notes;
}

interface Notes extends Running {
  readonly folder: string;
}

function readNotes(cluster: string): Notes | undefined {
  try {
    const lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, folder, , port] = lines;
    if (pid === undefined || folder === undefined || !/^\d+$/.test(port ?? "")) return undefined;
    return { pid: Number(pid), port: Number(port), folder };
  } catch {
    return undefined;
  }
}

/**
 * The number in a pid file may since belong to another program, and a copied folder names the original's server:
 * the folder in which the process works decides.
 */
function isServing(notes: Notes, cluster: string): boolean {
  const here = realpathSync(cluster);
  try {
    return readlinkSync(`/proc/${notes.pid}/cwd`) === here;
  } catch {
    return process.platform !== "linux" && path.resolve(notes.folder) === here;
  }
}

export interface StartChoices {
  /** Trades durability for speed: for tests only. */
  readonly isFast: boolean;
  /** The only port that will do, once addresses have been given out. */
  readonly port?: number | undefined;
}

const patience = 120_000;

/** Starts PostgreSQL on these files, or finds it running; back once it lets the owner in. */
export async function ensureRunning(
  place: Place,
  memory: Memory,
  choices: StartChoices,
): Promise<{ port: number; wasRunning: boolean }> {
  const deadline = Date.now() + patience;
  let wanted = choices.port ?? memory.port ?? (await freePort());
  let attempts = 0;
  while (Date.now() < deadline) {
    const running = runningServer(place.cluster);
    if (running === undefined) {
      if (attempts > 2 && !mayPass(await lastFailure(place))) break;
      attempts += 1;
      if (choices.port === undefined && !(await isFree(wanted))) wanted = await freePort();
      await start(place, wanted, choices.isFast);
    } else if (await letsIn({ ...running, password: memory.ownerPassword })) {
      return { port: running.port, wasRunning: attempts === 0 };
    }
    await wait(50);
  }
  throw new StartProblem(
    `PostgreSQL does not start on ${place.cluster}: ${await lastFailure(place)} (more in ${logOf(place)})`,
  );
}

/** What a crash left behind ends by itself: the killed server's other processes, and its port. */
function mayPass(failure: string): boolean {
  return /shared memory|lock file|in use/i.test(failure);
}

function logOf(place: Place): string {
  return path.join(place.cluster, "server.log");
}

async function lastFailure(place: Place): Promise<string> {
  return lastLine(await readFile(logOf(place), "utf8").catch(() => ""));
}

async function start(place: Place, port: number, isFast: boolean): Promise<void> {
  await removeForeignPidFile(place.cluster);
  await forgetLongLog(logOf(place));
  const settings = [...steadySettings, ...(isFast ? fastSettings : []), `port=${port}`];
  await run(
    {
      file: place.binaries.pgCtl,
      args: [
        "start",
        "--wait",
        "--timeout=30",
        `--pgdata=${place.cluster}`,
        `--log=${logOf(place)}`,
        `--options=${settings.map((each) => `-c ${each}`).join(" ")}`,
      ],
      as: place.account,
    },
    "silent",
  );
}

/** PostgreSQL respects a pid file whose number lives, even when that is another program by now. */
async function removeForeignPidFile(cluster: string): Promise<void> {
  if (runningServer(cluster) !== undefined) return;
  await rm(path.join(cluster, "postmaster.pid"), { force: true });
}

async function forgetLongLog(log: string): Promise<void> {
  const text = await readFile(log, "utf8").catch(() => "");
  if (text.length > 5_000_000) await rm(log);
}

async function letsIn(at: Running & { password: string }): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port: at.port,
    user: ownerRole,
    password: at.password,
    database: "postgres",
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "28P01") {
      throw new StartProblem(
        "The embedded PostgreSQL refuses the remembered password: restore database.json of the data folder from a backup.",
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Ends PostgreSQL: connections are cut, everything committed is on disk. */
export async function stopServer(place: Place): Promise<void> {
  if (runningServer(place.cluster) === undefined) return;
  await run({
    file: place.binaries.pgCtl,
    args: ["stop", "--mode=fast", "--wait", "--timeout=20", `--pgdata=${place.cluster}`],
    as: place.account,
  });
}
