import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
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
