import { readFile, stat } from "node:fs/promises";

/** What is larger is nothing that was published here. */
const mostBytes = 512 * 1024 * 1024;
const patienceMs = 120_000;

/** What whoever gave the command is told. */
export class Problem extends Error {}

async function textAt(place: string): Promise<string> {
  if (/^https?:\/\//.test(place)) return textFrom(place);
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) throw new Problem(`There is no file ${place}.`);
  if (found.size > mostBytes) throw new Problem(`${place} is too large.`);
  return readFile(place, "utf8");
}

async function textFrom(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).catch(
    () => undefined,
  );
  if (!response?.ok || !response.body) {
    throw new Problem(
      `${address} does not answer with what was asked (${response?.status ?? "no answer"}).`,
    );
  }
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const piece of response.body) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Problem("What comes from there is too large.");
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
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
export const plain = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- that is what it takes out
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 200);

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
