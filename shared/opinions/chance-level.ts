import { votesOn } from "./group-votes.ts";
import { answersTo, type Scope } from "./scope.ts";

/**
 * How strong the first axis would be at most if everybody answered by chance, each statement as often each way as it was:
 * the largest singular value of independent entries is at most the largest length of a row and that of a column together,
 * but for a little (A. Bandeira and R. van Handel, "Sharp nonasymptotic bounds on the norm of random matrices with
 * independent entries", Annals of Probability 44(4), 2016). Whatever is not above it may be a pattern in nothing.
 */
export function chanceLevel(scope: Scope): number {
  const { variances, column } = columnsOf(scope);
  const length = Math.sqrt(longestRow(scope, variances)) + Math.sqrt(column);
  return length * length;
}

/** How much responses to each statement vary, by code, and the largest square of a column's length. */
function columnsOf({ matrix, isHidden, counts }: Scope) {
  const variances = new Float64Array(3 * matrix.statements);
  let column = 0;
  for (let statement = 0; statement < matrix.statements; statement += 1) {
    const answers = answersTo(counts, statement);
    if (answers === 0 || isHidden[statement] === 1) continue;
    const { agrees, disagrees } = votesOn(counts, statement);
    const mean = (agrees - disagrees) / answers;
    const variance = (agrees + disagrees) / answers - mean * mean;
    variances.fill(variance, 3 * statement, 3 * statement + 3);
    column = Math.max(column, answers * variance);
  }
  return { variances, column };
}

/** The largest square of the length of a person's row. */
function longestRow({ matrix, isOut }: Scope, variances: Float64Array): number {
  const { codes, starts, ends, people } = matrix;
  let longest = 0;
  for (let person = 0; person < people; person += 1) {
    if (isOut[person] === 1) continue;
    const end = ends[person] ?? 0;
    let sum = 0;
    for (let at = starts[person] ?? 0; at < end; at += 1) sum += variances[codes[at] ?? 0] ?? 0;
    longest = Math.max(longest, sum);
  }
  return longest;
}
