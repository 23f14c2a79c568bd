import { mostStatements } from "#shared/opinions/responses.ts";
import { openPolisComments, type PolisComment } from "#shared/transfer/polis-comments.ts";
import type { Checked, PolisFile } from "#shared/transfer/polis-fault.ts";
import { openPolisMatrix } from "#shared/transfer/polis-matrix.ts";
import {
  describePolisNote,
  polisNoteFacts,
  type PolisNoteFacts,
  type PolisReport,
} from "#shared/transfer/polis-report.ts";
import type { PolisReader } from "#shared/transfer/polis-row.ts";
import type { AgreeSign } from "#shared/transfer/polis-sign.ts";
import { type PolisSummary, readPolisSummary } from "#shared/transfer/polis-summary.ts";
import { PolisSurvey } from "#shared/transfer/polis-survey.ts";
import { openPolisVotes, type PolisVote } from "#shared/transfer/polis-votes.ts";
import { fileFault, ImportFault } from "./import-fault.ts";
import { rowsOf } from "./read-rows.ts";
import type { SizeLimits, SourceFiles } from "./source-files.ts";

export interface PolisReading {
  readonly files: SourceFiles;
  readonly limits: SizeLimits;
  readonly signal: AbortSignal;
  /** Told how many bytes of all files were read, and how many there are. */
  readonly onBytes?: (read: number, total: number) => void;
}

/** An export that was read through once: everything in it is well formed, and what it means is known. */
export interface PolisExport {
  readonly summary: PolisSummary;
  readonly comments: readonly PolisComment[];
  readonly survey: PolisSurvey;
  readonly report: PolisReport;
  /** What the files say differently among themselves, as sentences. */
  readonly notes: readonly string[];
  readonly differences: readonly PolisNoteFacts[];
  /** Who had no account, where the export says so. */
  readonly visitors: ReadonlySet<number>;
  /** Reads votes.csv once more: every vote in the order of the file. Nothing where there is no such file. */
  votes(): AsyncGenerator<PolisVote>;
}

function value<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new ImportFault(checked.fault);
}

const nothingSaid: PolisSummary = {
  topic: null,
  url: null,
  description: null,
  voters: null,
  comments: null,
};

/** Reads a whole export, row by row, before anything of it is stored. Throws an ImportFault for the first thing wrong. */
export async function readPolis(
  reading: PolisReading,
  agree: AgreeSign | undefined,
): Promise<PolisExport> {
  const { limits } = reading;
  const rows = openFiles(reading);
  const summary = await readSummary(rows);
  const comments: PolisComment[] = [];
  for await (const comment of records(rows, "comments.csv", openPolisComments)) {
    if (comments.push(comment) > mostStatements) throw fileFault("many-statements", "comments.csv");
  }
  const ids: ReadonlySet<number> = new Set(comments.map(({ id }) => id));
  const survey = new PolisSurvey(comments);
  const openVotes = (header: readonly string[]) => openPolisVotes(header, ids);
  const visitors = new Set<number>();
  let votes = 0;
  for await (const vote of records(rows, "votes.csv", openVotes)) {
    votes += 1;
    if (votes > limits.votes) throw fileFault("too-many", "votes.csv");
    survey.vote(vote);
    if (vote.isVisitor) visitors.add(vote.voterId);
  }
  const openMatrix = (header: readonly string[]) => openPolisMatrix(header, ids);
  let cells = 0;
  for await (const participant of records(rows, "participants-votes.csv", openMatrix)) {
    cells += participant.votes.length;
    if (cells > limits.votes) throw fileFault("too-many", "participants-votes.csv");
    survey.participant(participant);
  }
  const report = value(survey.finish({ agree, summary }));
  const again = openFiles({ ...reading, onBytes: () => {} });
  return {
    summary,
    comments,
    survey,
    report,
    notes: report.notes.map(describePolisNote),
    differences: report.notes.map(polisNoteFacts),
    visitors,
    votes: () => records(again, "votes.csv", openVotes),
  };
}

type Rows = (file: PolisFile) => AsyncGenerator<string[]> | undefined;

/** Opens files by name, and keeps count of what was read of all of them together. */
function openFiles({ files, limits, signal, onBytes }: PolisReading): Rows {
  const total = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  let read = 0;
  return (file) => {
    const source = files.get(file);
    if (source === undefined) return undefined;
    return rowsOf({
      file,
      source,
      limits,
      signal,
      onBytes(bytes) {
        read += bytes;
        onBytes?.(read, total);
      },
    });
  };
}

async function* records<T>(
  open: Rows,
  file: PolisFile,
  openReader: (header: readonly string[]) => Checked<PolisReader<T>>,
): AsyncGenerator<T> {
  const rows = open(file);
  if (rows === undefined) return;
  let reader: PolisReader<T> | undefined;
  for await (const cells of rows) {
    if (reader === undefined) reader = value(openReader(cells));
    else yield value(reader.read(cells));
  }
  // An empty file has no header either.
  if (reader === undefined) value(openReader([]));
}

const longestSummary = 1_000;

async function readSummary(open: Rows): Promise<PolisSummary> {
  const rows = open("summary.csv");
  if (rows === undefined) return nothingSaid;
  const all: string[][] = [];
  for await (const cells of rows) {
    if (all.push(cells) > longestSummary) break;
  }
  return value(readPolisSummary(all));
}
