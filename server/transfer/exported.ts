import type { Position } from "#shared/contract/claims.ts";
import { mentionedIn } from "#shared/contract/comments.ts";
import { inOrder } from "#shared/curation/in-order.ts";
import type { Argument, PanelSeats } from "#shared/transfer/argument.ts";
import { type WholeCuration, wholeCuration } from "../curation/public.ts";
import { type WholeArgument, wholeArgument } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { hasOpenCounts, peopleWhoResponded, standingStatements } from "../statements/public.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** What of a debate itself is exported. */
export interface DebateFacts {
  readonly question: string;
  readonly context: string;
  readonly topic: string;
  readonly language: string;
  readonly phase: string;
  readonly attribution: string | null;
  readonly countsVisitors: boolean;
  readonly createdAt: Date;
}

export interface ExportedStatement {
  readonly id: string;
  /** Its number among the statements of the export. */
  readonly number: number;
  readonly text: string;
  readonly language: string;
  readonly author: number;
  readonly status: "shown" | "hidden";
  readonly isSeed: boolean;
  readonly isMeta: boolean;
  readonly createdAt: string;
  readonly agrees: number;
  readonly disagrees: number;
  readonly passes: number;
  /** What people without an account responded. */
  readonly visitors: Readonly<Record<"agrees" | "disagrees" | "passes", number>>;
}

/** Everything of a debate but its responses, with people as numbers. */
export interface Exported {
  readonly ids: DebateIds;
  readonly debate: DebateFacts;
  readonly argument: WholeArgument;
  readonly curation: WholeCuration;
  readonly statements: readonly ExportedStatement[];
  /** Everybody who wrote or was mentioned, by the number under which they are exported. */
  readonly authors: ReadonlyMap<string, number>;
  /** Everybody who responded, in an order drawn by lot; null while responses are not open to everybody. */
  readonly responders: readonly string[] | null;
  /** How many of these, the last ones, had no account. None where the debate leaves visitors out. */
  readonly visitors: number;
}

/** What a moderator hid is not carried out of the house. */
const hiddenText = "(hidden by a moderator)";
export const withdrawnText = "(withdrawn)";

/** Gathers what an export needs. People's numbers are drawn anew each time, so that no two exports can be joined. */
export async function gather(
  { db, random }: Pick<Deps, "db" | "random">,
  ids: DebateIds,
  debate: DebateFacts,
): Promise<Exported> {
  const isOpen = hasOpenCounts(debate.phase);
  const [argument, curation, found, people] = await Promise.all([
    wholeArgument(db, ids),
    wholeCuration(db, ids),
    standingStatements(db, ids),
    isOpen ? peopleWhoResponded(db, ids) : null,
  ]);
  const wrote = [
    ...argument.positions,
    ...argument.claims,
    ...argument.evidence,
    ...argument.definitions,
    ...argument.comments,
    ...(curation.summary ? [curation.summary] : []),
    ...found.map(({ statement }) => statement),
  ];
  const mentioned = argument.comments.flatMap(({ text }) => mentionedIn(text));
  const drawn = byLot(
    [...new Set([...wrote.map(({ authorId }) => authorId), ...mentioned])],
    random.token,
  );
  const authors = new Map(drawn.map((id, at) => [id, at]));
  const numbers = found.map(({ statement }) => statement.sourceNumber);
  const isNumbered = new Set(numbers).size === found.length && !numbers.includes(null);
  const statements = found.map(({ statement, agrees, disagrees, passes, ...counts }, at) => ({
    id: statement.id,
    number: (isNumbered ? statement.sourceNumber : at) ?? at,
    text: statement.status === "hidden" ? hiddenText : statement.text,
    language: statement.language,
    author: authors.get(statement.authorId) ?? 0,
    status: statement.status,
    isSeed: statement.isSeed,
    isMeta: statement.isMeta,
    createdAt: statement.createdAt.toISOString(),
    agrees,
    disagrees,
    passes,
    visitors: {
      agrees: counts.visitorAgrees,
      disagrees: counts.visitorDisagrees,
      passes: counts.visitorPasses,
    },
  }));
  const drawnPeople = people && drawPeople(people, debate, random.token);
  return { ids, debate, argument, curation, statements, authors, ...(drawnPeople ?? nobody) };
}

const nobody = { responders: null, visitors: 0 };

/** Members and visitors each by lot, these after those. */
function drawPeople(
  people: Awaited<ReturnType<typeof peopleWhoResponded>>,
  { countsVisitors }: DebateFacts,
  token: () => string,
): Pick<Exported, "responders" | "visitors"> {
  const idsOf = (wanted: boolean) =>
    people.filter(({ isVisitor }) => isVisitor === wanted).map(({ id }) => id);
  const members = byLot(idsOf(false), token);
  const visitors = countsVisitors ? byLot(idsOf(true), token) : [];
  return { responders: [...members, ...visitors], visitors: visitors.length };
}

/** Whether somebody with this number in the export had no account. */
export function isVisitor({ responders, visitors }: Exported, person: number): boolean {
  return person >= (responders?.length ?? 0) - visitors;
}

/** In an order that tells nothing. */
function byLot(ids: readonly string[], token: () => string): string[] {
  const lots = ids.map((id) => ({ id, lot: token() }));
  return lots.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ id }) => id);
}

/** The argument in its plain form; what was withdrawn keeps its place where something hangs on it. */
export function plainArgument({ debate, argument, curation }: Exported): Argument {
  const { claims } = argument;
  const order = curation.parts.filter(({ kind }) => kind === "order");
  const wanted = order.flatMap(({ values }) => values);
  const edges = inOrder([...argument.edges], wanted, ({ id }) => id);
  const targets = new Set(edges.map(({ targetId }) => targetId));
  const positions = inOrder([...argument.positions], wanted, ({ id }) => id).filter(
    ({ id, withdrawnAt }) => withdrawnAt === undefined || targets.has(id),
  );
  const silent = new Set(claims.filter(({ withdrawnAt }) => withdrawnAt).map(({ id }) => id));
  const kept = edges.filter(
    ({ id, claimId }) => !silent.has(claimId) || targets.has(claimId) || targets.has(id),
  );
  const places = {
    position: placesOf(positions),
    claim: placesOf(claims),
    edge: placesOf(kept),
  };
  return {
    question: debate.question,
    positions: positions.map(({ title, text, ...one }) => {
      return { title: title || withdrawnText, text, byPanel: seatsOf(one) };
    }),
    claims: claims.map(({ text }) => ({ text: text || withdrawnText })),
    edges: kept.map(({ claimId, side, targetKind, targetId }) => ({
      claim: places.claim.get(claimId) ?? 0,
      side,
      target: { kind: targetKind, at: places[targetKind].get(targetId) ?? -1 },
    })),
  };
}

/** How many of a panel's seats recommended a position; which panel that was says nothing elsewhere. */
export const seatsOf = ({ byPanel }: Pick<Position, "byPanel">): PanelSeats | undefined =>
  byPanel && { yes: byPanel.yes, seats: byPanel.seats };

export const placesOf = (things: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map(({ id }, at) => [id, at]));
