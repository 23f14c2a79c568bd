import { z } from "zod";
import type {
  listTreasuryEntries as listContract,
  readTreasury as readContract,
  TreasuryFigures,
} from "#shared/contract/treasury.ts";
import type { Db } from "#db/client.ts";
import {
  balancesOf,
  type Funders,
  fundersOf,
  fundersSince,
  type Pace,
  paceOf,
  runwayOf,
  spentByLine,
  sumOfMoves,
} from "#shared/treasury/index.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { linesOf } from "./line-store.ts";
import { mayKeep } from "./policy.ts";
import { databaseNow } from "../platform/now-store.ts";
import { currenciesOf, entriesOf, movesOf, sumsOf } from "./store.ts";
import { entryView, lineView } from "./view.ts";

const Before = z.tuple([z.uuid()]);
/** Funders that are told of by name; the others stand in the figures. */
const mostNamed = 20;

/** What there is, where it comes from, what it is spent on, and how long it lasts. */
export async function readTreasury(
  { db }: Deps,
  { standing, params, query }: Call<typeof readContract>,
) {
  const { communityId } = params;
  const currencies = await currenciesOf(db, communityId);
  const currency = query.currency ?? currencies[0];
  const figures = currency === undefined ? null : await figuresOf(db, { communityId, currency });
  return { currencies, figures, can: { enter: mayKeep(standing) } };
}

async function figuresOf(
  db: Db,
  of: { readonly communityId: string; readonly currency: string },
): Promise<TreasuryFigures> {
  const now = (await databaseNow(db)).toISOString().slice(0, 7);
  const givenSince = `${fundersSince(now)}-01`;
  const moves = await movesOf(db, { ...of, givenSince });
  const balance = sumOfMoves(moves, "in") - sumOfMoves(moves, "out");
  const pace = paceOf(moves, now);
  const runway = pace && runwayOf(balance, pace);
  const funders = fundersOf(moves, now);
  const spent = spentByLine(moves);
  const lines = await linesOf(db, of);
  return {
    currency: of.currency,
    balance: Number(balance),
    waiting: await waitingIn(db, of),
    months: balancesOf(moves, now).map((month) => ({
      month: month.month,
      in: Number(month.in),
      out: Number(month.out),
      balance: Number(month.balance),
    })),
    funders: funders && fundersView(funders),
    pace: pace && paceView(pace),
    runway,
    lines: lines.map((line) => lineView(line, Number(spent.get(line.id) ?? 0n))),
  };
}

async function waitingIn(
  db: Db,
  of: { readonly communityId: string; readonly currency: string },
): Promise<TreasuryFigures["waiting"]> {
  const sums = await sumsOf(db, { ...of, state: "waiting" });
  const amountOf = (kind: "in" | "out") => sums.find((one) => one.kind === kind)?.amount ?? 0;
  const count = sums.reduce((all, { entries }) => all + entries, 0);
  return { count, in: amountOf("in"), out: amountOf("out") };
}

function fundersView({ list, total, gini, topShare, isOneOverHalf }: Funders) {
  const named = list.slice(0, mostNamed).map(({ name, amount }) => {
    return { name, amount: Number(amount) };
  });
  return { list: named, count: list.length, total: Number(total), gini, topShare, isOneOverHalf };
}

const paceView = ({ months, in: came, out, largest }: Pace) => {
  return { months, in: Number(came), out: Number(out), largest: Number(largest) };
};

/** Entries in whatever state, the last entered first. */
export async function listEntries(
  { db }: Deps,
  { standing, params, query }: Call<typeof listContract>,
) {
  const { after, limit, ...filter } = query;
  const wanted = { ...filter, communityId: params.communityId };
  const before = readCursor(Before, after)?.[0] ?? null;
  const rows = await entriesOf(db, wanted, { before, limit: limit + 1 });
  const sums = await sumsOf(db, { ...wanted, state: "confirmed" });
  return {
    ...toPage(rows, limit, {
      view: (row) => entryView(row, standing),
      place: ({ entry }) => [entry.id],
    }),
    sums: sums.map(({ currency, kind, amount }) => ({ currency, kind, amount })),
  };
}
