import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { writeWhole } from "../platform/whole-file.ts";

/**
 * What this server signed last, beside the database: an older copy of the tables does not bring it back, so that a
 * history which is shorter or another one is noticed.
 */
export interface Memory {
  /** The newest checkpoint that was signed, as it was signed. */
  read(communityId: string): Promise<string | undefined>;
  keep(communityId: string, note: string): Promise<void>;
  forget(communityId: string): Promise<void>;
  /** Whether somebody has said that an older copy was restored. */
  isRestoreAnnounced(): Promise<boolean>;
  settleRestore(): Promise<void>;
}

const announcement = "restored";

/** @param folder where it is kept; in this process alone where there is none */
export function createMemory(folder: string | undefined): Memory {
  const notes = new Map<string, string>();
  const inFolder = (name: string) => (folder === undefined ? undefined : path.join(folder, name));
  return {
    async read(communityId) {
      const file = inFolder(communityId);
      const note = notes.get(communityId) ?? (file && (await textOf(file)));
      if (note !== undefined) notes.set(communityId, note);
      return note;
    },
    async keep(communityId, note) {
      notes.set(communityId, note);
      const file = inFolder(communityId);
      if (file) await keepWhole(file, note);
    },
    async forget(communityId) {
      notes.delete(communityId);
      const file = inFolder(communityId);
      if (file) await rm(file, { force: true });
    },
    async isRestoreAnnounced() {
      const file = inFolder(announcement);
      return file !== undefined && (await textOf(file)) !== undefined;
    },
    async settleRestore() {
      const file = inFolder(announcement);
      if (file) await rm(file, { force: true });
    },
  };
}

/** Says that an older copy of the database was restored on purpose; the server enters it in every ledger it shortens. */
export async function announceRestore(folder: string): Promise<void> {
  await keepWhole(path.join(folder, announcement), `${new Date().toISOString()}\n`);
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function keepWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeWhole(file, text);
}
