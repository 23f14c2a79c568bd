import { createHash } from "node:crypto";
import {
  type draftSummary as draftContract,
  type readSummary as readContract,
  summaryWritten,
  type writeSummary as writeContract,
} from "#shared/contract/summaries.ts";
import { groupLetter } from "#shared/opinions/group-letter.ts";
import { seen } from "#shared/opinions/group-votes.ts";
import {
  citedSentences,
  isOfMany,
  type SummarizedStatement,
  summaryRequest,
} from "#shared/opinions/summary.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { isModerator, type Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { type SummaryWriter, WriterProblem } from "../platform/summary-writer.ts";
import { hasOpenCounts, readableTexts } from "../statements/public.ts";
import { runsOn } from "./runs.ts";
import type { RunIds, RunRow } from "./store.ts";
import { findSummary, saveSummary } from "./summary-store.ts";

/** The most statements that are sent: those with the most responses. */
const mostStatements = 300;

interface Looking {
  readonly standing: Standing;
  readonly params: RunIds;
}

async function runOf({ db }: Pick<Deps, "db">, params: RunIds): Promise<RunRow> {
  const run = await runsOn(db).find(params, params.runId);
  if (!run) throw new Refusal("not-found");
  return run;
}

/** The summary of a map; what it rests on may have been taken back or put out of sight since. */
export async function readSummary(deps: Deps, { standing, params }: Call<typeof readContract>) {
  return viewSummary(deps, { standing, params });
}

async function viewSummary(deps: Deps, { standing, params }: Looking) {
  const { phase } = await readableDebate(deps, standing, params);
  const { statementIds, map } = await runOf(deps, params);
  const row = await findSummary(deps.db, params);
  const mayWrite =
    isModerator(standing) && hasOpenCounts(phase) && deps.summaryWriter !== undefined;
  if (!row) return { summary: null, can: { write: mayWrite } };
  const idOf = (number: number) => statementIds[map.statements[number - 1]?.statement ?? -1] ?? "";
  const all = row.sentences.map(({ text, cites }) => ({ text, statementIds: cites.map(idOf) }));
  const cited = all.flatMap((sentence) => sentence.statementIds).filter((id) => id !== "");
  const texts = await readableTexts(deps.db, params, cited);
  const sentences = all.filter((sentence) => sentence.statementIds.every((id) => texts.has(id)));
  const { model, dropped, createdAt } = row;
  const summary = { model, writtenAt: createdAt.toISOString(), sentences, dropped };
  return { summary, can: { write: false } };
}

/** Statements of a run as they are sent: what anybody can read, with sums that everybody sees by now, none of a few people. */
function statementsOf({ map, statementIds }: RunRow, texts: ReadonlyMap<string, string>) {
  const all = map.statements.flatMap(
    ({ statement, counts, byGroup }, at): SummarizedStatement[] => {
      const text = texts.get(statementIds[statement] ?? "");
      if (text === undefined || !isOfMany(counts)) return [];
      const groups = byGroup.map(({ group, ...votes }) => ({ letter: groupLetter(group), votes }));
      return [{ number: at + 1, text, counts, byGroup: groups }];
    },
  );
  const most = all.toSorted((a, b) => seen(b.counts) - seen(a.counts)).slice(0, mostStatements);
  return most.toSorted((a, b) => a.number - b.number);
}

/** What would be sent, and to whom. Sums sway: nothing is sent before everybody sees them. */
async function draftOf(deps: Deps, { standing, params }: Looking) {
  const debate = await readableDebate(deps, standing, params);
  const writer = deps.summaryWriter;
  if (!writer) throw new Refusal("not-allowed", because("summary-off"));
  if (!hasOpenCounts(debate.phase)) throw new Refusal("phase-forbids");
  const run = await runOf(deps, params);
  const statements = statementsOf(run, await readableTexts(deps.db, params, run.statementIds));
  const text = summaryRequest({
    question: debate.question,
    language: debate.language,
    groups: run.map.groups.map(({ number, people }) => ({ letter: groupLetter(number), people })),
    statements,
  });
  const hash = createHash("sha256").update(text).digest("hex");
  return { text, hash, writer, known: new Set(statements.map(({ number }) => number)) };
}

/** Shows what would be sent; nothing is. */
export async function draftSummary(deps: Deps, call: Call<typeof draftContract>) {
  const { text, hash, writer } = await draftOf(deps, call);
  return { text, hash, model: writer.model, host: writer.host };
}

/** Sends the text that the moderator has read, and keeps the sentences of the answer that cite what there is. */
export async function writeSummary(deps: Deps, call: Call<typeof writeContract>) {
  const { standing, params, body, once } = call;
  const { text, hash, writer, known } = await draftOf(deps, call);
  if (await findSummary(deps.db, params)) return viewSummary(deps, call);
  if (hash !== body.hash) throw new Refusal("stale-version", because("summary-changed"));
  const { kept, dropped } = citedSentences(await answerOf(writer, text), known);
  if (kept.length === 0) throw new Refusal("summary-failed", because("summary-uncited"));
  const { communityId, debateId, runId } = params;
  await deps.transact(async (tx) => {
    const row = { ...params, model: writer.model, sentHash: hash, sentences: kept, dropped };
    // Two moderators pressed at the same time: the first summary stands.
    if (!(await saveSummary(tx.db, row))) return;
    await tx.act({
      communityId,
      kind: "debate.summary-written",
      actor: standing.participantId,
      subject: debateId,
      payload: { runId, model: writer.model, sent: hash },
    });
    await tx.record(summaryWritten, { communityId, debateId, runId });
  }, once);
  return viewSummary(deps, call);
}

async function answerOf(writer: SummaryWriter, text: string): Promise<string> {
  try {
    return await writer.write(text);
  } catch (error) {
    if (error instanceof WriterProblem) throw new Refusal("summary-failed", because(error.fault));
    throw error;
  }
}
