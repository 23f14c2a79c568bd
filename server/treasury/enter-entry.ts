import { type enterTreasuryEntry as contract, treasuryLimits } from "#shared/contract/treasury.ts";
import { findCommitment } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { faultOfDay } from "./days.ts";
import { linesOf } from "./line-store.ts";
import { enterAll } from "./save-entries.ts";
import { databaseNow } from "../platform/now-store.ts";
import { findListed } from "./store.ts";
import { entryView } from "./view.ts";

type Body = Call<typeof contract>["body"];

/** Enters what came in or went out. */
export async function enterEntry(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { communityId } = standing;
  return deps.transact(async (tx) => {
    await check(tx, communityId, body);
    const { document, ...entry } = body;
    const row = {
      ...entry,
      documentTitle: document?.title ?? null,
      documentUrl: document?.url ?? null,
      documentHash: document?.sha256 ?? null,
      reversesId: null,
    };
    const [entryId = ""] = await enterAll(deps, tx, { standing, entries: [row] });
    const listed = await findListed(tx.db, { communityId, entryId });
    if (!listed) throw new Error("what was entered is there");
    return entryView(listed, standing);
  }, once);
}

async function check({ db }: Tx, communityId: string, body: Body): Promise<void> {
  const { kind, currency, day, lineId, commitmentId, document } = body;
  checkDay(day, await databaseNow(db));
  const refuse = (field: string, why: Parameters<typeof because>[0]) =>
    refuseField("invalid-request", field, because(why));
  if (document !== null && document.url === null && document.sha256 === null) {
    refuse("document", "treasury-document");
  }
  if (lineId !== null) {
    if (kind === "in") refuse("lineId", "treasury-line-in");
    const lines = await linesOf(db, { communityId, currency });
    if (lines.every(({ id }) => id !== lineId)) refuse("lineId", "treasury-no-line");
  }
  if (commitmentId !== null) {
    if (kind === "in") refuse("commitmentId", "treasury-line-in");
    const found = await findCommitment(db, { communityId, commitmentId });
    if (!found) refuse("commitmentId", "treasury-no-commitment");
  }
}

/** Lets on a day that has come, and is not too long ago. */
export function checkDay(wanted: string, now: Date): void {
  const fault = faultOfDay(wanted, now);
  if (fault === "to-come") {
    refuseField("invalid-request", "day", because("treasury-day-to-come"));
  }
  const { firstDay: first } = treasuryLimits;
  if (fault === "early") {
    refuseField("invalid-request", "day", because("treasury-day-early", { first }));
  }
}
