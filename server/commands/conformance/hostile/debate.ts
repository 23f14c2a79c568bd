import { prose } from "#shared/contract/text.ts";
import { argdownLines } from "#shared/transfer/argdown.ts";
import { oneLine } from "#shared/transfer/argument-fault.ts";
import type { DebateFileKind } from "#shared/transfer/debate-file-name.ts";
import { kialoLines } from "#shared/transfer/kialo.ts";
import { bundleLines } from "../../../transfer/export-bundle.ts";
import { type Exported, plainArgument } from "../../../transfer/exported.ts";
import { markdownLines } from "../../../transfer/export-markdown.ts";
import { parseDebate } from "../../../transfer/parse-debate.ts";
import { changed, type Outlet } from "./outlet.ts";
import { markdownProblems } from "./page.ts";

const now = new Date("2030-01-02T03:04:00.000Z");
const written = { authorId: "a", createdAt: now.toISOString(), version: 1 };
const claim = {
  ...written,
  id: "c",
  kind: "claim",
  language: "en",
  withdrawnAt: null,
  archivedAt: null,
  mergedInto: null,
  extractedTo: null,
  moderation: null,
} as const;
const edge = { id: "e", claimId: "c", side: "pro", targetKind: "position", targetId: "p" } as const;
const argument = {
  edges: [edge],
  evidence: [],
  definitions: [],
  comments: [],
  truth: new Map(),
  relevance: new Map(),
  values: { truth: new Map(), relevance: new Map() },
  reviews: new Map(),
  wellPut: new Map(),
};
const nobody = { fair: 0, partly: 0, unfair: 0 };
const facts = { topic: "security", language: "en", phase: "framing", createdAt: now };

/** A debate that says one thing everywhere: in a line where there is one, else as it was written. */
function debateOf(line: string, text: string): Exported {
  return {
    ids: { communityId: "1", debateId: "2" },
    debate: { ...facts, question: line, context: text, attribution: line, countsVisitors: false },
    argument: {
      ...argument,
      positions: [{ ...written, id: "p", title: line, text }],
      claims: [{ ...claim, text: line }],
    },
    curation: { summary: { text, authorId: "a", at: now, ratings: nobody }, parts: [] },
    statements: [],
    authors: new Map([["a", 0]]),
    responders: null,
    visitors: 0,
  };
}

type Lines = AsyncIterable<string> | Iterable<string>;

async function* noResponses(): AsyncGenerator<never> {}

const writers: Readonly<Record<DebateFileKind, (exported: Exported) => Lines>> = {
  bundle: (exported) => bundleLines(exported, noResponses),
  argdown: (exported) => argdownLines(plainArgument(exported)),
  kialo: (exported) => kialoLines(plainArgument(exported)),
};

async function textOf(lines: Lines): Promise<string> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all.join("\n");
}

/** What is not the same in a debate that was written as a file of this kind and read again. */
async function lost(kind: DebateFileKind, exported: Exported): Promise<string[]> {
  const file = await textOf(writers[kind](exported));
  const read = parseDebate(Buffer.from(file), { kind, name: "debate", now });
  const [position] = exported.argument.positions;
  return [
    ...changed(`the question from ${kind}`, exported.debate.question, read.question),
    ...changed(`positions from ${kind}`, 1, read.positions.length),
    ...changed(`the position from ${kind}`, position?.title, read.positions[0]?.title),
    ...changed(`its text from ${kind}`, position?.text, read.positions[0]?.text),
    ...changed(`claims from ${kind}`, 1, read.claims.length),
    ...changed(`the claim from ${kind}`, position?.title, read.claims[0]?.text),
  ];
}

/** As long as a position's title may be, without half a character at its end. */
const short = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/\p{Surrogate}$/u, "")
    .trim();

/** A debate as files: read again it says the same, and as a document it is as harmless as its page. */
export const debate: Outlet = {
  name: "files of a debate",
  async problems(given) {
    const { data } = prose(4_000).safeParse(given);
    // What the product does not take in, it does not let out.
    if (data === undefined || data === "") return [];
    const exported = debateOf(short(oneLine(data)), data);
    const kinds = Object.keys(writers) as DebateFileKind[];
    const losses = await Promise.all(kinds.map((kind) => lost(kind, exported)));
    return [...losses.flat(), ...markdownProblems(await textOf(markdownLines(exported)))];
  },
};
