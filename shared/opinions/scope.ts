import type { Parameters } from "./parameters.ts";
import type { ResponseMatrix } from "./response-matrix.ts";
import { statementOf } from "./responses.ts";

/** What is analysed: responses, and whose and to what are left out. */
export interface Conversation {
  readonly matrix: ResponseMatrix;
  /** people who are banned */
  readonly banned?: readonly number[] | undefined;
  /** statements that moderators hid, or have not let in yet */
  readonly hidden?: readonly number[] | undefined;
  /** statements about who answers, not about the question: asked and counted, but no part of the map */
  readonly meta?: readonly number[] | undefined;
}

/** The part of a conversation that an analysis looks at. */
export interface Scope {
  readonly matrix: ResponseMatrix;
  readonly isOut: Uint8Array;
  readonly isHidden: Uint8Array;
  readonly isMeta: Uint8Array;
  /** statements that make up the map */
  readonly statements: number;
  /** responses of each person to statements of the map */
  readonly answered: Int32Array;
  /** responses of each person that decide whether they are in */
  readonly given: Int32Array;
  /** responses by code (see `codeOf`), without those of people who are out */
  readonly counts: Int32Array;
}

function marks(length: number, numbers: readonly number[] = []): Uint8Array {
  const marked = new Uint8Array(length);
  for (const at of numbers) marked[at] = 1;
  return marked;
}

export function scopeOf(conversation: Conversation, parameters: Parameters): Scope {
  const { matrix, banned, hidden, meta } = conversation;
  const isOut = marks(matrix.people, parameters.bannedCount ? [] : banned);
  const isMeta = marks(matrix.statements, meta);
  for (const statement of hidden ?? []) isMeta[statement] = 0;
  const isHidden = marks(matrix.statements, [...(hidden ?? []), ...(meta ?? [])]);
  const counts = countsWithout(matrix, isOut);
  const [seen, seenHidden] = seenOf(counts, isHidden);
  const shown = answersOf(matrix, isOut, isHidden);
  if (!parameters.hiddenIsPassed) {
    const statements = seen - seenHidden;
    return { matrix, isOut, isHidden, isMeta, statements, answered: shown, given: shown, counts };
  }
  const given = answersOf(matrix, isOut, new Uint8Array(matrix.statements));
  const answered = shown.map((count) => count + seenHidden);
  return { matrix, isOut, isHidden, isMeta, statements: seen, answered, given, counts };
}

function countsWithout(matrix: ResponseMatrix, isOut: Uint8Array): Int32Array {
  const counts = matrix.counts.slice();
  for (let person = isOut.indexOf(1); person >= 0; person = isOut.indexOf(1, person + 1)) {
    const row = matrix.codes.subarray(matrix.starts[person], matrix.ends[person]);
    for (const code of row) counts[code] = (counts[code] ?? 0) - 1;
  }
  return counts;
}

/** How many statements somebody answered, and how many of them are hidden. */
function seenOf(counts: Int32Array, isHidden: Uint8Array): [number, number] {
  let [seen, seenHidden] = [0, 0];
  for (let statement = 0; statement < isHidden.length; statement += 1) {
    if (answersTo(counts, statement) === 0) continue;
    seen += 1;
    seenHidden += isHidden[statement] ?? 0;
  }
  return [seen, seenHidden];
}

/** How many answered a statement, passes included. */
export const answersTo = (counts: Int32Array, statement: number): number =>
  (counts[3 * statement] ?? 0) +
  (counts[3 * statement + 1] ?? 0) +
  (counts[3 * statement + 2] ?? 0);

/** How many statements that are not left out each person answered; nobody who is out answered any. */
function answersOf(matrix: ResponseMatrix, isOut: Uint8Array, isLeftOut: Uint8Array): Int32Array {
  const { codes, starts, ends } = matrix;
  const answers = new Int32Array(matrix.people);
  const areAllIn = !isLeftOut.includes(1);
  const weight = Uint8Array.from({ length: 3 * matrix.statements }, (_, code) =>
    isLeftOut[statementOf(code)] === 1 ? 0 : 1,
  );
  for (let person = 0; person < matrix.people; person += 1) {
    if (isOut[person] === 1) continue;
    const start = starts[person] ?? 0;
    const end = ends[person] ?? 0;
    if (areAllIn) {
      answers[person] = end - start;
      continue;
    }
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += weight[codes[at] ?? 0] ?? 0;
    answers[person] = sum;
  }
  return answers;
}

/**
 * Who takes part in groups, in the order of their numbers: whoever gave so many responses; where these are too few, those
 * who gave the most fill up (Polis, in-conv).
 */
export function whoIsIn({ given, statements }: Scope, parameters: Parameters): Uint32Array {
  const needed = Math.max(1, Math.min(parameters.responsesToBeIn, statements));
  const inside = peopleWith(given, needed);
  const left = parameters.fewestPeople - inside.length;
  if (left <= 0) return inside;
  const others = [...peopleWith(given, 1)].filter((person) => (given[person] ?? 0) < needed);
  const most = others.toSorted((a, b) => (given[b] ?? 0) - (given[a] ?? 0) || a - b);
  return Uint32Array.from([...inside, ...most.slice(0, left)]).toSorted();
}

function peopleWith(given: Int32Array, fewest: number): Uint32Array {
  const found = new Uint32Array(given.length);
  let count = 0;
  for (let person = 0; person < given.length; person += 1) {
    if ((given[person] ?? 0) < fewest) continue;
    found[count] = person;
    count += 1;
  }
  return found.slice(0, count);
}
