import { renameMentions } from "#shared/contract/comments.ts";
import { replaceClaimLinks } from "#shared/curation/claim-links.ts";
import type { DebateBundle } from "#shared/transfer/bundle.ts";
import { curatedPlaces } from "./bundle-curation.ts";
import { type Exported, placesOf, seatsOf } from "./exported.ts";
import type { ResponseRow } from "./export-responses.ts";

type Lists = Omit<
  DebateBundle,
  "format" | "version" | "debate" | "people" | "summary" | "responses"
>;

/** A debate as the lines of one JSON text. Its responses are read while it is written, where they are open. */
export async function* bundleLines(
  exported: Exported,
  readResponses: (which: "latest" | "history") => AsyncIterable<ResponseRow>,
): AsyncGenerator<string> {
  const { question, context, topic, language, phase, attribution, createdAt } = exported.debate;
  const debate = { question, context, topic, language, phase, attribution, createdAt };
  const people = {
    authors: exported.authors.size,
    responders: exported.responders?.length ?? 0,
    ...(exported.visitors > 0 && { visitors: exported.visitors }),
  };
  yield `{"format":"folkmoot-debate","version":1,`;
  yield `"debate":${JSON.stringify(debate)},`;
  yield `"people":${JSON.stringify(people)},`;
  const summary = summaryOf(exported);
  if (summary) yield `"summary":${JSON.stringify(summary)},`;
  for (const [name, list] of Object.entries<readonly unknown[]>(listsOf(exported))) {
    yield* listLines(name, list);
    yield ",";
  }
  if (exported.responders === null) {
    yield `"responses":null}`;
    return;
  }
  yield `"responses":{`;
  yield* listLines("latest", readResponses("latest"), flat);
  yield ",";
  yield* listLines("history", readResponses("history"), flat);
  yield "}}";
}

const flat = ({ person, statement, value, day }: ResponseRow) => [person, statement.at, value, day];

async function* listLines<T>(
  name: string,
  list: Iterable<T> | AsyncIterable<T>,
  shape: (one: T) => unknown = (one) => one,
): AsyncGenerator<string> {
  yield `"${name}":[`;
  let separator = "";
  for await (const one of list) {
    yield separator + JSON.stringify(shape(one));
    separator = ",";
  }
  yield "]";
}

/** The summary, with its links leading to places of the list of claims. */
function summaryOf({ argument, curation, authors }: Exported): DebateBundle["summary"] {
  const { summary } = curation;
  if (!summary) return undefined;
  const places = placesOf(argument.claims);
  const text = replaceClaimLinks(summary.text, (words, id) => {
    const place = places.get(id);
    return place === undefined ? words : `[${words}](claim:${place})`;
  });
  const author = authors.get(summary.authorId) ?? 0;
  return { text, author, createdAt: summary.at.toISOString(), ratings: summary.ratings };
}

type Rated = Exclude<DebateBundle["claims"][number]["truth"], undefined>;

/** How a thing was rated: the sums, and how often each rating was given where enough people rated it. */
function ratedBy({ argument }: Exported, kind: "truth" | "relevance", id: string) {
  const sums: Rated | undefined = argument[kind].get(id);
  const values = argument.values[kind].get(id);
  return sums && values ? { ...sums, values } : sums;
}

function tagsOf({ curation }: Exported): ReadonlyMap<string, string[]> {
  const tagged = curation.parts.filter(({ kind }) => kind === "tags");
  return new Map(tagged.map(({ subjectId, values }) => [subjectId, values]));
}

function listsOf(exported: Exported): Lists {
  const { argument } = exported;
  const author = authorIn(exported);
  return {
    ...argumentOf(exported),
    evidence: evidenceOf(exported),
    definitions: argument.definitions.map((one) => ({
      term: one.term,
      text: one.text,
      author: author(one),
      createdAt: one.createdAt.toISOString(),
    })),
    comments: commentsOf(exported),
    ...curatedPlaces(exported),
    statements: exported.statements.map(({ author: by, ...one }) => ({
      number: one.number,
      text: one.text,
      language: one.language,
      status: one.status,
      isSeed: one.isSeed || undefined,
      isMeta: one.isMeta || undefined,
      author: by,
      createdAt: one.createdAt,
    })),
  };
}

const authorIn =
  ({ authors }: Exported) =>
  ({ authorId }: { readonly authorId: string }) =>
    authors.get(authorId) ?? 0;

function argumentOf(exported: Exported): Pick<Lists, "positions" | "claims" | "edges"> {
  const { argument } = exported;
  const tags = tagsOf(exported);
  const author = authorIn(exported);
  const places = {
    position: placesOf(argument.positions),
    claim: placesOf(argument.claims),
    edge: placesOf(argument.edges),
  };
  return {
    positions: argument.positions.map((one) => ({
      title: one.title,
      text: one.text,
      byPanel: seatsOf(one),
      author: author(one),
      createdAt: one.createdAt,
      withdrawnAt: one.withdrawnAt,
    })),
    claims: argument.claims.map((one) => ({
      text: one.text,
      kind: one.kind === "assumption" ? one.kind : undefined,
      language: one.language,
      tags: tags.get(one.id),
      author: author(one),
      createdAt: one.createdAt,
      withdrawnAt: one.withdrawnAt ?? undefined,
      truth: ratedBy(exported, "truth", one.id),
      wellPut: argument.wellPut.get(one.id),
    })),
    edges: argument.edges.map(({ id, claimId, side, targetKind, targetId }) => ({
      claim: places.claim.get(claimId) ?? 0,
      side,
      target: { kind: targetKind, at: places[targetKind].get(targetId) ?? 0 },
      relevance: ratedBy(exported, "relevance", id),
    })),
  };
}

/** Words that look like a mention in a bundle, and are none, must not become one. */
const unmistakable = (text: string) => text.replaceAll("@{author:", "@{ author:");

function commentsOf(exported: Exported): Lists["comments"] {
  const { argument, authors } = exported;
  const author = authorIn(exported);
  const claims = placesOf(argument.claims);
  return argument.comments.map((one) => ({
    claim: claims.get(one.claimId) ?? 0,
    text: renameMentions(unmistakable(one.text), (id) => `@{author:${authors.get(id) ?? 0}}`),
    wellPut: argument.wellPut.get(one.id),
    author: author(one),
    createdAt: one.createdAt.toISOString(),
  }));
}

function evidenceOf(exported: Exported): Lists["evidence"] {
  const { argument } = exported;
  const author = authorIn(exported);
  const claims = placesOf(argument.claims);
  return argument.evidence.map((one) => ({
    claim: claims.get(one.claimId) ?? 0,
    kind: one.kind,
    url: one.url,
    title: one.title,
    publisher: one.publisher,
    publishedOn: one.publishedOn,
    quote: one.quote,
    reviews: argument.reviews.get(one.id),
    author: author(one),
    createdAt: one.createdAt.toISOString(),
  }));
}
