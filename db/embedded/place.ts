import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import { StartProblem } from "../start-problem.ts";
import { type Binaries, canRun, copyBinaries, locateBinaries } from "./binaries.ts";
import { canReach, commonFolder } from "./reach.ts";
import { type Account, nobody } from "./run.ts";

/** What must be remembered between two starts. Kept in a file that only its owner can read. */
export interface Memory {
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly port: number | undefined;
  /** Folder of PostgreSQL's files, relative to the data folder where it lies in there. */
  readonly cluster: string;
}

/** Where PostgreSQL runs, and as whom. */
export interface Place {
  readonly dataFolder: string;
  readonly cluster: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  /** Said to the person who started the program, because it is not what he would expect. */
  readonly notes: readonly string[];
}

/** Finds or makes the place of the database that belongs to a data folder. */
export async function preparePlace(dataFolder: string): Promise<{ place: Place; memory: Memory }> {
  await makeDataFolder(dataFolder);
  const remembered = await readMemory(dataFolder);
  const binaries = await locateBinaries();
  if (process.getuid?.() !== 0) {
    const memory = remembered ?? (await remember(dataFolder, newMemory("postgres")));
    const cluster = path.resolve(dataFolder, memory.cluster);
    await refuseForeign(cluster);
    return { place: { dataFolder, cluster, account: undefined, binaries, notes: [] }, memory };
  }
  const memory = remembered ?? (await remember(dataFolder, await chooseAsRoot(dataFolder)));
  const cluster = path.resolve(dataFolder, memory.cluster);
  const account = (await ownerOf(cluster)) ?? nobody;
  const canRunHere = await canRun(binaries, account);
  const notes: string[] = [];
  if (path.isAbsolute(memory.cluster)) {
    notes.push(
      `PostgreSQL does not run as root, and no other account can reach ${dataFolder}: the data is kept in ${path.dirname(cluster)}.`,
    );
  }
  const runnable = canRunHere ? binaries : await copyBinaries(binaries, await commonFolder());
  return { place: { dataFolder, cluster, account, binaries: runnable, notes }, memory };
}

async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    const made = await mkdir(dataFolder, { recursive: true });
    // Root's database belongs to another account, which must be able to pass through; secrets have modes of their own.
    if (made !== undefined) await chmod(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
    const probe = path.join(dataFolder, `.probe-${process.pid}`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const cause = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new StartProblem(
      `The data folder ${dataFolder} cannot be written by ${userInfo().username} (${cause}): give that user the right to, or set DATA_FOLDER to another folder.`,
    );
  }
}

function memoryFile(dataFolder: string): string {
  return path.join(dataFolder, "database.json");
}

async function readMemory(dataFolder: string): Promise<Memory | undefined> {
  const file = memoryFile(dataFolder);
  try {
    return JSON.parse(await readFile(file, "utf8")) as Memory;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new StartProblem(
      `${file} cannot be read, and with it the database's passwords: start as the user whom it belongs to, or restore it from a backup.`,
    );
  }
}

/** Writes what must be remembered, whole or not at all. */
export async function remember(dataFolder: string, memory: Memory): Promise<Memory> {
  const file = memoryFile(dataFolder);
  const fresh = `${file}.${process.pid}`;
  const before = await stat(file).catch(() => undefined);
  await writeFile(fresh, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600, flush: true });
  // Root may start what an ordinary user made: it stays that user's.
  if (before !== undefined && process.getuid?.() === 0) await chown(fresh, before.uid, before.gid);
  await rename(fresh, file);
  return memory;
}

function newMemory(cluster: string): Memory {
  const password = (): string => randomBytes(24).toString("base64url");
  return { ownerPassword: password(), appPassword: password(), port: undefined, cluster };
}

/** In the data folder where the unprivileged account gets there, else in a folder of the machine. */
async function chooseAsRoot(dataFolder: string): Promise<Memory> {
  if (await canReach(dataFolder, nobody)) return newMemory("postgres");
  const checkout = path.basename(path.dirname(dataFolder)) || "data";
  const name = `${checkout}-${randomBytes(3).toString("hex")}`;
  const folder = path.join(await commonFolder(), name);
  await mkdir(folder, { mode: 0o711 });
  return newMemory(path.join(folder, "postgres"));
}

async function ownerOf(cluster: string): Promise<Account | undefined> {
  const facts = await stat(cluster).catch(() => undefined);
  return facts === undefined || facts.uid === 0 ? undefined : { uid: facts.uid, gid: facts.gid };
}

async function refuseForeign(cluster: string): Promise<void> {
  const owner = await ownerOf(cluster);
  const mine = process.getuid?.();
  if (owner === undefined || mine === undefined || owner.uid === mine) return;
  throw new StartProblem(
    `The database in ${cluster} belongs to another user (number ${owner.uid}): start as the user who made it, or set DATA_FOLDER to another folder.`,
  );
}
