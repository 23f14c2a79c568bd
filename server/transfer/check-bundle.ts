import { importLimits } from "#shared/contract/transfer.ts";
import { mostStatements } from "#shared/opinions/responses.ts";
import type { DebateBundle } from "#shared/transfer/bundle.ts";
import { authorsMentioned } from "./bundle-comments.ts";
import { sizeOfRatings } from "./bundle-ratings.ts";
import { fileFault } from "./import-fault.ts";

type Check = (list: string, at: number, isThere: boolean) => void;

/** Everything points at something that is there, and stands in one place once. */
export function checkBundle(bundle: DebateBundle, name: string): void {
  const check: Check = (list, at, isThere) => {
    if (isThere) return;
    throw fileFault("no-bundle", name, `${list}/${at}: it points at nothing, or is there twice`);
  };
  const { positions, claims, evidence, definitions, comments, statements, people } = bundle;
  if (statements.length > mostStatements) throw fileFault("many-statements", name);
  const lists = { positions, claims, evidence, definitions, comments, statements };
  for (const [list, all] of Object.entries(lists)) {
    for (const [at, { author }] of all.entries()) check(list, at, author < people.authors);
  }
  for (const [at, { claim }] of evidence.entries()) check("evidence", at, claim < claims.length);
  for (const [at, { claim, text }] of comments.entries()) {
    const isKnown = authorsMentioned(text).every((author) => author < people.authors);
    check("comments", at, claim < claims.length && isKnown);
  }
  if (bundle.summary) check("summary", 0, bundle.summary.author < people.authors);
  checkTerms(definitions, check);
  checkPeople(bundle, name);
  checkEdges(bundle, check);
  checkCuration(bundle, check);
  checkRatings(bundle, name);
  checkResponses(bundle, check);
}

/** A word means one thing in a debate, whatever the size of its letters. */
function checkTerms(definitions: DebateBundle["definitions"], check: Check): void {
  const terms = new Set<string>();
  for (const [at, { term }] of definitions.entries()) {
    const key = term.toLowerCase();
    check("definitions", at, !terms.has(key));
    terms.add(key);
  }
}

/** Each author becomes a row: there are no more of them than there are things to have written, or to be mentioned in. */
function checkPeople(bundle: DebateBundle, name: string): void {
  const { positions, claims, evidence, definitions, comments, statements, people } = bundle;
  const lists = [positions, claims, evidence, definitions, comments, statements];
  const written = lists.reduce((all, { length }) => all + length, bundle.summary ? 1 : 0);
  const mentioned = comments.reduce((all, { text }) => all + authorsMentioned(text).length, 0);
  if (people.authors <= written + mentioned) return;
  throw fileFault("no-bundle", name, `people/authors: ${people.authors}, who wrote nothing`);
}

function checkEdges({ positions, claims, edges }: DebateBundle, check: Check): void {
  const sizes = { position: positions.length, claim: claims.length, edge: edges.length };
  const seen = new Set<string>();
  for (const [at, { claim, target }] of edges.entries()) {
    const place = `${claim} ${target.kind} ${target.at}`;
    const own = { position: -1, claim, edge: at }[target.kind];
    check("edges", at, claim < claims.length && target.at < sizes[target.kind]);
    check("edges", at, target.at !== own && !seen.has(place));
    seen.add(place);
  }
}

function checkCuration(bundle: DebateBundle, check: Check): void {
  const { positions, claims, edges, pins, order, strongest } = bundle;
  for (const [at, claim] of pins.entries()) {
    check("pins", at, claim < claims.length && pins.indexOf(claim) === at);
  }
  const sizes = { position: positions.length, claim: claims.length, edge: edges.length };
  const ordered = new Set<string>();
  for (const [at, { of, places }] of order.entries()) {
    const most = of.kind === "debate" ? sizes.position : sizes.edge;
    const subject = of.kind === "debate" ? of.kind : `${of.kind} ${of.at}`;
    check("order", at, of.kind === "debate" || of.at < sizes[of.kind]);
    check("order", at, places.every((place) => place < most) && isOnce(places));
    check("order", at, !ordered.has(subject));
    ordered.add(subject);
  }
  const speakers = new Set(edges.map(({ claim, side, target }) => placeOf(claim, side, target)));
  const called = new Set<string>();
  for (const [at, { position, side, claim }] of strongest.entries()) {
    const here = placeOf(claim, side, { kind: "position", at: position });
    check("strongest", at, speakers.has(here) && !called.has(`${position} ${side}`));
    called.add(`${position} ${side}`);
  }
}

const isOnce = (places: readonly number[]) => new Set(places).size === places.length;

type Target = DebateBundle["edges"][number]["target"];
const placeOf = (claim: number, side: string, { kind, at }: Target) =>
  `${claim} ${side} ${kind} ${at}`;

/** Each rating becomes a row: a file of few words could ask for more of them than there is room. */
function checkRatings(bundle: DebateBundle, name: string): void {
  const { all, raters } = sizeOfRatings(bundle);
  const { ratings: mostRatings, raters: mostRaters } = importLimits;
  if (all > mostRatings) {
    const told = `${all} ratings and reviews, ${mostRatings} are the most`;
    throw fileFault("no-bundle", name, told);
  }
  if (raters > mostRaters) {
    throw fileFault(
      "no-bundle",
      name,
      `${raters} people rated one thing, ${mostRaters} are the most`,
    );
  }
}

function checkResponses({ responses, people, statements }: DebateBundle, check: Check): void {
  if (responses === null) return;
  const isKnown = (person: number, statement: number) =>
    person < people.responders && statement < statements.length;
  const seen = new Set<string>();
  for (const [at, [person, statement]] of responses.latest.entries()) {
    const place = `${person} ${statement}`;
    check("responses/latest", at, isKnown(person, statement) && !seen.has(place));
    seen.add(place);
  }
  for (const [at, [person, statement]] of responses.history.entries()) {
    check("responses/history", at, isKnown(person, statement));
  }
}
