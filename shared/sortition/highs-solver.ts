import type { Highs, Model as HighsModel } from "highs";
import type { Model, Program, Solver } from "./solver.ts";

type Entries = readonly (readonly [number, number])[];

const sparse = (entries: Entries) => ({
  indices: entries.map(([index]) => index),
  values: entries.map(([, value]) => value),
});

/**
 * HiGHS (Huangfu & Hall 2018, https://highs.dev), compiled to WebAssembly. It runs without a limit of time and in one
 * thread, so that the same program takes the same way on every machine.
 * @param highs the module, loaded by whoever knows where its file lies
 */
export function highsSolver(highs: Highs): Solver {
  return { open: (program) => wrap(highs, build(highs, program)) };
}

function build(highs: Highs, { columns, rows, isWhole }: Program): HighsModel {
  const starts = [0];
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length);
  const { integer, continuous } = highs.constants.variableType;
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numCols: columns.length,
      numRows: rows.length,
      starts,
      indices: rows.flatMap(({ entries }) => entries.map(([column]) => column)),
      values: rows.flatMap(({ entries }) => entries.map(([, value]) => value)),
    },
    integrality: columns.map(() => (isWhole ? integer : continuous)),
  });
  // The optimum itself: the usual gap would call a panel the best that is only nearly so. Alike people are one column
  // already, so that there is no symmetry to look for.
  model.options.set({
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-9,
    mip_detect_symmetry: false,
  });
  return model;
}

function wrap(highs: Highs, model: HighsModel): Model {
  const { optimal, infeasible } = highs.constants.modelStatus;
  return {
    setCosts: (costs) =>
      void model.changeColsCost({ kind: "range", from: 0, to: costs.length - 1 }, costs),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    setRow: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    setEntry: (row, column, value) => void model.changeCoefficient(row, column, value),
    addColumn({ cost, lower, upper }, entries) {
      model.addCol(cost, lower, upper, sparse(entries));
    },
    solve() {
      model.run();
      const status = model.getModelStatus();
      if (status === infeasible) return null;
      if (status !== optimal) throw new Error(`the solver ended with status ${status}`);
      const { colValue, rowDual, colDual } = model.getSolution();
      const objective = model.getObjectiveValue();
      return { objective, columns: colValue, duals: rowDual, reducedCosts: colDual };
    },
    close: () => model.dispose(),
  };
}
