import { type Kinds, kindsOf, panelProgram } from "./kinds.ts";
import { boundsOf, checkPool, type QuotaBound, type SortitionPool } from "./pool.ts";
import { type Column, type Program, type Row, type Solver, withModel } from "./solver.ts";

/** A bound that would have to give way, and how far. */
export interface Relaxed extends QuotaBound {
  readonly instead: number;
}

/** Whether there is a panel; and where there is none, why not and what would have to give way. */
export type Feasibility =
  | { readonly isFeasible: true; readonly fewestSeats: number; readonly mostSeats: number }
  | {
      readonly isFeasible: false;
      /** Bounds that nobody can meet together; without any one of them somebody could. */
      readonly conflict: readonly QuotaBound[];
      /** The bounds that give way, by as few seats in all as possible; none where people are lacking. */
      readonly relaxation: readonly Relaxed[];
      /** How many of the seats could be filled if there were no quotas. */
      readonly mostSeats: number;
    };

/**
 * Asks whether the quotas can be met with these people.
 * @throws RangeError for a pool that is none
 */
export function examine(pool: SortitionPool, solver: Solver): Feasibility {
  checkPool(pool);
  const kinds = kindsOf(pool);
  const program = panelProgram(pool, kinds, true);
  if (isFeasible(solver, program)) {
    const [fewest, most] = sizesOf(pool, kinds, solver);
    return { isFeasible: true, fewestSeats: fewest, mostSeats: most };
  }
  const mostSeats = mostWithoutQuotas(pool, kinds, solver);
  if (mostSeats < pool.seats) return { isFeasible: false, conflict: [], relaxation: [], mostSeats };
  const conflict = conflictOf(pool, program, solver);
  return {
    isFeasible: false,
    conflict,
    relaxation: relaxationOf(pool, program, solver),
    mostSeats,
  };
}

const isFeasible = (solver: Solver, program: Program): boolean =>
  withModel(solver, program, (model) => model.solve()) !== null;

/** The fewest and the most seats that the quotas allow. */
function sizesOf(pool: SortitionPool, kinds: Kinds, solver: Solver): [number, number] {
  const all = pool.people.length;
  const { columns, rows } = panelProgram({ ...pool, seats: all }, kinds, true);
  const free = rows.map((row, at) => (at === 0 ? { ...row, lower: 0 } : row));
  const extreme = (sign: number) => {
    const costed = columns.map((column) => ({ ...column, cost: sign }));
    const program = { columns: costed, rows: free, isWhole: true };
    return Math.round(
      sign * (withModel(solver, program, (model) => model.solve())?.objective ?? 0),
    );
  };
  return [extreme(-1), extreme(1)];
}

function mostWithoutQuotas(pool: SortitionPool, { kinds, homes }: Kinds, solver: Solver): number {
  const { columns, rows } = panelProgram({ ...pool, quotas: {} }, { kinds, homes }, true);
  const wanted = columns.map((column) => ({ ...column, cost: 1 }));
  const free = rows.map((row, at) => (at === 0 ? { ...row, lower: 0 } : row));
  const program = { columns: wanted, rows: free, isWhole: true };
  return Math.round(withModel(solver, program, (model) => model.solve())?.objective ?? 0);
}

/** The row of each bound: the seats' row comes first, then a row for each value. */
const rowOfBound = (at: number): number => 1 + Math.floor(at / 2);

/** Drops one bound after the other, and keeps those without which there would be a panel (a deletion filter). */
function conflictOf(pool: SortitionPool, program: Program, solver: Solver): QuotaBound[] {
  const bounds = boundsOf(pool);
  return withModel(solver, program, (model) => {
    const now = program.rows.map(({ lower, upper }) => ({ lower, upper }));
    const set = (at: number, bound: "min" | "max", seats: number) => {
      const row = now[at];
      if (!row) return;
      if (bound === "min") row.lower = seats;
      else row.upper = seats;
      model.setRow(at, row.lower, row.upper);
    };
    return bounds.filter(({ bound, seats }, at) => {
      set(rowOfBound(at), bound, bound === "min" ? 0 : pool.seats);
      if (model.solve() === null) return false;
      set(rowOfBound(at), bound, seats);
      return true;
    });
  });
}

/** Every bound may give way, and each seat by which one does costs one. */
function relaxationOf(pool: SortitionPool, program: Program, solver: Solver): Relaxed[] {
  const bounds = boundsOf(pool);
  const kinds = program.columns.length;
  const slacks: Column[] = bounds.map(() => ({ cost: -1, lower: 0, upper: pool.seats }));
  const rows: Row[] = program.rows.map((row, at) => {
    const own = bounds.flatMap(({ bound }, index) =>
      rowOfBound(index) === at
        ? [[kinds + index, bound === "min" ? 1 : -1] as [number, number]]
        : [],
    );
    return own.length === 0 ? row : { ...row, entries: [...row.entries, ...own] };
  });
  const relaxed = { columns: [...program.columns, ...slacks], rows, isWhole: true };
  const found = withModel(solver, relaxed, (model) => model.solve());
  return bounds.flatMap((bound, index) => {
    const by = Math.round(found?.columns[kinds + index] ?? 0);
    if (by === 0) return [];
    return [{ ...bound, instead: bound.bound === "min" ? bound.seats - by : bound.seats + by }];
  });
}
