import { z } from "zod";
import { EvidenceKind } from "#shared/contract/evidence.ts";
import { Language, Phase } from "#shared/contract/phases.ts";
import { WebAddress } from "#shared/contract/text.ts";
import type { Argument } from "#shared/transfer/argument.ts";
import { ArgumentFault, linesOf } from "#shared/transfer/argument-fault.ts";
import { parseArgdown } from "#shared/transfer/argdown.ts";
import { DebateBundle } from "#shared/transfer/bundle.ts";
import type { DebateFileKind } from "#shared/transfer/debate-file-name.ts";
import { parseKialo } from "#shared/transfer/kialo.ts";
import { checkBundle } from "./check-bundle.ts";
import { argumentFault, fileFault, ImportFault } from "./import-fault.ts";

/** What a file says, whatever its format: a bundle, of which some formats fill only a part. */
export type DebateContent = Pick<
  DebateBundle,
  | "positions"
  | "claims"
  | "edges"
  | "evidence"
  | "definitions"
  | "comments"
  | "summary"
  | "pins"
  | "order"
  | "strongest"
  | "statements"
  | "responses"
> & {
  readonly question: string | null;
  readonly debate: DebateBundle["debate"] | null;
  /** The pseudonyms of those who wrote, in the order of their numbers. */
  readonly authors: readonly string[];
  readonly responders: number;
  /** How many of these, the last ones, had no account. */
  readonly visitors: number;
};

/** What is parsed, and under which name it is spoken of. */
export interface DebateSource {
  readonly kind: DebateFileKind;
  readonly name: string;
  readonly now: Date;
}

/** What a whole file says; throws an ImportFault for the first thing wrong. */
export function parseDebate(bytes: Uint8Array, { kind, name, now }: DebateSource): DebateContent {
  const text = textOf(bytes, name);
  if (kind === "bundle") return readBundle(text, name);
  try {
    const argument = kind === "kialo" ? parseKialo(text) : parseArgdown(text);
    return contentOf(argument, { author: kind === "kialo" ? "Kialo" : "Argdown", now });
  } catch (error) {
    if (error instanceof ArgumentFault) throw argumentFault(error, name);
    throw error;
  }
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fileFault("encoding", name);
  }
}

/** An argument without times and names: times keep the order in which it was written. */
function contentOf(
  { question, positions, claims, edges }: Argument,
  { author, now }: { author: string; now: Date },
): DebateContent {
  const written = (at: number) => ({
    author: 0,
    createdAt: new Date(now.getTime() + at).toISOString(),
  });
  return {
    question,
    debate: null,
    authors: [author],
    responders: 0,
    visitors: 0,
    positions: positions.map((one, at) => ({ ...one, ...written(at) })),
    claims: claims.map((one, at) => ({ ...one, language: "", ...written(at) })),
    edges: [...edges],
    evidence: [],
    definitions: [],
    comments: [],
    pins: [],
    order: [],
    strongest: [],
    statements: [],
    responses: null,
  };
}

/** What the words of a bundle must be, beyond their shape. */
const Known = z.object({
  debate: z.object({ language: Language, phase: Phase }),
  claims: z.array(z.object({ language: Language })),
  evidence: z.array(z.object({ kind: EvidenceKind, url: WebAddress })),
  statements: z.array(z.object({ language: Language })),
});

function readBundle(text: string, name: string): DebateContent {
  const bundle = parsed(text, name);
  checkBundle(bundle, name);
  const { debate, people } = bundle;
  return {
    ...bundle,
    question: debate.question,
    authors: Array.from({ length: people.authors }, (_, at) => `Author ${at + 1}`),
    responders: people.responders,
    visitors: Math.min(people.visitors, people.responders),
  };
}

function parsed(text: string, name: string): DebateBundle {
  const value = jsonOf(text, name);
  const { data, error } = DebateBundle.safeParse(value);
  const [issue] = error?.issues ?? Known.safeParse(value).error?.issues ?? [];
  if (data !== undefined && issue === undefined) return data;
  const { path = [], message = "" } = issue ?? {};
  throw fileFault("no-bundle", name, `${path.join("/")}: ${message}`);
}

function jsonOf(text: string, name: string): unknown {
  try {
    // What nobody can see is no part of what people said.
    return JSON.parse(text, (_, one: unknown) =>
      typeof one === "string" ? visible(one, name) : one,
    );
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw fileFault("no-json", name);
  }
}

function visible(text: string, name: string): string {
  try {
    return linesOf(text).join("\n");
  } catch {
    throw fileFault("no-bundle", name, "a line of more than 50,000 characters");
  }
}
