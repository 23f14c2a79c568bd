/** What a text may hold; far more than people write, little enough that nothing hangs. */
export const argumentLimits = {
  characters: 8 * 1024 * 1024,
  lineCharacters: 50_000,
  claims: 20_000,
  positions: 500,
  depth: 500,
  claimCharacters: 2_000,
  titleCharacters: 200,
  textCharacters: 4_000,
} as const;

/** Every rule that a written argument can break, as a sentence. */
export const argumentRules = {
  "long-file": "a text may have up to 8,000,000 characters",
  "long-line": "a line may have up to 50,000 characters",
  "no-claims":
    'there must be at least one position; a line of it begins with its number, as in "1. Text"',
  "no-statements":
    "there must be at least one statement that is named in brackets, supported or attacked",
  "no-parent": "the line that this one speaks to must come before it",
  "repeated-number": "a number may begin only one line",
  "no-side": "a claim must say whether it is Pro or Con",
  "no-text": "there must be a text",
  "unknown-link": "a link must lead to a line that is there",
  "link-circle": "a link must not lead back to itself",
  "too-deep": "claims may stand up to 500 levels deep",
  "too-many-claims": "a text may hold up to 500 positions and 20,000 claims",
  "long-claim": "a claim may have up to 2,000 characters",
  "long-position": "a position may have up to 4,000 characters",
  "open-comment": "a comment that is opened must be closed",
  "open-header": "the header that is opened by === must be closed by ===",
} as const;

export type ArgumentRule = keyof typeof argumentRules;

/** What is wrong with a text, and in which line. */
export class ArgumentFault extends Error {
  constructor(
    readonly rule: ArgumentRule,
    readonly line: number | null,
    readonly found = "",
  ) {
    super(argumentRules[rule]);
  }
}

// Marks that turn the direction of what follows, and control characters, are no part of what people said.
const invisible = /[^\P{Cc}\n\t]|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** A text as lines, without what nobody can see; refuses one that is too large. */
export function linesOf(text: string): string[] {
  if (text.length > argumentLimits.characters) throw new ArgumentFault("long-file", null);
  const lines = text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(invisible, "")
    .normalize("NFC")
    .split("\n");
  const long = lines.findIndex(({ length }) => length > argumentLimits.lineCharacters);
  if (long !== -1) throw new ArgumentFault("long-line", long + 1);
  return lines;
}

export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** A claim's text, if it is one. */
export function claimText(text: string, line: number): string {
  const plain = oneLine(text);
  if (plain === "") throw new ArgumentFault("no-text", line);
  if (plain.length > argumentLimits.claimCharacters) {
    throw new ArgumentFault("long-claim", line, `${plain.length} characters`);
  }
  return plain;
}

/** A position, if it is one; a title that is too long stands whole in the text. */
export function positionOf(given: { title: string; text: string }, line: number) {
  const { titleCharacters, textCharacters } = argumentLimits;
  const whole = oneLine(given.title);
  if (whole === "") throw new ArgumentFault("no-text", line);
  const isLong = whole.length > titleCharacters;
  const title = isLong ? `${whole.slice(0, titleCharacters - 2).trim()}…` : whole;
  const text = [isLong ? whole : "", given.text.trim()].filter(Boolean).join("\n\n");
  if (text.length > textCharacters) {
    throw new ArgumentFault("long-position", line, `${text.length} characters`);
  }
  return { title: title.replaceAll(/\p{Surrogate}/gu, ""), text };
}
