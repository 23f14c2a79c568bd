import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { SeenLedger } from "#shared/ledger/faults.ts";
import { writeWhole } from "../platform/whole-file.ts";
import { Problem } from "./published.ts";

const State = z.object({
  origin: z.string().min(1),
  size: z.int().min(0),
  root: z.string().min(1),
  verifierKey: z.string().min(1),
});

/** What was seen last; undefined before anything was. */
export async function readState(file: string): Promise<SeenLedger | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return State.parse(JSON.parse(text));
  } catch {
    // Beginning anew would forgive whatever happened meanwhile.
    throw new Problem(`${file} is no state that this command wrote; nothing was checked.`);
  }
}

export const writeState = (file: string, state: SeenLedger): Promise<void> =>
  writeWhole(file, `${JSON.stringify(state, null, 2)}\n`);
