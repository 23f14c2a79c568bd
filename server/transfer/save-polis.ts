import type { Db } from "#db/client.ts";
import type { ImportReport, ImportStage } from "#shared/contract/transfer.ts";
import type { Language, Phase, UsualTopic } from "#shared/contract/phases.ts";
import type { PolisComment } from "#shared/transfer/polis-comments.ts";
import { type PolisResponse, polisResponse } from "#shared/transfer/polis-report.ts";
import { importedParticipants } from "../communities/public.ts";
import { saveDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import {
  addLatestResponses,
  addPastStatements,
  addResponseHistory,
  countPastResponses,
  markPastVisitors,
  type PastResponse,
} from "../statements/public.ts";
import { topicFor } from "../topics/public.ts";
import { atPlace } from "./at-place.ts";
import { fileFault } from "./import-fault.ts";
import type { PolisExport } from "./read-polis.ts";

/** The debate that an export becomes. */
export interface ImportTarget {
  readonly communityId: string;
  readonly debateId: string;
  readonly authorId: string;
  readonly question: string | undefined;
  readonly context: string | undefined;
  /** Where the file names none that the community has; undefined: its first one. */
  readonly topic: string | undefined;
  readonly language: Language;
  readonly attribution: string | undefined;
  readonly phase?: Phase;
  readonly createdAt: Date;
}

/** Told how far the work is; throws once it is to stop. */
export type OnProgress = (stage: ImportStage, done: number, total: number) => void;

/** Where nobody says under which topic. */
export const usual: UsualTopic = "governance";
const longestQuestion = 300;
const longestContext = 10_000;
const chunk = 1_000;
const values = { agree: 1, disagree: -1, pass: 0 } as const satisfies Record<PolisResponse, number>;
// Marks that turn the direction of what follows, and control characters, are no part of what people said.
const invisible = /[^\P{Cc}\n\t]|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/gu;

function clean(text: string, max: number): string {
  const plain = text.normalize("NFC").replaceAll(/\r\n?/g, "\n").replaceAll(invisible, "").trim();
  return plain.length <= max ? plain : Array.from(plain).slice(0, max).join("");
}

/** The question, as it was given or stands in the summary; throws an ImportFault where there is neither. */
export function questionOf({ summary }: PolisExport, given: string | undefined): string {
  return asQuestion(given ?? summary.topic ?? "", "summary.csv");
}

/** A question that may stand over a debate; throws an ImportFault where there is none. */
export function asQuestion(text: string, file: string): string {
  const question = clean(text.replaceAll(/\s+/g, " "), longestQuestion);
  if (question === "") throw fileFault("no-question", file);
  return question;
}

/**
 * Saves an export as a debate: its statements, its people under pseudonyms, the latest response of each, and all that
 * they ever responded, with the times of the source. All of it in the transaction that is given, or nothing.
 */
export async function savePolis(
  db: Db,
  content: PolisExport,
  { target, random, onProgress }: SaveOptions,
): Promise<ImportReport> {
  const { report } = content;
  const topic = await topicFor(db, target.communityId, [target.topic, usual]);
  await saveDebate(db, { ...debateRow(content, target), topic });
  const people = await savePeople(db, content, { target, onProgress });
  const statementIds = await saveStatements(db, content, { target, random, people, onProgress });
  const writing: Writing = { db, target, people, statementIds, onProgress };
  await saveResponses(writing, "responses", {
    total: report.latest,
    all: latestOf(content, target.createdAt),
    add: addLatestResponses,
  });
  await saveResponses(writing, "history", {
    total: report.events,
    all: historyOf(content, target.createdAt),
    add: addResponseHistory,
  });
  onProgress("finishing", 0, 1);
  const { communityId, debateId } = target;
  const visitors = [...content.visitors].map((number) => known(people, number));
  await markPastVisitors(db, { communityId, debateId }, visitors);
  await countPastResponses(db, { communityId, debateId });
  return reportOf(content);
}

interface SaveOptions {
  readonly target: ImportTarget;
  readonly random: Deps["random"];
  readonly onProgress: OnProgress;
}

function debateRow(content: PolisExport, target: ImportTarget) {
  const { communityId, debateId, authorId, language, createdAt } = target;
  const { url, description } = content.summary;
  const source = url === null ? "Imported from Polis" : `Imported from Polis: ${url}`;
  return {
    communityId,
    id: debateId,
    question: questionOf(content, target.question),
    context: clean(target.context ?? description ?? "", longestContext),
    language,
    phase: target.phase ?? "deliberation",
    authorId,
    attribution: clean(target.attribution ?? source, 1_000),
    createdAt,
    updatedAt: createdAt,
  };
}

type Ids = ReadonlyMap<number, string>;

/** Everybody who voted or wrote, under the number that the source gave them. */
async function savePeople(
  db: Db,
  { survey, report, comments }: PolisExport,
  { target, onProgress }: Pick<SaveOptions, "target" | "onProgress">,
): Promise<Ids> {
  const numbers = new Set(comments.map(({ authorId }) => authorId));
  for (const { voterId } of survey.latest(report.agree)) numbers.add(voterId);
  const ordered = [...numbers].toSorted((a, b) => a - b);
  const names = ordered.map((number) => `Participant ${number}`);
  const ids: string[] = [];
  for (let from = 0; from < names.length; from += chunk) {
    onProgress("participants", from, names.length);
    const some = names.slice(from, from + chunk);
    ids.push(...(await importedParticipants(db, target.communityId, some)));
  }
  return new Map(ordered.map((number, at) => [number, atPlace(ids, at)]));
}

function known(ids: Ids, number: number): string {
  const id = ids.get(number);
  if (id === undefined) throw new RangeError(`nothing was saved for number ${number}`);
  return id;
}

async function saveStatements(
  db: Db,
  { comments }: PolisExport,
  { target, random, people, onProgress }: SaveOptions & { readonly people: Ids },
): Promise<Ids> {
  const ids = new Map(comments.map(({ id }) => [id, random.id()]));
  const row = (comment: PolisComment) => ({
    id: known(ids, comment.id),
    text: clean(comment.body, longestContext),
    language: target.language,
    authorId: known(people, comment.authorId),
    status: comment.moderation === "rejected" ? ("hidden" as const) : ("shown" as const),
    sourceNumber: comment.id,
    createdAt: new Date(comment.time),
  });
  for (let from = 0; from < comments.length; from += chunk) {
    onProgress("statements", from, comments.length);
    await addPastStatements(db, idsOf(target), comments.slice(from, from + chunk).map(row));
  }
  return ids;
}

const idsOf = ({ communityId, debateId }: ImportTarget) => ({ communityId, debateId });

/** A response as the source numbers its people and statements. */
interface NumberedResponse {
  readonly commentId: number;
  readonly voterId: number;
  readonly value: PastResponse["value"];
  readonly at: Date;
}

interface Writing {
  readonly db: Db;
  readonly target: ImportTarget;
  readonly people: Ids;
  readonly statementIds: Ids;
  readonly onProgress: OnProgress;
}

interface Portion {
  readonly total: number;
  readonly all: Iterable<NumberedResponse> | AsyncIterable<NumberedResponse>;
  readonly add: typeof addLatestResponses;
}

async function saveResponses(writing: Writing, stage: ImportStage, { total, all, add }: Portion) {
  const { db, target, people, statementIds, onProgress } = writing;
  let some: PastResponse[] = [];
  let done = 0;
  onProgress(stage, 0, total);
  const flush = async (): Promise<void> => {
    await add(db, idsOf(target), some);
    done += some.length;
    some = [];
    onProgress(stage, done, total);
  };
  for await (const { commentId, voterId, value, at } of all) {
    some.push({
      statementId: known(statementIds, commentId),
      participantId: known(people, voterId),
      value,
      respondedAt: at,
    });
    if (some.length === chunk) await flush();
  }
  await flush();
}

/** The matrix knows no times: its responses get that of the import. */
function* latestOf({ survey, report }: PolisExport, otherwise: Date): Generator<NumberedResponse> {
  for (const { commentId, voterId, time, response } of survey.latest(report.agree)) {
    const at = time === null ? otherwise : new Date(time);
    yield { commentId, voterId, value: values[response], at };
  }
}

async function* historyOf(content: PolisExport, otherwise: Date): AsyncGenerator<NumberedResponse> {
  const { report } = content;
  if (report.source === "participants-votes.csv") {
    yield* latestOf(content, otherwise);
    return;
  }
  for await (const { commentId, voterId, time, value } of content.votes()) {
    const response = polisResponse(value, report.agree);
    yield { commentId, voterId, value: values[response], at: new Date(time) };
  }
}

function reportOf({ report, comments, notes, differences }: PolisExport): ImportReport {
  const { agree, disagree, pass } = report.responses;
  return {
    statements: comments.length,
    hiddenStatements: comments.filter(({ moderation }) => moderation === "rejected").length,
    people: report.voters,
    responses: report.latest,
    events: report.events,
    agrees: agree,
    disagrees: disagree,
    passes: pass,
    notes: [...notes],
    differences: [...differences],
  };
}
