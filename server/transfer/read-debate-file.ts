import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
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
import { readBytes, type SourceFile } from "./source-files.ts";

/** One file that holds a whole debate. */
export interface DebateFile {
  readonly kind: DebateFileKind;
  readonly file: SourceFile;
}

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

const mostBytes = 64 * 1024 * 1024;

/** Reads and checks the whole file before anything of it is stored. Throws an ImportFault for the first thing wrong. */
export async function readDebateFile(
  { kind, file }: DebateFile,
  { signal, now }: { readonly signal: AbortSignal; readonly now: Date },
): Promise<DebateContent> {
  const text = await textOf(file, signal);
  if (kind === "bundle") return readBundle(text, file.name);
  try {
    const argument = kind === "kialo" ? parseKialo(text) : parseArgdown(text);
    return contentOf(argument, { author: kind === "kialo" ? "Kialo" : "Argdown", now });
  } catch (error) {
    if (error instanceof ArgumentFault) throw argumentFault(error, file.name);
    throw error;
  }
}

async function textOf(file: SourceFile, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const bytes = readBytes(file);
  // Whatever breaks on the way ends the last step with its error, which the loop then throws.
  const content = file.isPacked ? pipeline(bytes, createGunzip(), () => {}) : bytes;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      size += chunk.length;
      if (size > mostBytes) throw fileFault("large-debate", file.name);
      chunks.push(chunk);
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("Z_"))
      throw fileFault("packed-badly", file.name);
    throw error;
  } finally {
    bytes.destroy();
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw fileFault("encoding", file.name);
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
