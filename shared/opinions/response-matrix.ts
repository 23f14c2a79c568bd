import {
  checkCell,
  checkResponses,
  checkValue,
  codeOf,
  mostStatements,
  type Responses,
  statementOf,
} from "./responses.ts";

/** Rows of a matrix: everybody's codes, and where each one's end. */
export interface Rows {
  readonly statements: number;
  readonly codes: Uint16Array;
  readonly ends: Uint32Array;
}

/**
 * The latest response of each person to each statement, as compressed sparse rows: a person's row holds a code (see
 * `codeOf`) for each response, in the order of statements. There are no columns beside the rows: whatever is needed by
 * statement is gathered by code while rows are read. Rows have room of their own to grow, so that a new response moves
 * one row and never the matrix; where they lie has no influence on any result.
 */
export class ResponseMatrix {
  people = 0;
  statements = 0;
  /** how many responses there are */
  size = 0;
  codes = new Uint16Array();
  /** where each person's row begins, ends, and would have to move */
  starts = new Uint32Array();
  ends = new Uint32Array();
  #rooms = new Uint32Array();
  #used = 0;
  /** how many responses there are of each code */
  counts = new Int32Array();

  /** @throws RangeError for columns that are not what they should be */
  static of(responses: Responses): ResponseMatrix {
    checkResponses(responses);
    const matrix = new ResponseMatrix();
    matrix.people = responses.people;
    matrix.statements = responses.statements;
    matrix.#fill(responses);
    return matrix;
  }

  /**
   * Takes rows that are in order already, one person's after the other's.
   * @param ends where each person's row ends in the codes
   * @throws RangeError for rows that are not in order, or not of these statements
   */
  static ofRows({ statements, codes, ends }: Rows): ResponseMatrix {
    const matrix = new ResponseMatrix();
    matrix.people = ends.length;
    matrix.statements = statements;
    matrix.#take(codes, ends);
    return matrix;
  }

  #take(codes: Uint16Array, ends: Uint32Array): void {
    const used = codes.length;
    if ((ends.at(-1) ?? 0) !== used) throw new RangeError("rows end where their codes end");
    this.codes = roomFor(used);
    this.codes.set(codes);
    this.counts = new Int32Array(3 * this.statements);
    this.starts = new Uint32Array(this.people);
    for (let next = 1; next < this.people; next += 1) this.starts[next] = ends[next - 1] ?? 0;
    this.ends = ends.slice();
    this.#rooms = ends.slice();
    this.#used = used;
    for (let person = 0; person < this.people; person += 1) this.#countRow(person);
  }

  #countRow(person: number): void {
    const [start = 0, end = 0] = [this.starts[person], this.ends[person]];
    if (start > end) throw new RangeError("rows lie one after the other");
    let last = -1;
    for (let at = start; at < end; at += 1) {
      const code = this.codes[at] ?? 0;
      const statement = statementOf(code);
      if (statement <= last) throw new RangeError("a row is in the order of statements");
      last = statement;
      this.counts[code] = (this.counts[code] ?? 0) + 1;
    }
    if (last >= this.statements) throw new RangeError(`${last} is none of ${this.statements}`);
    this.size += end - start;
  }

  /** Two stable counting sorts, by statement and then by person, leave each row in the order of statements. */
  #fill({ person, value, ...rest }: Responses): void {
    const rows = person.length;
    const byStatement = inOrderOf(rest.statement, this.statements);
    const people = new Uint32Array(rows);
    const codes = new Uint16Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const statement = rest.statement[row] ?? 0;
      const place = byStatement[statement] ?? 0;
      byStatement[statement] = place + 1;
      people[place] = person[row] ?? 0;
      codes[place] = codeOf(statement, value[row] ?? 0);
    }
    this.starts = inOrderOf(person, this.people);
    this.#rooms = new Uint32Array(this.people);
    this.#rooms.set(this.starts.subarray(1));
    if (this.people > 0) this.#rooms[this.people - 1] = rows;
    this.ends = this.starts.slice();
    this.codes = roomFor(rows);
    this.#used = rows;
    this.counts = new Int32Array(3 * this.statements);
    for (let row = 0; row < rows; row += 1) this.#append(people[row] ?? 0, codes[row] ?? 0);
  }

  /** Puts a code at the end of a row, or in the place of an earlier response to the same statement. */
  #append(person: number, code: number): void {
    const end = this.ends[person] ?? 0;
    const last = end > (this.starts[person] ?? 0) ? (this.codes[end - 1] ?? 0) : -1;
    if (last >= 0 && isOfSameStatement(last, code)) {
      this.#replace(end - 1, code);
      return;
    }
    this.codes[end] = code;
    this.ends[person] = end + 1;
    this.#count(code, 1);
  }

  #replace(place: number, code: number): void {
    this.#count(this.codes[place] ?? 0, -1);
    this.codes[place] = code;
    this.#count(code, 1);
  }

  #count(code: number, by: number): void {
    this.counts[code] = (this.counts[code] ?? 0) + by;
    this.size += by;
  }

  /**
   * Notes a response; the earlier one of the same person to the same statement no longer counts. People and
   * statements that are new come in by it.
   * @throws RangeError for what is no response
   */
  set(person: number, statement: number, value: number): void {
    checkCell(person, Number.MAX_SAFE_INTEGER);
    checkCell(statement, mostStatements);
    checkValue(value);
    this.#admit(person, statement);
    const code = codeOf(statement, value);
    const place = this.#placeOf(person, code);
    const found = this.codes[place] ?? 0;
    if (place < (this.ends[person] ?? 0) && isOfSameStatement(found, code)) {
      this.#replace(place, code);
      return;
    }
    const offset = place - (this.starts[person] ?? 0);
    if (this.ends[person] === this.#rooms[person]) this.#move(person);
    const [start = 0, end = 0] = [this.starts[person], this.ends[person]];
    this.codes.copyWithin(start + offset + 1, start + offset, end);
    this.codes[start + offset] = code;
    this.ends[person] = end + 1;
    this.#count(code, 1);
  }

  #admit(person: number, statement: number): void {
    if (statement >= this.statements) {
      this.statements = statement + 1;
      this.counts = grown(this.counts, 3 * this.statements);
    }
    if (person < this.people) return;
    this.people = person + 1;
    if (this.starts.length >= this.people) return;
    const room = Math.max(this.people, 2 * this.starts.length);
    this.starts = grown(this.starts, room);
    this.ends = grown(this.ends, room);
    this.#rooms = grown(this.#rooms, room);
  }

  /** Where in a row a statement is, or belongs. */
  #placeOf(person: number, code: number): number {
    const first = code - (code % 3);
    let low = this.starts[person] ?? 0;
    let high = this.ends[person] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.codes[middle] ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A row that is full goes to the end, with twice the room. */
  #move(person: number): void {
    const [start = 0, end = 0] = [this.starts[person], this.ends[person]];
    const room = Math.max(8, 2 * (end - start));
    if (this.#used + room > this.codes.length) {
      this.codes = grown(this.codes, this.#used + room + (this.codes.length >>> 3));
    }
    this.codes.copyWithin(this.#used, start, end);
    this.starts[person] = this.#used;
    this.ends[person] = this.#used + end - start;
    this.#used += room;
    this.#rooms[person] = this.#used;
  }
}

/** What comes later moves rows to the end; a little room there saves moving all of them at once. */
const roomFor = (used: number) => new Uint16Array(used + (used >>> 4));

const isOfSameStatement = (one: number, other: number): boolean =>
  one - (one % 3) === other - (other % 3);

/** Where each kind begins once all are in order. */
function inOrderOf(kinds: ArrayLike<number>, count: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < kinds.length; at += 1) {
    const next = (kinds[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let kind = 0; kind < count; kind += 1) {
    starts[kind + 1] = (starts[kind + 1] ?? 0) + (starts[kind] ?? 0);
  }
  return starts.slice(0, count);
}

type Columns = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

function grown<A extends Columns>(array: A, length: number): A {
  const larger = new (array.constructor as new (size: number) => A)(length);
  larger.set(array);
  return larger;
}
