import { z } from "zod";
import { formerMember } from "../communities/public.ts";
import type { Deps } from "../deps.ts";
import { forgetPeopleInNotices } from "../notifications/public.ts";
import { forgetInEvents, forgetInReplies } from "../platform/erasure-store.ts";
import { forgetWords } from "../platform/ledger-store.ts";
import { deleteProfiles } from "../profiles/public.ts";

export const Latecomers = z.object({
  communityIds: z.array(z.string()),
  participantIds: z.array(z.string()),
});

/**
 * Forgets people once more, a little after their account was deleted: requests of theirs that were under way at that
 * moment may have written under the name that they still had when these began.
 */
export async function forgetLatecomers(
  { transact }: Pick<Deps, "transact">,
  traces: z.infer<typeof Latecomers>,
): Promise<void> {
  const gone = { ...traces, inPlace: formerMember };
  await transact(async (tx) => {
    await forgetPeopleInNotices(tx.db, { ...gone, subjects: [] });
    await deleteProfiles(tx.db, gone);
    await forgetInEvents(tx.db, gone);
    await forgetInReplies(tx.db, gone);
    await forgetWords(tx.db, traces);
  });
}
