import type { Deps } from "../deps.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import { forgetWordsAbout } from "../platform/ledger-store.ts";
import type { Tx } from "../platform/transact.ts";
import { detachExample } from "../spam/public.ts";
import { dropKept, removedForGood } from "./finality-store.ts";
import { type ContentStateRow, lockSubject } from "./store.ts";
import { kinds } from "./subjects.ts";

/*
 * What a moderator removes is kept, out of everybody's sight but its author's and theirs, for as long as a ruling can
 * bring it back exactly. Once none can, nothing of it is left: not where it was kept, nor in the words of the public
 * record.
 */

type Removed = Pick<ContentStateRow, "communityId" | "subjectKind" | "subjectId">;

/** Forgets what was removed and can't come back any more, each by itself. */
export async function forgetRemoved(deps: Deps): Promise<void> {
  const all = (await removedForGood(deps.db)).map(
    ({ communityId, subjectKind, subjectId }): Removed => ({ communityId, subjectKind, subjectId }),
  );
  await eachByItself(deps.log, all, (row) => deps.transact(async (tx) => forget(tx, row)));
}

async function forget(tx: Tx, row: Removed): Promise<void> {
  const { communityId, subjectKind, subjectId: id } = row;
  const subject = { kind: subjectKind, id };
  await lockSubject(tx.db, subject);
  const [due] = await removedForGood(tx.db, { communityId, id });
  if (!due) return;
  await dropKept(tx.db, { communityId, id });
  await kinds[subjectKind].withholding?.forget?.(tx, { communityId, id });
  await forgetWordsAbout(tx.db, { communityId, subject: id });
  await detachExample(tx.db, { communityId, subjectId: id });
}
