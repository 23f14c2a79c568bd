import type { reverseTreasuryEntry as contract } from "#shared/contract/treasury.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { checkDay } from "./enter-entry.ts";
import { canReverse } from "./policy.ts";
import { enterAll, plain } from "./save-entries.ts";
import { databaseNow } from "../platform/now-store.ts";
import { findListed, lockEntries } from "./store.ts";
import { entryView } from "./view.ts";

/** Takes back what counts by an entry of the same below zero, which waits for a second person as any other. */
export async function reverseEntry(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const { communityId } = standing;
  return deps.transact(async (tx) => {
    await lockEntries(tx.db, communityId, [params.entryId]);
    const found = await findListed(tx.db, params);
    if (!found) throw new Refusal("not-found");
    const { entry, reversedBy } = found;
    if (entry.settledAs !== "confirmed") {
      throw new Refusal("treasury-forbids", because("treasury-not-confirmed"));
    }
    if (!canReverse(standing, entry, reversedBy)) {
      throw new Refusal("treasury-forbids", because("treasury-reversed"));
    }
    checkDay(body.day, await databaseNow(tx.db));
    if (body.day < entry.day) {
      refuseField("invalid-request", "day", because("treasury-before-entry"));
    }
    const { kind, amount, currency, party, lineId, commitmentId, id: reversesId } = entry;
    const reversal = {
      ...plain,
      kind,
      currency,
      party,
      lineId,
      commitmentId,
      reversesId,
      amount: -amount,
      day: body.day,
      what: body.reason,
    };
    const [entryId = ""] = await enterAll(deps, tx, { standing, entries: [reversal] });
    const listed = await findListed(tx.db, { communityId, entryId });
    if (!listed) throw new Error("what was entered is there");
    return entryView(listed, standing);
  }, once);
}
