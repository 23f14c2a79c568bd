import type { Db } from "#db/client.ts";
import { type GivenResponse, latestOfPeople, pastOfPeople } from "../statements/public.ts";
import type { Exported, ExportedStatement } from "./exported.ts";

export interface ResponseRow {
  readonly person: number;
  readonly statement: { readonly at: number; readonly number: number };
  readonly value: 1 | 0 | -1;
  readonly day: number;
}

const peopleAtOnce = 1_000;

/** Responses person by person, in the order that was drawn: nothing else tells who is who. */
export async function* responseRows(
  db: Db,
  { ids, statements, responders }: Exported,
  which: "latest" | "history",
): AsyncGenerator<ResponseRow> {
  if (responders === null) return;
  const places = new Map(statements.map((one, at) => [one.id, { at, number: one.number }]));
  const read = which === "latest" ? latestOfPeople : pastOfPeople;
  for (let from = 0; from < responders.length; from += peopleAtOnce) {
    const people = responders.slice(from, from + peopleAtOnce);
    const theirs = byPerson(await read(db, ids, people));
    for (const [at, id] of people.entries()) {
      yield* rowsOf(theirs.get(id) ?? [], from + at, places);
    }
  }
}

function byPerson(given: readonly GivenResponse[]): ReadonlyMap<string, GivenResponse[]> {
  const theirs = new Map<string, GivenResponse[]>();
  for (const one of given) {
    const known = theirs.get(one.participantId);
    if (known) known.push(one);
    else theirs.set(one.participantId, [one]);
  }
  return theirs;
}

function* rowsOf(
  given: readonly GivenResponse[],
  person: number,
  places: ReadonlyMap<string, ResponseRow["statement"]>,
): Generator<ResponseRow> {
  for (const { statementId, value, day } of given) {
    const statement = places.get(statementId);
    if (statement) yield { person, statement, value, day };
  }
}

/** How often each statement was agreed and disagreed with, changed responses included. */
export async function countEvents(
  db: Db,
  exported: Exported,
): Promise<ReadonlyMap<number, { agrees: number; disagrees: number }>> {
  const counts = new Map(
    exported.statements.map(({ number }: ExportedStatement) => [
      number,
      { agrees: 0, disagrees: 0 },
    ]),
  );
  for await (const { statement, value } of responseRows(db, exported, "history")) {
    const count = counts.get(statement.number);
    if (count && value === 1) count.agrees += 1;
    if (count && value === -1) count.disagrees += 1;
  }
  return counts;
}
