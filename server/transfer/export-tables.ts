import { renameMentions } from "#shared/contract/comments.ts";
import { type Cell, csvRow } from "#shared/transfer/csv.ts";
import { inPieces } from "../platform/download.ts";
import { type Exported, placesOf, seatsOf } from "./exported.ts";
import type { ZipFile } from "./zip.ts";

type Table = Iterable<readonly Cell[]>;

/** A debate as tables for a spreadsheet; rows point at each other by number. */
export function* tables(exported: Exported): Generator<ZipFile> {
  const all = { debate, positions, claims, edges, evidence, comments, statements };
  for (const [name, table] of Object.entries(all)) {
    yield { name: `${name}.csv`, content: inPieces(lines(table(exported))) };
  }
}

/** The mark at the start tells spreadsheets that it is UTF-8. */
function* lines(table: Table): Generator<string> {
  let mark = "\uFEFF";
  for (const row of table) {
    yield mark + csvRow(row);
    mark = "";
  }
}

function* debate({ debate: facts }: Exported): Table & Generator<Cell[]> {
  yield ["question", "context", "topic", "language", "phase", "attribution", "created"];
  const { question, context, topic, language, phase, attribution, createdAt } = facts;
  yield [question, context, topic, language, phase, attribution, createdAt.toISOString()];
}

const by = ({ authors }: Exported, authorId: string): number => authors.get(authorId) ?? 0;

function* positions(exported: Exported): Generator<Cell[]> {
  const panel = ["panel-yes", "panel-seats"];
  yield ["position", "title", "text", "author", "created", "withdrawn", ...panel];
  for (const [at, one] of exported.argument.positions.entries()) {
    const { title, text, authorId, createdAt, withdrawnAt } = one;
    const { yes = null, seats = null } = seatsOf(one) ?? {};
    const author = by(exported, authorId);
    yield [at, title, text, author, createdAt, withdrawnAt ?? null, yes, seats];
  }
}

function* claims(exported: Exported): Generator<Cell[]> {
  const { argument } = exported;
  yield [
    "claim",
    "text",
    "language",
    "author",
    "created",
    "withdrawn",
    "truth-ratings",
    "truth-sum",
    "well-put",
  ];
  for (const [at, { id, text, language, authorId, ...times }] of argument.claims.entries()) {
    const { count = 0, sum = 0 } = argument.truth.get(id) ?? {};
    const author = by(exported, authorId);
    const wellPut = argument.wellPut.get(id) ?? 0;
    yield [at, text, language, author, times.createdAt, times.withdrawnAt, count, sum, wellPut];
  }
}

function* edges({ argument }: Exported): Generator<Cell[]> {
  const places = {
    position: placesOf(argument.positions),
    claim: placesOf(argument.claims),
    edge: placesOf(argument.edges),
  };
  yield ["edge", "claim", "side", "target-kind", "target", "relevance-ratings", "relevance-sum"];
  for (const [at, { id, claimId, side, targetKind, targetId }] of argument.edges.entries()) {
    const { count = 0, sum = 0 } = argument.relevance.get(id) ?? {};
    const claim = places.claim.get(claimId) ?? null;
    const target = places[targetKind].get(targetId) ?? null;
    yield [at, claim, side, targetKind, target, count, sum];
  }
}

function* evidence(exported: Exported): Generator<Cell[]> {
  const places = placesOf(exported.argument.claims);
  yield ["claim", "kind", "url", "title", "publisher", "published", "quote", "author", "created"];
  for (const one of exported.argument.evidence) {
    const { claimId, kind, url, title, publisher, publishedOn, quote } = one;
    const author = by(exported, one.authorId);
    const claim = places.get(claimId) ?? null;
    const created = one.createdAt.toISOString();
    yield [claim, kind, url, title, publisher, publishedOn, quote, author, created];
  }
}

/** People who are mentioned are `@` and their number. */
function* comments(exported: Exported): Generator<Cell[]> {
  const { argument } = exported;
  const places = placesOf(argument.claims);
  yield ["claim", "text", "author", "created", "well-put"];
  for (const { id, claimId, text, authorId, createdAt } of argument.comments) {
    const words = renameMentions(text, (whom) => `@${by(exported, whom)}`);
    const wellPut = argument.wellPut.get(id) ?? 0;
    const claim = places.get(claimId) ?? null;
    yield [claim, words, by(exported, authorId), createdAt.toISOString(), wellPut];
  }
}

function* statements({ statements: all, responders, visitors }: Exported): Generator<Cell[]> {
  const columns = ["agrees", "disagrees", "passes"];
  const ofVisitors = visitors === 0 ? [] : columns.map((name) => `visitors-${name}`);
  const counts = responders === null ? [] : [...columns, ...ofVisitors];
  yield ["statement", "text", "language", "author", "status", "created", ...counts];
  for (const { number, text, language, author, status, createdAt, ...counted } of all) {
    const { agrees, disagrees, passes, visitors: apart } = counted;
    const more = visitors === 0 ? [] : [apart.agrees, apart.disagrees, apart.passes];
    const open = responders === null ? [] : [agrees, disagrees, passes, ...more];
    yield [number, text, language, author, status, createdAt, ...open];
  }
}
