import { parseArgs } from "node:util";
import { z } from "zod";
import { type LedgerFault, ledgerFault } from "#shared/ledger/faults.ts";
import { LedgerVerifier, type LedgerVerification } from "#shared/ledger/verify-export.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { readVerifierKey } from "#shared/merkle/note.ts";
import { recount } from "#shared/recount/index.ts";
import { ledgerAddress } from "./ledger-address.ts";
import { isSigned } from "../platform/signer.ts";
import { readState, writeState } from "./ledger-files.ts";
import { faultSentence } from "./ledger-words.ts";
import { isAddress, jsonAt, linesAt, plain, Problem, runOn, say } from "./published.ts";

const usage = `npm run verify -- <file|url> [--state <file>] [--key <verifier key>] [--ballots]

  <file|url>       the export of a community's ledger, saved from its page; or the community's address,
                   https://.../c/<name> or https://.../api/communities/<id>
  --state <file>   remembers what was seen, and holds the ledger to it the next time
  --key <key>      a verifier key that you know the community by; as often as you like
  --ballots        with an address: counts every decision again, and compares its ballots with the ledger

Looks at every entry, hash, signature and key. Ends with 1 where anything is wrong.`;

const everyEntries = 20_000;

function tellProgress(verifier: LedgerVerifier): void {
  const { entries, checkpoints, size } = verifier.progress();
  if ((entries + checkpoints) % everyEntries !== 0 || entries === 0) return;
  process.stderr.write(`${entries} of ${size ?? "?"} entries, ${checkpoints} checkpoints\n`);
}

async function verifyAt(place: string, options: ConstructorParameters<typeof LedgerVerifier>[0]) {
  const verifier = new LedgerVerifier({ ...options, isSigned });
  for await (const line of linesAt(place)) {
    verifier.take(line);
    tellProgress(verifier);
  }
  return verifier.end();
}

/** Whether the published ballots of a decision are those whose root the ledger names, and are counted right. */
async function checkBallots(
  base: string,
  { seq, decisionId, checkpoint, rulesHash }: LedgerVerification["decisions"][number],
) {
  const decision = decisionId;
  const bundle = await jsonAt(`${base}/decisions/${decisionId}/bundle`).catch(() => undefined);
  const told = z.object({ checkpoint: z.string(), publicKey: z.string() }).safeParse(bundle);
  if (!told.data) return ledgerFault("ballots-missing", seq, { decision });
  if (told.data.checkpoint !== checkpoint) return ledgerFault("ballots-other", seq, { decision });
  const { checks, isRight } = recount(bundle, {
    publicKey: told.data.publicKey,
    rulesHash: rulesHash ?? undefined,
  });
  if (isRight) return undefined;
  const wrong = checks.filter(({ state }) => state === "failed").map(({ id }) => id);
  return ledgerFault("ballots-wrong", seq, { decision, check: wrong.join(", ") });
}

function* factsOf(found: LedgerVerification): Generator<string> {
  const { header, head, words, rotations, restores, witnesses } = found;
  const key = header && readVerifierKey(header.verifierKey);
  yield `${header?.origin ?? "no ledger"}: ${found.entries} entries, ${found.checkpoints} checkpoints`;
  if (key) yield `key      ${header.verifierKey} (${toBase64(key.publicKey)})`;
  if (head) yield `root     ${head.root}`;
  yield `words    ${words.compared} compared with what was committed to, ${words.deleted} deleted`;
  for (const { name, size } of witnesses) yield `witness  ${name} saw ${size} entries`;
  for (const { seq } of rotations) yield `note     entry ${seq} names another key`;
  for (const { seq, signedSize } of restores) {
    yield `note     entry ${seq} says that a copy was restored; ${signedSize ?? "?"} had been signed`;
  }
}

function tell(found: LedgerVerification, more: readonly LedgerFault[]): void {
  for (const fact of factsOf(found)) say(plain(fact, 400));
  const faults = [...found.faults, ...more];
  for (const fault of faults) say(`WRONG    ${faultSentence(fault)}`);
  if (found.faultCount > found.faults.length) say(`         and ${found.faultCount} in all`);
  if (faults.length > 0) return say("\nThis ledger is not right.");
  if (!found.isKeyKnown) {
    say("\nWhose key it is was not looked at: give the one that you know with --key or --state.");
  }
  say("\nAll that could be checked is right.");
}

async function checkDecisions(place: string, { isRight, decisions }: LedgerVerification) {
  if (!isRight) return [];
  const base = place.replace(/\/ledger\/export$/, "");
  const faults: LedgerFault[] = [];
  for (const decision of decisions) {
    const fault = await checkBallots(base, decision);
    if (fault) faults.push(fault);
    else say(`ballots  ${decision.decisionId}: ${decision.ballots} as entry ${decision.seq} says`);
  }
  return faults;
}

interface Asked {
  readonly state?: string | undefined;
  readonly key?: string[] | undefined;
  readonly ballots?: boolean | undefined;
}

async function verifyAll(place: string, { state, key: keys, ballots }: Asked): Promise<void> {
  if (ballots && !isAddress(place)) throw new Problem("--ballots needs an address.");
  const seen = state === undefined ? undefined : await readState(state);
  const from = isAddress(place) ? `${await ledgerAddress(place)}/export` : place;
  const found = await verifyAt(from, { seen, keys });
  const more = ballots ? await checkDecisions(from, found) : [];
  tell(found, more);
  if (!found.isRight || more.length > 0) process.exitCode = 1;
  else if (state !== undefined && found.head) await writeState(state, found.head);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: "string" },
      key: { type: "string", multiple: true },
      ballots: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const [place, ...others] = positionals;
  if (values.help) return say(usage);
  if (place === undefined || others.length > 0) throw new Problem(usage);
  await verifyAll(place, values);
}

await runOn(main);
