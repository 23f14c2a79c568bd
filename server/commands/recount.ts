import { parseArgs } from "node:util";
import { z } from "zod";
import { claimsRound } from "#shared/funding/bundle.ts";
import { type Check, type Recount, recount } from "#shared/recount/index.ts";
import { faultLine, isAddress, jsonAt, plain, Problem, runOn, say } from "./published.ts";
import { tellRound } from "./recount-round.ts";

const usage = `npm run recount -- <file|url> [--receipt <file>] [--key <base64>] [--rules <hash>]

  <file|url>         the bundle of a decision that has closed: saved from its page, or the address
                     https://.../api/communities/<id>/decisions/<id>/bundle; or the proof of some ballots;
                     or the bundle of a funding round, of .../funding-rounds/<id>/bundle
  --receipt <file>   your own receipt: looks whether your ballot is on the list as you cast it
  --key <base64>     the public key that you know the server by; it says it at /api/signing-key
  --rules <hash>     the hash of the rules that was told when the decision opened; with an address it is
                     asked for in the community's ledger

Counts the decision or the round again and compares all that can be compared. Ends with 1 where anything is wrong.`;

const marks = { ok: "ok     ", failed: "FAILED ", skipped: "-      " } as const;

function* linesOf({ id, state, faults, skipped }: Check): Generator<string> {
  yield `${marks[state]}${id}${skipped === null ? "" : ` (${skipped})`}`;
  for (const fault of faults) yield `         ${faultLine(fault)}`;
}

/** How each opinion group voted, where a share in every one was asked. */
function* groupLines({ groups }: NonNullable<Recount["counted"]>["outcome"]): Generator<string> {
  for (const { group, votes, of, isMet } of groups?.shares ?? []) {
    const letter = String.fromCodePoint(0x41 + group);
    yield `group ${letter}: ${votes} of ${of}${isMet ? "" : ", which is not enough"}`;
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
    for (const line of groupLines(counted.outcome)) say(line);
  }
  if (checks.some(({ skipped }) => skipped === "key-unknown")) say(`\n${keyUnknown}`);
  say(isRight ? "\nAll that could be checked is right." : "\nThis bundle is not right.");
}

/** The hash of the rules with which a decision opened, as the ledger of its community has it. */
async function openedWith(place: string): Promise<string | undefined> {
  const { origin, pathname } = isAddress(place) ? new URL(place) : { origin: "", pathname: "" };
  const [, community, decision] =
    /^(\/api\/communities\/[0-9a-f-]{36})\/decisions\/([0-9a-f-]{36})\//.exec(pathname) ?? [];
  if (decision === undefined) return undefined;
  const opening = `${origin}${community}/ledger/entries?kind=decision.opened&subject=${decision}`;
  const { data } = Openings.safeParse(await jsonAt(opening).catch(() => undefined));
  return data?.items[0]?.entry.payload.rulesHash;
}

const Openings = z.object({
  items: z.array(z.object({ entry: z.object({ payload: z.object({ rulesHash: z.string() }) }) })),
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      receipt: { type: "string" },
      key: { type: "string" },
      rules: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const [place, ...more] = positionals;
  if (values.help) return say(usage);
  if (place === undefined || more.length > 0) throw new Problem(usage);
  const published = await jsonAt(place);
  if (claimsRound(published)) {
    if (!tellRound(published)) process.exitCode = 1;
    return;
  }
  const receipt = values.receipt === undefined ? undefined : await jsonAt(values.receipt);
  const rulesHash = values.rules ?? (await openedWith(place));
  const found = recount(published, { receipt, publicKey: values.key, rulesHash });
  tell(found);
  if (!found.isRight) process.exitCode = 1;
}

await runOn(main);
