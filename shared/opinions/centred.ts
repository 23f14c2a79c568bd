import { addAt } from "./add-at.ts";
import { answersTo, type Scope } from "./scope.ts";

/** Numbers for all people or all statements, on each of two axes. */
export interface Pair {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** What two vectors over statements come to. */
export interface Reading {
  /** X v: where each person is along them */
  readonly along: Pair;
  /** Xᵀ X v, over statements again */
  readonly images: Pair;
}

/**
 * The responses as the principal components see them: a gap is the mean response to its statement, and the mean is
 * taken off (Polis, column means and centring). A gap so becomes 0, which is why nothing need be filled in: a
 * code stands for one number, its value less the mean of its statement.
 */
export class CentredResponses {
  readonly means: Float64Array;
  readonly #scope: Scope;
  /** what each code stands for */
  readonly #entries: Float64Array;

  constructor(scope: Scope) {
    const { counts, isHidden, matrix } = scope;
    this.#scope = scope;
    this.means = new Float64Array(matrix.statements);
    this.#entries = new Float64Array(3 * matrix.statements);
    for (let statement = 0; statement < matrix.statements; statement += 1) {
      const answers = answersTo(counts, statement);
      if (answers === 0 || isHidden[statement] === 1) continue;
      const code = 3 * statement;
      const mean = ((counts[code + 2] ?? 0) - (counts[code] ?? 0)) / answers;
      this.means[statement] = mean;
      for (const value of [-1, 0, 1]) this.#entries[code + value + 1] = value - mean;
    }
  }

  get statements(): number {
    return this.means.length;
  }

  get people(): number {
    return this.#scope.matrix.people;
  }

  /** Entries times a vector over statements, side by side for two of them. */
  #tableOf({ first, second }: Pair): Float64Array {
    const table = new Float64Array(2 * this.#entries.length);
    for (let code = 0; code < this.#entries.length; code += 1) {
      const entry = this.#entries[code] ?? 0;
      const statement = (code - (code % 3)) / 3;
      table[2 * code] = entry * (first[statement] ?? 0);
      table[2 * code + 1] = entry * (second[statement] ?? 0);
    }
    return table;
  }

  /** X v and Xᵀ X v for two vectors, in one reading of all responses: each row is met while it is near. */
  read(vectors: Pair): Reading {
    const { matrix, isOut } = this.#scope;
    const { codes, starts, ends } = matrix;
    const table = this.#tableOf(vectors);
    const sums = new Float64Array(table.length);
    const along = {
      first: new Float64Array(matrix.people),
      second: new Float64Array(matrix.people),
    };
    for (let person = 0; person < matrix.people; person += 1) {
      if (isOut[person] === 1) continue;
      const start = starts[person] ?? 0;
      const end = ends[person] ?? 0;
      let x = 0;
      let y = 0;
      for (let at = start; at < end; at += 1) {
        const place = 2 * (codes[at] ?? 0);
        x += table[place] ?? 0;
        y += table[place + 1] ?? 0;
      }
      along.first[person] = x;
      along.second[person] = y;
      for (let at = start; at < end; at += 1) {
        const place = 2 * (codes[at] ?? 0);
        addAt(sums, place, x);
        addAt(sums, place + 1, y);
      }
    }
    return { along, images: this.#gathered(sums) };
  }

  #gathered(sums: Float64Array): Pair {
    const first = new Float64Array(this.statements);
    const second = new Float64Array(this.statements);
    for (let code = 0; code < this.#entries.length; code += 1) {
      const entry = this.#entries[code] ?? 0;
      const statement = (code - (code % 3)) / 3;
      addAt(first, statement, entry * (sums[2 * code] ?? 0));
      addAt(second, statement, entry * (sums[2 * code + 1] ?? 0));
    }
    return { first, second };
  }
}
