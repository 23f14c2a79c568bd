/** Agree. The sign is the same everywhere in the product. */
export const agree = 1;
export const pass = 0;
export const disagree = -1;

/** Codes of responses, and so the memory of all of them, fit 16 bits up to here. */
export const mostStatements = 20_000;

/**
 * Responses in three columns: who, to what, and whether they agree (1), pass (0) or disagree (-1). People and statements
 * are numbered from 0. Where somebody responds twice to a statement, the later row counts.
 */
export interface Responses {
  readonly people: number;
  readonly statements: number;
  readonly person: ArrayLike<number>;
  readonly statement: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** @throws RangeError where columns differ in length, or a row names what is not there */
export function checkResponses({ people, statements, person, statement, value }: Responses): void {
  if (!isCount(people) || !isCount(statements)) throw new RangeError("sizes are whole numbers");
  if (statements > mostStatements) throw new RangeError(`at most ${mostStatements} statements`);
  const rows = person.length;
  if (statement.length !== rows || value.length !== rows) {
    throw new RangeError("columns of responses are of one length");
  }
  for (let row = 0; row < rows; row += 1) {
    checkCell(person[row], people);
    checkCell(statement[row], statements);
    checkValue(value[row]);
  }
}

export function checkCell(index: number | undefined, below: number): void {
  if (index === undefined || !isCount(index) || index >= below) {
    throw new RangeError(`${index} is none of ${below}`);
  }
}

export function checkValue(value: number | undefined): void {
  if (value !== agree && value !== pass && value !== disagree) {
    throw new RangeError(`${value} is neither 1, 0 nor -1`);
  }
}

/** A statement and a value as one number, in the order of statements; kinds of a statement lie side by side. */
export const codeOf = (statement: number, value: number): number => 3 * statement + value + 1;

/** The statement and the value of a code. */
export const statementOf = (code: number): number => (code - (code % 3)) / 3;
export const valueOf = (code: number): number => (code % 3) - 1;
