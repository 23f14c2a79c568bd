import { z } from "zod";
import { charterChanged } from "#shared/contract/communities.ts";
import { Id } from "#shared/contract/ids.ts";
import type { Deps } from "../deps.ts";

export const announceJob = "announce-charter";
export const CharterInForce = z.object({ communityId: Id, number: z.int() });

/** A version needs nobody to come into force: the clock does that. Who looks at the page is told. */
export async function announceCharter(
  { transact }: Deps,
  { communityId, number }: z.infer<typeof CharterInForce>,
): Promise<void> {
  await transact((tx) => tx.record(charterChanged, { communityId, number }));
}
