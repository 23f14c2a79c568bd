import type { ImportReport, ImportStage } from "#shared/contract/transfer.ts";
import type { AgreeSign } from "#shared/transfer/polis-sign.ts";
import type { Deps } from "../deps.ts";
import type { Act } from "../platform/ledger-store.ts";
import { factsOf } from "../platform/log.ts";
import { fileFault, ImportFault } from "./import-fault.ts";
import { readPolis } from "./read-polis.ts";
import { readDebateFile } from "./read-debate-file.ts";
import { saveDebateFile } from "./save-debate-file.ts";
import {
  asQuestion,
  type ImportTarget,
  type OnProgress,
  questionOf,
  savePolis,
} from "./save-polis.ts";
import type { ImportSource } from "./source-files.ts";
import { endImport, type ImportIds, noteProgress, setPatience } from "./store.ts";

export interface ImportJob {
  readonly ids: ImportIds;
  readonly target: ImportTarget;
  readonly source: ImportSource;
  readonly agree: AgreeSign | undefined;
  /** Stops the work, which then leaves nothing. */
  readonly stopping: AbortController;
  /** Told whenever what is known of the import has changed. */
  onChange(progress: Progress | null): void;
}

export interface Progress {
  readonly stage: ImportStage;
  readonly done: number;
  readonly total: number;
}

export type ImportDeps = Pick<Deps, "db" | "transact" | "random" | "log">;

export type Outcome =
  | { readonly status: "done"; readonly report: ImportReport; readonly debateId: string }
  | { readonly status: "failed"; readonly fault: ImportFault }
  | { readonly status: "cancelled" };

/** Why the work was stopped: somebody cancelled it, or the process ends. */
export class Stopped extends Error {
  constructor(readonly why: "cancelled" | "interrupted") {
    super(why);
  }
}

const noteEveryMs = 250;
const aliveEveryMs = 2_000;

/** Does an import from its first row to its end, and says how far it is. Stores all of it or nothing. */
export async function runImport(deps: ImportDeps, job: ImportJob): Promise<Outcome> {
  const pulse = startPulse(deps, job);
  const { ids, target } = job;
  let outcome: Outcome;
  try {
    const { question, save } = await read(deps, job, pulse.note);
    await noteProgress(deps.db, ids, { title: question });
    const report = await deps.transact(async (tx) => {
      await setPatience(tx.db);
      const saved = await save(tx.db);
      await tx.act(actOf(target, saved));
      const { debateId } = target;
      const isFirst = await endImport(tx.db, ids, { status: "done", report: saved, debateId });
      if (!isFirst) throw new Stopped("cancelled");
      return saved;
    });
    outcome = { status: "done", report, debateId: target.debateId };
  } catch (error) {
    outcome = outcomeOf(error, job, deps.log);
    await end(deps, ids, outcome);
  } finally {
    pulse.stop();
  }
  job.onChange(null);
  return outcome;
}

interface Ready {
  readonly question: string;
  save(db: Deps["db"]): Promise<ImportReport>;
}

/** Reads the whole source before anything of it is stored. */
async function read(
  { random }: ImportDeps,
  { source, target, agree, stopping: { signal } }: ImportJob,
  onProgress: OnProgress,
): Promise<Ready> {
  if (source.kind === "polis") {
    const onBytes = (done: number, total: number) =>
      onProgress("reading", kilobytes(done), kilobytes(total));
    const content = await readPolis({ ...source, signal, onBytes }, agree);
    const question = questionOf(content, target.question);
    return { question, save: (db) => savePolis(db, content, { target, random, onProgress }) };
  }
  const content = await readDebateFile(source, { signal, now: target.createdAt });
  const question = asQuestion(target.question ?? content.question ?? "", source.file.name);
  const options = { target, question, random, onProgress };
  return { question, save: (db) => saveDebateFile(db, content, options) };
}

/** The community's record tells that a conversation came in, and how large it is. */
function actOf(target: ImportTarget, report: ImportReport): Act {
  const { communityId, authorId: actor, debateId: subject } = target;
  const { statements, people, responses, claims } = report;
  const payload = { statements, people, responses, ...(claims === undefined ? {} : { claims }) };
  return { communityId, kind: "debate.imported", actor, subject, payload };
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

function outcomeOf(error: unknown, { stopping }: ImportJob, log: Deps["log"]): Outcome {
  const reason: unknown = stopping.signal.aborted ? stopping.signal.reason : error;
  if (reason instanceof Stopped) {
    if (reason.why === "cancelled") return { status: "cancelled" };
    return { status: "failed", fault: fileFault("interrupted") };
  }
  if (error instanceof ImportFault) return { status: "failed", fault: error };
  log.error(factsOf(error), "an import");
  return { status: "failed", fault: fileFault("internal") };
}

async function end(deps: ImportDeps, ids: ImportIds, outcome: Outcome): Promise<void> {
  if (outcome.status === "done") return;
  const problem = outcome.status === "failed" ? outcome.fault.problem : null;
  try {
    await endImport(deps.db, ids, { status: outcome.status, problem });
  } catch {
    // The database is away: the import's silence will be noticed by whoever looks next.
  }
}

/** Writes down how far an import is, a few times a second, and that it lives; stops it once it was ended elsewhere. */
function startPulse({ db }: ImportDeps, { ids, stopping, onChange }: ImportJob) {
  let latest: Progress = { stage: "reading", done: 0, total: 0 };
  let noted: Progress | null = null;
  let notedAt = 0;
  let isNoting = false;

  async function beat(): Promise<void> {
    const isQuiet = noted === latest && performance.now() - notedAt < aliveEveryMs;
    if (isNoting || isQuiet) return;
    isNoting = true;
    try {
      noted = latest;
      notedAt = performance.now();
      if (!(await noteProgress(db, ids, latest))) stopping.abort(new Stopped("cancelled"));
      onChange(latest);
    } catch {
      // Told again at the next beat.
    } finally {
      isNoting = false;
    }
  }

  const timer = setInterval(() => void beat(), noteEveryMs);
  return {
    note(stage: ImportStage, done: number, total: number): void {
      stopping.signal.throwIfAborted();
      latest = { stage, done, total };
    },
    stop: () => clearInterval(timer),
  };
}
