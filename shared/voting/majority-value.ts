/** How an option was graded: the weight of each grade, the lowest first. Their sum is the same for all options. */
export type GradeWeights = readonly bigint[];

/** Grades on both sides of the middle: what holds from so far off the middle on, until the next one. */
interface Pair {
  /** distance from the middle, in halves of the unit of weights */
  readonly from: bigint;
  readonly low: number;
  readonly high: number;
}

/**
 * The majority value: the grade in the middle and, going outwards from there, the grades left and
 * right of it. Two options are compared by the first difference, the lower side first: that is what
 * it comes to when grades in the middle are taken away one by one. Told in runs of equal grades, so
 * that weights can be as large as they like.
 */
export type MajorityValue = readonly Pair[];

/** Distances from the middle at which one side comes to the next grade. */
function edgesOf(grades: GradeWeights, total: bigint): bigint[] {
  let upTo = 0n;
  const edges = [0n];
  for (const weight of grades) {
    upTo += 2n * weight;
    edges.push(upTo > total ? upTo - total : total - upTo);
  }
  return edges.filter((edge) => edge < total);
}

/** The grade of the ballots that lie right of a point, the ballots laid out from the lowest grade to the highest. */
function gradeRightOf(grades: GradeWeights, point: bigint): number {
  let upTo = 0n;
  for (let grade = 0; grade < grades.length; grade += 1) {
    upTo += 2n * (grades[grade] ?? 0n);
    if (upTo > point) return grade;
  }
  return grades.length - 1;
}

/** The same, left of the point. */
function gradeLeftOf(grades: GradeWeights, point: bigint): number {
  let upTo = 0n;
  for (let grade = 0; grade < grades.length; grade += 1) {
    upTo += 2n * (grades[grade] ?? 0n);
    if (upTo >= point) return grade;
  }
  return grades.length - 1;
}

export function majorityValue(grades: GradeWeights): MajorityValue {
  const total = grades.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return [{ from: 0n, low: 0, high: 0 }];
  const edges = [...new Set(edgesOf(grades, total))].toSorted((a, b) => (a < b ? -1 : 1));
  return edges.map((from) => ({
    from,
    low: gradeLeftOf(grades, total - from),
    high: gradeRightOf(grades, total + from),
  }));
}

/** The last run that begins at or before this distance. */
function runAt(value: MajorityValue, distance: bigint): Pair {
  const run = value.findLast(({ from }) => from <= distance) ?? value[0];
  if (!run) throw new RangeError("a majority value has a middle");
  return run;
}

/** Above zero where the first is better. */
export function compareMajorityValues(one: MajorityValue, other: MajorityValue): number {
  const distances = [...new Set([...one, ...other].map(({ from }) => from))];
  for (const distance of distances.toSorted((a, b) => (a < b ? -1 : 1))) {
    const a = runAt(one, distance);
    const b = runAt(other, distance);
    const difference = a.low - b.low || a.high - b.high;
    if (difference !== 0) return difference;
  }
  return 0;
}
