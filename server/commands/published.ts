import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";

/** What is larger is nothing that was published here. */
const mostBytes = 512 * 1024 * 1024;
const patienceMs = 120_000;

/** What whoever gave the command is told. */
export class Problem extends Error {}

export const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

async function answerOf(address: string, signal: AbortSignal | null = null) {
  const response = await fetch(address, { signal }).catch(() => undefined);
  if (response?.ok && response.body) return response.body;
  throw new Problem(
    `${address} does not answer with what was asked (${response?.status ?? "no answer"}).`,
  );
}

async function sizeOfFile(place: string): Promise<number> {
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) throw new Problem(`There is no file ${place}.`);
  return found.size;
}

/** The text of a file, or of what an address answers. */
export async function textAt(place: string): Promise<string> {
  if (isAddress(place)) return textFrom(place);
  if ((await sizeOfFile(place)) > mostBytes) throw new Problem(`${place} is too large.`);
  return readFile(place, "utf8");
}

async function textFrom(address: string): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const piece of await answerOf(address, AbortSignal.timeout(patienceMs))) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Problem("What comes from there is too large.");
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** No line is longer, whoever sends it. */
const mostInLine = 16 * 1024 * 1024;

async function piecesAt(place: string): Promise<AsyncIterable<Uint8Array>> {
  if (isAddress(place)) return answerOf(place);
  await sizeOfFile(place);
  return createReadStream(place);
}

/** The lines of a file or of what an address answers, without having to keep all of them. */
export async function* linesAt(place: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const piece of await piecesAt(place)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > mostInLine) throw new Problem("A line of it is too long.");
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

/** What was published at an address, or saved in a file. */
export async function jsonAt(place: string): Promise<unknown> {
  const text = await textAt(place);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(`${place} is not JSON.`);
  }
}

/** What comes from there must not steer the terminal. */
export const plain = (text: string, most = 200) =>
  // oxlint-disable-next-line no-control-regex -- that is what it takes out
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, most);

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Fault {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A fault with what it is about, on one line. */
export function faultLine({ code, values }: Fault): string {
  const told = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
  return plain([code, ...told].join(", "));
}

/** Runs a command; what stops it is said, and ends it with 2. */
export async function runOn(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
