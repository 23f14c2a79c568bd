import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Key = z.string().trim().min(32);
const isTaken = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

/** A secret of this installation's own, beside its database: made at the first start, read at the others. */
export async function ownKey(dataFolder: string, name = "secret-key"): Promise<string> {
  const file = path.join(dataFolder, name);
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dataFolder, { recursive: true });
  await writeFile(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  // Whole or not at all, and only where there is none yet: whoever comes second reads the first one's.
  await link(draft, file).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
  });
  await rm(draft);
  return Key.parse(await readFile(file, "utf8"));
}

const formerName = "signing-key.former";

/** What signed before the key of this installation was changed, if it was. */
export async function formerKey(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(path.join(dataFolder, formerName), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Key.parse(text);
}

/**
 * Puts the signing key aside, so that the next start makes a new one.
 * @returns false where there is none
 */
export async function putKeyAside(dataFolder: string): Promise<boolean> {
  const file = path.join(dataFolder, "signing-key");
  try {
    await rename(file, path.join(dataFolder, formerName));
    return true;
  } catch {
    return false;
  }
}
