/** What a variable may be, and what one of it is worth. */
export interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
}

/** A sum of variables with coefficients, and what it must lie between. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
  /** Column and coefficient. */
  readonly entries: readonly (readonly [number, number])[];
}

/** A linear program that is to be maximised; in whole numbers where `isWhole`. */
export interface Program {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
}

export interface Solution {
  readonly objective: number;
  readonly columns: ArrayLike<number>;
  /** How much the objective rises with each row's bound; nothing of the kind for whole numbers. */
  readonly duals: ArrayLike<number>;
  /** How much the objective would rise with each column; nothing of the kind for whole numbers. */
  readonly reducedCosts: ArrayLike<number>;
}

/** A program that is kept, changed and solved again. */
export interface Model {
  setCosts(costs: readonly number[]): void;
  setBounds(column: number, lower: number, upper: number): void;
  setRow(row: number, lower: number, upper: number): void;
  setEntry(row: number, column: number, value: number): void;
  addColumn(column: Column, entries: readonly (readonly [number, number])[]): void;
  /** null where nothing meets all rows */
  solve(): Solution | null;
  /** Gives its memory back; it can't be used any more. */
  close(): void;
}

/** Solves linear programs, to the optimum, and the same program always in the same way. */
export interface Solver {
  open(program: Program): Model;
}

/** Opens a program for as long as `work` runs. */
export function withModel<T>(solver: Solver, program: Program, work: (model: Model) => T): T {
  const model = solver.open(program);
  try {
    return work(model);
  } finally {
    model.close();
  }
}
