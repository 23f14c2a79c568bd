import type { Db } from "#db/client.ts";
import { type Cell, csvRow } from "#shared/transfer/csv.ts";
import { inPieces } from "../platform/download.ts";
import { type Exported, isVisitor } from "./exported.ts";
import { countEvents, responseRows, type ResponseRow } from "./export-responses.ts";
import type { ZipFile } from "./zip.ts";

/*
 * Statements and responses as the files of a Polis report. 1 means agree and -1 disagree in all of them, as in the
 * exports that Polis publishes. Authors have numbers of their own, above those of the people who responded. Where people
 * without an account responded, a column more says of whom: readers of Polis' files take columns by name.
 */

/** The files of an export, each made while it is sent. */
export function* polisFiles(db: Db, exported: Exported): Generator<ZipFile> {
  const file = (name: string, rows: AsyncIterable<readonly Cell[]>): ZipFile => ({
    name,
    content: inPieces(lines(rows)),
  });
  yield file("summary.csv", summary(exported));
  yield file("comments.csv", comments(db, exported));
  yield file("votes.csv", votes(db, exported));
  yield file("participants-votes.csv", matrix(db, exported));
}

async function* lines(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  for await (const row of rows) yield csvRow(row);
}

// What is made at once may be waited for all the same.
// oxlint-disable-next-line require-await
async function* summary(exported: Exported): AsyncGenerator<Cell[]> {
  const { debate, statements, responders, visitors } = exported;
  yield ["topic", debate.question];
  yield ["voters", responders?.length ?? 0];
  if (visitors > 0) yield ["visitors", visitors];
  yield ["commenters", new Set(statements.map(({ author }) => author)).size];
  yield ["comments", statements.length];
  yield ["conversation-description", debate.context];
}

async function* comments(db: Db, exported: Exported): AsyncGenerator<Cell[]> {
  const { statements, responders } = exported;
  const counts = await countEvents(db, exported);
  const firstAuthor = responders?.length ?? 0;
  yield [
    "timestamp",
    "datetime",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "comment-body",
  ];
  for (const { number, text, author, status, createdAt } of statements) {
    const { agrees = 0, disagrees = 0 } = counts.get(number) ?? {};
    const moderated = status === "hidden" ? -1 : 1;
    const time = Date.parse(createdAt);
    const by = firstAuthor + author;
    yield [time, createdAt, number, by, agrees, disagrees, moderated, text];
  }
}

/** The column that tells visitors from others, where there are any. */
function markIn(exported: Exported) {
  if (exported.visitors === 0) return { column: [], of: () => [] };
  const of = (person: number): Cell[] => [isVisitor(exported, person) ? 1 : 0];
  return { column: ["visitor"], of };
}

async function* votes(db: Db, exported: Exported): AsyncGenerator<Cell[]> {
  const mark = markIn(exported);
  yield ["timestamp", "datetime", "comment-id", "voter-id", "vote", ...mark.column];
  for await (const { person, statement, value, day } of responseRows(db, exported, "history")) {
    const time = new Date(day).toISOString();
    yield [day, time, statement.number, person, value, ...mark.of(person)];
  }
}

async function* matrix(db: Db, exported: Exported): AsyncGenerator<Cell[]> {
  const { statements } = exported;
  const mark = markIn(exported);
  const head = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];
  yield [...head, ...mark.column, ...statements.map(({ number }) => `${number}`)];
  let own: ResponseRow[] = [];
  for await (const row of responseRows(db, exported, "latest")) {
    if (own[0] && own[0].person !== row.person) {
      yield matrixRow(own, statements.length, mark.of(own[0].person));
      own = [];
    }
    own.push(row);
  }
  if (own[0]) yield matrixRow(own, statements.length, mark.of(own[0].person));
}

/** One person's line: an empty cell where there is no response. */
function matrixRow(own: readonly ResponseRow[], columns: number, mark: readonly Cell[]): Cell[] {
  const cells = Array.from({ length: columns }, (): Cell => null);
  for (const { statement, value } of own) cells[statement.at] = value;
  const count = (wanted: number) => own.filter(({ value }) => value === wanted).length;
  return [own[0]?.person ?? 0, null, 0, own.length, count(1), count(-1), ...mark, ...cells];
}
