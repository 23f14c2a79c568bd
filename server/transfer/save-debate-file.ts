import type { Db } from "#db/client.ts";
import { EvidenceKind } from "#shared/contract/evidence.ts";
import { Language, type Phase, Phase as PhaseSchema } from "#shared/contract/phases.ts";
import type { ImportReport } from "#shared/contract/transfer.ts";
import { importedParticipants } from "../communities/public.ts";
import { saveCuration } from "../curation/public.ts";
import { saveDebateRows } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import {
  addLatestResponses,
  addPastStatements,
  addResponseHistory,
  countPastResponses,
  markPastVisitors,
} from "../statements/public.ts";
import { atPlace } from "./at-place.ts";
import { commentRows } from "./bundle-comments.ts";
import { curationFrom } from "./bundle-curation.ts";
import { ratingRows, sizeOfRatings } from "./bundle-ratings.ts";
import { topicFor } from "../topics/public.ts";
import type { DebateContent } from "./parse-debate.ts";
import { type ImportTarget, type OnProgress, usual } from "./save-polis.ts";

interface SaveOptions {
  readonly target: ImportTarget;
  readonly question: string;
  readonly random: Deps["random"];
  readonly onProgress: OnProgress;
}

/** Without its decision, a debate is not voted on; and what others wrote is nobody's draft. */
const landings: Partial<Record<Phase, Phase>> = { draft: "framing", voting: "deliberation" };

/** Saves what a file says as a debate: all of it in the transaction that is given, or nothing. */
export async function saveDebateFile(
  db: Db,
  content: DebateContent,
  options: SaveOptions,
): Promise<ImportReport> {
  const { target, random, onProgress } = options;
  const { communityId, debateId } = target;
  const { raters } = sizeOfRatings(content);
  onProgress("participants", 0, content.authors.length + content.responders + raters);
  const authorIds = await importedParticipants(db, communityId, content.authors);
  const raterIds = await importedParticipants(db, communityId, numbered("Rater", raters));
  onProgress("argument", 0, content.claims.length);
  const topic = await topicFor(db, communityId, [content.debate?.topic, target.topic, usual]);
  const rows = rowsOf(content, { ...options, authorIds, topic });
  await saveDebateRows(db, rows);
  const ids = {
    debate: debateId,
    position: rows.positions.map(({ id }) => id),
    claim: rows.claims.map(({ id }) => id),
    edge: rows.edges.map(({ id }) => id),
    source: rows.evidence.map(({ id }) => id),
    targets: rows.edges.map(({ targetId }) => targetId),
    author: authorIds,
    raters: raterIds,
  };
  const comment = content.comments.map(() => random.id());
  await saveDebateRows(db, {
    ...ratingRows(content, { communityId, debateId, ...ids }),
    ...commentRows(content, { communityId, debateId, ...ids, comment }),
  });
  const curation = { ...curationFrom(content, ids), raters: raterIds };
  await saveCuration(db, { communityId, debateId }, curation);
  const statementIds = content.statements.map(() => random.id());
  onProgress("statements", 0, statementIds.length);
  await addPastStatements(
    db,
    { communityId, debateId },
    content.statements.map((one, place) => ({
      id: atPlace(statementIds, place),
      text: one.text,
      language: one.language,
      authorId: atPlace(authorIds, one.author),
      status: one.status,
      isSeed: one.isSeed,
      isMeta: one.isMeta,
      sourceNumber: one.number,
      createdAt: new Date(one.createdAt),
    })),
  );
  await saveResponses(db, content, { ...options, statementIds });
  return reportOf(content);
}

const numbered = (name: string, many: number) =>
  Array.from({ length: many }, (_, number) => `${name} ${number}`);

interface Settled extends SaveOptions {
  readonly authorIds: readonly string[];
  /** Under which it is filed here. */
  readonly topic: string;
}

function rowsOf(content: DebateContent, options: Settled) {
  const { target, question, random, authorIds, topic } = options;
  const { communityId, debateId } = target;
  const language = Language.parse(content.debate?.language ?? target.language);
  const ids = {
    position: content.positions.map(() => random.id()),
    claim: content.claims.map(() => random.id()),
    edge: content.edges.map(() => random.id()),
  };
  const place = { communityId, debateId };
  const written = (one: {
    author: number;
    createdAt: string;
    withdrawnAt?: string | undefined;
  }) => ({
    ...place,
    authorId: atPlace(authorIds, one.author),
    createdAt: new Date(one.createdAt),
    withdrawnAt: one.withdrawnAt === undefined ? null : new Date(one.withdrawnAt),
  });
  return {
    debates: [debateRow(content, { target, question, language, topic })],
    positions: content.positions.map(({ title, text, byPanel, ...one }, here) => ({
      ...written(one),
      id: atPlace(ids.position, here),
      title,
      text,
      byPanel: byPanel ? { ...byPanel, panelId: null } : null,
    })),
    claims: content.claims.map(
      ({ text, kind, language: own, tags: _tags, wellPut: _wellPut, ...one }, here) => ({
        ...written(one),
        id: atPlace(ids.claim, here),
        text,
        kind: kind ?? ("claim" as const),
        language: Language.parse(own || language),
        updatedAt: new Date(one.createdAt),
      }),
    ),
    edges: edgeRows(content, { place, ids }),
    definitions: content.definitions.map(({ term, text, ...one }) => {
      const { authorId, createdAt } = written(one);
      const who = { authorId, editorId: authorId };
      return { ...place, ...who, id: random.id(), term, text, createdAt, updatedAt: createdAt };
    }),
    evidence: content.evidence.map(
      ({ claim, kind, url, title, publisher, publishedOn, quote, ...one }) => ({
        ...written(one),
        id: random.id(),
        claimId: atPlace(ids.claim, claim),
        kind: EvidenceKind.parse(kind),
        url,
        title,
        publisher,
        publishedOn,
        quote,
      }),
    ),
  };
}

interface Placing {
  readonly place: { readonly communityId: string; readonly debateId: string };
  readonly ids: Record<"position" | "claim" | "edge", readonly string[]>;
}

function edgeRows(content: DebateContent, { place, ids }: Placing) {
  return content.edges.map(({ claim, side, target: to }, here) => ({
    ...place,
    id: atPlace(ids.edge, here),
    claimId: atPlace(ids.claim, claim),
    side,
    targetKind: to.kind,
    targetId: atPlace(ids[to.kind], to.at),
    createdAt: new Date(atPlace(content.claims, claim).createdAt),
  }));
}

interface DebateChoices {
  readonly target: ImportTarget;
  readonly question: string;
  readonly language: Language;
  readonly topic: string;
}

function debateRow(
  { debate }: DebateContent,
  { target, question, language, topic }: DebateChoices,
) {
  const { communityId, debateId, authorId, createdAt } = target;
  const phase = debate === null ? "deliberation" : PhaseSchema.parse(debate.phase);
  return {
    communityId,
    id: debateId,
    question,
    context: target.context ?? debate?.context ?? "",
    topic,
    language,
    phase: landings[phase] ?? phase,
    authorId,
    attribution: target.attribution ?? debate?.attribution ?? null,
    createdAt,
    updatedAt: createdAt,
  };
}

/** Responses under the numbers that they were exported with; nobody is behind these. */
async function saveResponses(
  db: Db,
  { responses, responders, visitors }: DebateContent,
  { target, onProgress, statementIds }: SaveOptions & { statementIds: readonly string[] },
): Promise<void> {
  if (responses === null) return;
  const { communityId, debateId } = target;
  const { latest, history } = responses;
  // Only of whom there is a response: a number alone is nobody.
  const numbers = new Set<number>();
  for (const [person] of latest) numbers.add(person);
  for (const [person] of history) numbers.add(person);
  const names = [...numbers].map((number) => `Participant ${number}`);
  const ids = await importedParticipants(db, communityId, names);
  const people = new Map([...numbers].map((number, place) => [number, atPlace(ids, place)]));
  const idOf = (person: number) => people.get(person) ?? atPlace(ids, -1);
  const row = ([person, statement, value, day]: (typeof responses.latest)[number]) => ({
    statementId: atPlace(statementIds, statement),
    participantId: idOf(person),
    value,
    respondedAt: new Date(day),
  });
  onProgress("responses", 0, latest.length);
  await addLatestResponses(db, { communityId, debateId }, latest.map(row));
  onProgress("history", 0, history.length);
  await addResponseHistory(db, { communityId, debateId }, history.map(row));
  onProgress("finishing", 0, 1);
  const withoutAccount = [...numbers].filter((number) => number >= responders - visitors);
  await markPastVisitors(db, { communityId, debateId }, withoutAccount.map(idOf));
  await countPastResponses(db, { communityId, debateId });
}

function reportOf(content: DebateContent): ImportReport {
  const { statements, responses, positions, claims, evidence } = content;
  const latest = responses?.latest ?? [];
  const { all: ratings } = sizeOfRatings(content);
  const count = (wanted: number) => latest.filter(([, , value]) => value === wanted).length;
  return {
    positions: positions.length,
    claims: claims.length,
    evidence: evidence.length,
    ...(ratings > 0 ? { ratings } : {}),
    statements: statements.length,
    hiddenStatements: statements.filter(({ status }) => status === "hidden").length,
    people: responses === null ? 0 : content.responders,
    responses: latest.length,
    events: responses?.history.length ?? 0,
    agrees: count(1),
    disagrees: count(-1),
    passes: count(0),
    notes: [],
  };
}
