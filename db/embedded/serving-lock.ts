import { constants, readFileSync } from "node:fs";
import { copyFile, link, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beganAt, isAlive } from "./run.ts";

interface Holder {
  readonly pid: number;
  readonly began?: string | undefined;
}

/** Whoever holds it may start and stop PostgreSQL. A holder that died without a word holds nothing. */
export interface ServingLock {
  release(): Promise<void>;
}

/**
 * Takes the lock beside PostgreSQL's files, or names the living process that has it, after waiting for the holder that
 * may be about to end.
 */
export async function takeServingLock(
  cluster: string,
  patienceMs: number,
): Promise<ServingLock | Holder> {
  const deadline = Date.now() + patienceMs;
  const file = path.join(path.dirname(cluster), "serving.json");
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid) };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    for (;;) {
      if (await claim(draft, file)) return { release: () => release(file) };
      const holder = readHolder(file);
      if (holder === undefined || !isStill(holder)) await removeStale(file, draft);
      else if (Date.now() > deadline) return holder;
      else await wait(100);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link appears with its whole content or not at all, and never replaces another. Not every file system has them. */
async function claim(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) === "EEXIST") throw error;
      return copyFile(draft, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

async function release(file: string): Promise<void> {
  if (readHolder(file)?.pid === process.pid) await rm(file, { force: true });
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isStill(holder: Holder): boolean {
  return isAlive(holder.pid) && beganAt(holder.pid) === holder.began;
}

/** Two processes may find the same dead holder; what one takes away must not be the other's fresh lock. */
async function removeStale(file: string, draft: string): Promise<void> {
  const aside = `${draft}.stale`;
  const isMoved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  const taken = readHolder(aside);
  if (taken !== undefined && isStill(taken)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
