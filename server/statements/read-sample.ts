import { fewestAnswers, type readSample as contract } from "#shared/contract/samples.ts";
import { phasesToRespond } from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { mostAnswered } from "./sample-store.ts";

/**
 * What a stranger is asked on the first page. Its counts are open to everybody, of this one statement alone: the page
 * shows them once somebody has said what they think.
 */
export async function readSample({ db }: Deps, { query }: Call<typeof contract>) {
  const { language } = query;
  const sample = await mostAnswered(db, { language, phases: phasesToRespond, fewestAnswers });
  return { sample: sample ?? null };
}
