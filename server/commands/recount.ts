import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Check, type Recount, recount } from "#shared/recount/index.ts";

const usage = `npm run recount -- <file|url> [--receipt <file>] [--key <base64>]

  <file|url>         the bundle of a decision that has closed: saved from its page, or the address
                     https://.../api/communities/<id>/decisions/<id>/bundle; or the proof of some ballots
  --receipt <file>   your own receipt: looks whether your ballot is on the list as you cast it
  --key <base64>     the public key that you know the server by; it says it at /api/signing-key

Counts the decision again and compares all that can be compared. Ends with 1 where anything is wrong.`;

/** What is larger is no decision. */
const mostBytes = 512 * 1024 * 1024;
const patienceMs = 120_000;

class Problem extends Error {}

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
      `${address} does not answer with a bundle (${response?.status ?? "no answer"}).`,
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

async function jsonAt(place: string): Promise<unknown> {
  const text = await textAt(place);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(`${place} is not JSON.`);
  }
}

const marks = { ok: "ok     ", failed: "FAILED ", skipped: "-      " } as const;

/** What comes from a bundle must not steer the terminal. */
// oxlint-disable-next-line no-control-regex -- that is what it takes out
const plain = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 200);

function* linesOf({ id, state, faults, skipped }: Check): Generator<string> {
  yield `${marks[state]}${id}${skipped === null ? "" : ` (${skipped})`}`;
  for (const { code, values } of faults) {
    const told = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
    yield `         ${plain([code, ...told].join(", "))}`;
  }
}

const keyUnknown =
  "Whose key it is was not looked at: anybody can sign a bundle with a key of their own. Give it with --key.";

function tell({ checks, decision, counted, isRight }: Recount): void {
  if (decision) say(`${plain(decision.title)}\n`);
  for (const check of checks) for (const line of linesOf(check)) say(line);
  if (decision && counted) {
    const titles = new Map(decision.options.map(({ id, title }) => [id, title]));
    const winners = counted.tally.winners.map((id) => titles.get(id) ?? id);
    say(`\n${counted.outcome.result}: ${plain(winners.join(", "))}`);
    say(`${counted.tally.ballots} ballots`);
  }
  if (checks.some(({ skipped }) => skipped === "key-unknown")) say(`\n${keyUnknown}`);
  say(isRight ? "\nAll that could be checked is right." : "\nThis bundle is not right.");
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { receipt: { type: "string" }, key: { type: "string" }, help: { type: "boolean" } },
  });
  const [place, ...more] = positionals;
  if (values.help) return say(usage);
  if (place === undefined || more.length > 0) throw new Problem(usage);
  const receipt = values.receipt === undefined ? undefined : await jsonAt(values.receipt);
  const found = recount(await jsonAt(place), { receipt, publicKey: values.key });
  tell(found);
  if (!found.isRight) process.exitCode = 1;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  await main();
} catch (error) {
  process.exitCode = 2;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
