import type { Db } from "#db/client.ts";
import { amountText } from "#shared/holdings/amount.ts";
import { because, refuseFaults } from "../platform/problem.ts";
import type { TableRow } from "./read-table.ts";
import { type Said, standingOn } from "./store.ts";

/** As many of them are told of at once. */
const mostTold = 100;

/** What an entry says, however it is written large or small. */
const saying = ({ day, kind, amount, party, what }: Said): string =>
  [day, kind, amount, party.toLowerCase(), what.toLowerCase()].join("\n");

/**
 * Refuses a table of which rows say the same as entries that are there and count, or wait for it: most likely it was
 * sent before. The treasury is held, so that two of the same can't pass each other.
 */
export async function refuseSame(
  db: Db,
  of: { readonly communityId: string; readonly currency: string },
  rows: readonly TableRow[],
): Promise<void> {
  const days = [...new Set(rows.map(({ day }) => day))];
  const there = new Set((await standingOn(db, { ...of, days })).map(saying));
  const same = rows.filter((row) => there.has(saying(row)));
  if (same.length === 0) return;
  refuseFaults(
    "treasury-entered-already",
    same.slice(0, mostTold).map(({ at, day, amount, party, what }) => ({
      pointer: "#/body/csv",
      ...because("treasury-table-same", {
        line: at,
        day,
        amount: amountText(BigInt(amount), 2),
        party,
        what,
      }),
    })),
  );
}
