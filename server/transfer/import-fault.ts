import type { fileRuleCodes, ImportProblem } from "#shared/contract/transfer.ts";
import {
  type ArgumentFault,
  type ArgumentRule,
  argumentRules,
} from "#shared/transfer/argument-fault.ts";
import {
  describePolisFault,
  type PolisFault,
  type PolisRule,
  polisRules,
} from "#shared/transfer/polis-fault.ts";

/** Rules beyond those of a Polis export's rows, as sentences. */
const fileRules = {
  "missing-file": "an import needs comments.csv, and votes.csv or participants-votes.csv",
  "repeated-file": "each file may be given once",
  "unknown-file":
    "a file is known by its name: comments.csv, votes.csv, participants-votes.csv or summary.csv, or the same with .gz",
  "packed-badly": "a packed file must be whole, and packed by gzip",
  "unpacked-size": "a file may be up to 512 MB unpacked, and a hundred times its packed size",
  "too-many": "an upload may hold up to 5,000,000 votes",
  "many-statements": "a debate may hold up to 20,000 statements",
  encoding: "the file must be text in UTF-8",
  "long-row": "a row may be as long as a matrix of 20,000 comments needs, not longer",
  csv: "the file must be comma-separated values, with quotes closed",
  "no-question": "the question must be given, or stand as topic in summary.csv",
  "one-debate": "a debate is one file: .json, .argdown or .txt, and nothing beside it",
  "large-debate": "the file of a debate may have up to 64 MB unpacked",
  "no-json": "the file must be JSON",
  "no-bundle": "the file must be a bundle as this program exports it",
  interrupted: "the server stopped while it worked on this",
  internal: "the server failed at this",
} as const satisfies Record<(typeof fileRuleCodes)[number], string>;

type FileRule = keyof typeof fileRules;
export type ImportRule = PolisRule | FileRule | ArgumentRule;

export interface Fault {
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly rule: ImportRule;
  readonly found: string;
}

const correct = "Correct the file, or export it again, and import anew";

/** What to do about it, for a person. */
const waysOut: Partial<Record<ImportRule, string>> = {
  "ambiguous-sign": "Say with the import which sign means agree",
  "no-question": "Give the question",
  "missing-file": "Add the missing file",
  "repeated-file": "Leave one of them out",
  "unknown-file": "Rename the file, or leave it out",
  "packed-badly": "Pack the file again, or give it unpacked",
  "unpacked-size": "Give it unpacked, or leave votes.csv out where participants-votes.csv is there",
  "too-many": "Import it on the server itself, by npm run import",
  "many-statements": "Divide it into several debates",
  interrupted: "Begin the import anew",
  internal: "Try again; if it fails again, tell the operator the time",
};

const shownCharacters = 200;
// A foreign file's bytes must not reach a terminal or a page as anything but text.
const unprintable = /[^\P{Cc}\t]|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/gu;

function printable(text: string): string {
  const clean = text.replaceAll(unprintable, "\uFFFD");
  if (clean.length <= shownCharacters) return clean;
  // By whole characters: the database takes no halves.
  return `${Array.from(clean).slice(0, shownCharacters).join("")}…`;
}

/** Why files can't be imported: thrown while they are read, told to whoever gave them. Nothing was stored. */
export class ImportFault extends Error {
  readonly problem: ImportProblem;

  constructor(readonly fault: Fault) {
    const { rule } = fault;
    const found = printable(fault.found);
    const column = fault.column === null ? null : printable(fault.column);
    const way = waysOut[rule] ?? correct;
    const detail = `${sentence({ ...fault, found, column })}. ${way}; nothing was stored.`;
    super(detail);
    this.problem = { rule, file: fault.file, row: fault.row, column, found, detail };
  }
}

function sentence(fault: Fault): string {
  if (isPolisFault(fault)) return describePolisFault(fault);
  const { file, row, rule, found } = fault;
  const line = rule in argumentRules ? "line" : "row";
  const place = [file, row === null ? null : `${line} ${row}`].filter((part) => part !== null);
  const prefix = place.length === 0 ? "" : `${place.join(", ")}: `;
  const sentences: Readonly<Record<string, string>> = { ...fileRules, ...argumentRules };
  const about = sentences[rule] ?? rule;
  return `${prefix}${about}${found === "" ? "" : ` (found: ${found})`}`;
}

const isPolisFault = (fault: Fault): fault is PolisFault => fault.rule in polisRules;

/** A fault of a whole file, or of the files together. */
export const fileFault = (rule: FileRule, file: string | null = null, found = ""): ImportFault =>
  new ImportFault({ rule, file, row: null, column: null, found });

/** A fault in a written argument, in a line of its file. */
export const argumentFault = ({ rule, line, found }: ArgumentFault, file: string): ImportFault =>
  new ImportFault({ rule, file, row: line, column: null, found });
