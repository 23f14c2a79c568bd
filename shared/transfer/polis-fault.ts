/** The files of a Polis export, by the name used in messages. */
export type PolisFile = "comments.csv" | "votes.csv" | "participants-votes.csv" | "summary.csv";

/** The names under which Polis has published each file over the years, the newest last. */
export const polisFileNames: Readonly<Record<PolisFile, readonly string[]>> = {
  "comments.csv": ["comments.csv"],
  "votes.csv": ["votes.csv"],
  "participants-votes.csv": ["participants-votes.csv", "participant-votes.csv"],
  "summary.csv": ["summary.csv"],
};

/** Every rule that a Polis export can break, as a sentence. */
export const polisRules = {
  "missing-column": "the header must name this column",
  "repeated-column": "the header must name each column once",
  "row-length": "a row must have as many cells as the header",
  timestamp:
    "a timestamp is whole milliseconds or seconds since 1970, between the years 2000 and 2100",
  id: "an id is a whole number, zero or above",
  "duplicate-id": "an id may occur only once",
  "unknown-comment": "a vote must be on a comment of comments.csv",
  vote: "a vote is -1, 0 or 1",
  moderated: "moderated is -1, 0 or 1",
  count: "a count is a whole number, zero or above",
  "empty-body": "a comment must have a text",
  "long-body": "a comment may have up to 1,000 characters",
  "no-comments": "the file must have at least one comment",
  "no-votes": "the export must have votes.csv or participants-votes.csv, with at least one vote",
  "ambiguous-sign":
    "the files must tell whether 1 or -1 means agree; where they don't, it has to be said with the import",
} as const;

export type PolisRule = keyof typeof polisRules;

/** What is wrong with an export and where. Row 1 is the header, as in a spreadsheet; null is the whole file. */
export interface PolisFault {
  readonly file: PolisFile;
  readonly row: number | null;
  readonly column: string | null;
  readonly rule: PolisRule;
  readonly found: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: PolisFault };

const shownCharacters = 200;

/** A fault as one sentence for a terminal, a log or the detail of a problem document. */
export function describePolisFault(fault: PolisFault): string {
  const place = [fault.file as string];
  if (fault.row !== null) place.push(`row ${fault.row}`);
  if (fault.column !== null) place.push(`column "${fault.column}"`);
  const found =
    fault.found.length > shownCharacters
      ? `${fault.found.slice(0, shownCharacters)}…`
      : fault.found;
  return `${place.join(", ")}: ${polisRules[fault.rule]}${found === "" ? "" : ` (found: ${found})`}`;
}
