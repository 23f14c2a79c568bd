/** One line of the report. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  readonly limit: { readonly name: string; readonly value: number };
  readonly unit: string;
  /** More is better for rates, less for times. */
  readonly better: "more" | "less";
  /** The ratio to reach: at least for rates, at most for times; null for figures that only inform. */
  readonly goal: number | null;
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map(({ what, ours, limit, unit, better, goal }) => {
    const ratio = ours / limit.value;
    const isReached = goal === null || (better === "more" ? ratio >= goal : ratio <= goal);
    const wish = goal === null ? "" : `${better === "more" ? ">=" : "<="} ${goal}x`;
    return {
      what,
      measured: `${round(ours)} ${unit}`,
      limit: `${limit.name}: ${round(limit.value)} ${unit}`,
      ratio: `${ratio.toFixed(2)}x`,
      goal: wish,
      reached: goal === null ? "" : isReached ? "yes" : "no",
    };
  });
  console.table(rows);
}
