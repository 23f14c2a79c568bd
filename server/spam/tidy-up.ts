import { mostRepeatHours } from "#shared/contract/spam.ts";
import type { Deps } from "../deps.ts";
import { forgetSketches } from "./store.ts";

/** Forgets the sketches of texts with which no other is compared any more. */
export async function tidyUpSpam({ db, clock }: Deps): Promise<void> {
  await forgetSketches(db, new Date(clock().getTime() - mostRepeatHours * 3_600_000));
}
