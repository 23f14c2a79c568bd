import {
  mostMonths,
  type readAccountability as contract,
  type Waiting,
} from "#shared/contract/accountability.ts";
import type { ActionRole } from "#shared/contract/moderation.ts";
import {
  type ActCell,
  countIn,
  deeds,
  isAction,
  joined,
  outcomesIn,
} from "#shared/accountability/acts.ts";
import {
  beginningOf,
  monthAfter,
  monthOf,
  monthsBetween,
  monthsFrom,
} from "#shared/accountability/months.ts";
import { fewest } from "#shared/accountability/small-numbers.ts";
import type { Deps } from "../deps.ts";
import { namesModerators } from "../moderation/public.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { gapsBetween, viewTally } from "./shares.ts";
import {
  actsIn,
  followingEntries,
  ruleTitles,
  type Span,
  waitingByMonth,
  waitingIn,
  type WaitingRow,
} from "./store.ts";

interface Period {
  readonly from: string;
  readonly to: string;
}

const spanOf = ({ from, to }: Period): Span => {
  return { from: beginningOf(from), until: beginningOf(monthAfter(to, 1)) };
};

/** Which months are asked for; those that are turned around are the same. */
function periodOf(now: Date, { from, to }: { from?: string | undefined; to?: string | undefined }) {
  const last = to ?? monthOf(now.toISOString());
  const asked = [from ?? monthAfter(last, -11), last].toSorted();
  const [first = last, end = last] = asked;
  const most = monthAfter(end, 1 - mostMonths);
  return { from: first < most ? most : first, to: end };
}

function periodBefore({ from, to }: Period): Period {
  return { from: monthAfter(from, -monthsFrom(from, to)), to: monthAfter(from, -1) };
}

/** What was done in a time, with what became of it by now. */
async function cellsIn({ db }: Deps, communityId: string, span: Span): Promise<ActCell[]> {
  const outcomes = outcomesIn(await followingEntries(db, communityId, span.from));
  const rows = await actsIn(db, communityId, { ...span, apart: outcomes.actions });
  return joined(rows.map(({ action, ...row }) => ({ ...row, ...outcomes.of(action ?? "") })));
}

/** How long few had waited would tell when each of them was reported. */
const viewWaiting = ({ medianMinutes, ...row }: WaitingRow): Waiting => {
  return { ...row, medianMinutes: row.decided < fewest ? null : medianMinutes };
};

const nothing: WaitingRow = { decided: 0, medianMinutes: null, late: 0, lapsed: 0 };

/** Actions parted by something, those of which there are most first; each with how it differs from all others. */
function parted<K extends string | number | null>(
  cells: readonly ActCell[],
  keyOf: (cell: ActCell) => K,
) {
  const acted = cells.filter(isAction);
  const keys = [...new Set(acted.map(keyOf))];
  const parts = keys.map((key) => {
    const own = acted.filter((cell) => keyOf(cell) === key);
    const dismissed = cells.filter((cell) => cell.deed === "dismiss" && keyOf(cell) === key);
    const gaps = gapsBetween(
      own,
      acted.filter((cell) => keyOf(cell) !== key),
    );
    return { key, cells: own, tally: viewTally([...own, ...dismissed]), gaps };
  });
  return parts.toSorted((a, b) => b.tally.actions - a.tally.actions);
}

function byKind(cells: readonly ActCell[]) {
  return deeds.flatMap((kind) => {
    const own = cells.filter(({ deed }) => deed === kind);
    return own.length === 0 ? [] : [{ kind, count: countIn(own), tally: viewTally(own) }];
  });
}

async function byRule({ db }: Deps, communityId: string, cells: readonly ActCell[]) {
  const titles = await ruleTitles(db, communityId);
  return parted(cells, ({ rule }) => rule).map(({ key, tally, gaps }) => {
    const rule = key === null ? null : { number: key, title: titles.get(key) ?? "" };
    return { rule, tally, gaps };
  });
}

/** The ledger says in which office somebody acted; the last one stands here. */
const roleIn = (cells: readonly ActCell[]): ActionRole =>
  (cells.at(-1)?.role ?? "automatic") as ActionRole;

interface Named {
  readonly communityId: string;
  readonly isNamed: boolean;
}

async function byModerator(
  { db }: Deps,
  cells: readonly ActCell[],
  { communityId, isNamed }: Named,
) {
  const parts = parted(cells, ({ actor }) => actor);
  const ids = parts.flatMap(({ key }) => (key === null || !isNamed ? [] : [key]));
  const people = await namesOf(db, communityId, ids);
  return parts.map(({ key, cells: own, tally, gaps }) => {
    return { person: people.get(key ?? "") ?? null, role: roleIn(own), tally, gaps };
  });
}

const byRole = (cells: readonly ActCell[]) =>
  parted(cells, ({ role }) => role).map(({ key, tally, gaps }) => {
    return { role: key as ActionRole, tally, gaps };
  });

/** How moderators acted over some months, and as long before, by what the ledger says. */
export async function readAccountability(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, query } = call;
  const { db, clock } = deps;
  const { communityId } = params;
  const period = periodOf(clock(), query);
  const past = periodBefore(period);
  const whole = { from: spanOf(past).from, until: spanOf(period).until };
  const all = await cellsIn(deps, communityId, whole);
  const cells = all.filter(({ month }) => month >= period.from);
  const former = all.filter(({ month }) => month < period.from);
  const isNamed = await namesModerators(db, communityId);
  const waiting = await waitingByMonth(db, communityId, spanOf(period));
  return {
    ...period,
    namesModerators: isNamed,
    can: { changeNames: standing.role === "owner" },
    all: {
      tally: viewTally(cells),
      waiting: viewWaiting(await waitingIn(db, communityId, spanOf(period))),
    },
    before: {
      ...past,
      tally: viewTally(former),
      waiting: viewWaiting(await waitingIn(db, communityId, spanOf(past))),
      gaps: gapsBetween(cells, former),
    },
    months: monthsBetween(period.from, period.to).map((month) => ({
      month,
      tally: viewTally(cells.filter((cell) => cell.month === month)),
      waiting: viewWaiting(waiting.get(month) ?? nothing),
    })),
    kinds: byKind(cells),
    rules: await byRule(deps, communityId, cells),
    moderators: await byModerator(deps, cells, { communityId, isNamed }),
    roles: byRole(cells),
  };
}
