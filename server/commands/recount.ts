import { parseArgs } from "node:util";
import { type Check, type Recount, recount } from "#shared/recount/index.ts";
import { faultLine, jsonAt, plain, Problem, runOn, say } from "./published.ts";

const usage = `npm run recount -- <file|url> [--receipt <file>] [--key <base64>]

  <file|url>         the bundle of a decision that has closed: saved from its page, or the address
                     https://.../api/communities/<id>/decisions/<id>/bundle; or the proof of some ballots
  --receipt <file>   your own receipt: looks whether your ballot is on the list as you cast it
  --key <base64>     the public key that you know the server by; it says it at /api/signing-key

Counts the decision again and compares all that can be compared. Ends with 1 where anything is wrong.`;

const marks = { ok: "ok     ", failed: "FAILED ", skipped: "-      " } as const;

function* linesOf({ id, state, faults, skipped }: Check): Generator<string> {
  yield `${marks[state]}${id}${skipped === null ? "" : ` (${skipped})`}`;
  for (const fault of faults) yield `         ${faultLine(fault)}`;
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

await runOn(main);
