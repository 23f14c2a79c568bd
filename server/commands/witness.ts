import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { contradictionOf, type Head, readHead, seenOf } from "#shared/ledger/heads.ts";
import type { SeenLedger } from "#shared/ledger/faults.ts";
import { LedgerVerifier } from "#shared/ledger/verify-export.ts";
import { fromBase64, toBase64 } from "#shared/merkle/bytes.ts";
import { cosign, witnessKeyOf } from "#shared/merkle/cosignature.ts";
import { isKeyName } from "#shared/merkle/note.ts";
import { signerFrom } from "../platform/signer.ts";
import { ledgerAddress } from "./ledger-address.ts";
import { isSigned } from "../platform/signer.ts";
import { readState, writeState } from "./ledger-files.ts";
import { faultSentence } from "./ledger-words.ts";
import { jsonAt, linesAt, plain, Problem, runOn, say, textAt } from "./published.ts";

const usage = `npm run witness -- --new-key <name> --key <file>
npm run witness -- <community's address> --key <file> --state <file> [--every <seconds>] [--once]

  --new-key <name>   makes a key under a name such as witness.example.org/moot, and prints its public half,
                     which the community's owners list on the page of their ledger
  --key <file>       the key
  --state <file>     what was signed last; without it nothing keeps you from signing two histories
  --log-key <key>    the community's verifier key; the one that it says itself unless given
  --every <seconds>  how often to look; 60 unless given

Looks at the newest checkpoint, signs it where it continues what was signed before, and ends with 1 where it does not.`;

const form = /^PRIVATE\+KEY\+([^\s+]+)\+[0-9a-f]{8}\+(\S+)$/;

function signerOf(name: string, seed: Uint8Array) {
  const { publicKey, sign } = signerFrom(seed);
  return { key: { name, publicKey }, sign };
}
type Signer = ReturnType<typeof signerOf>;

/** Written as other tools for signed notes write private keys. */
async function makeKey(name: string, file: string): Promise<void> {
  if (!isKeyName(name) || name.length > 200) throw new Problem("A name has no spaces and no plus.");
  const seed = randomBytes(32);
  const verifierKey = witnessKeyOf(signerOf(name, seed).key);
  const id = verifierKey.slice(name.length + 1, name.length + 9);
  const text = `PRIVATE+KEY+${name}+${id}+${toBase64(Buffer.concat([Buffer.of(4), seed]))}\n`;
  await writeFile(file, text, { mode: 0o600, flag: "wx" }).catch(() => {
    throw new Problem(`${file} is there already, or can't be written.`);
  });
  say(verifierKey);
}

async function readKey(file: string): Promise<Signer> {
  const text = await readFile(file, "utf8").catch(() => "");
  const [, name = "", packed = ""] = form.exec(text.trim()) ?? [];
  const bytes = fromBase64(packed);
  if (bytes?.length !== 33 || bytes[0] !== 4) throw new Problem(`${file} is no witness's key.`);
  return signerOf(name, bytes.slice(1));
}

/** The ledger is not a continuation of what was signed. */
class Contradiction extends Error {}

const Keys = z.object({ verifierKey: z.string() });
const Proof = z.object({ proof: z.array(z.string()) });

/** After a change of keys the whole ledger says whether the key before named the new one. */
async function verifyTurn(ledger: string, seen: SeenLedger | undefined, turn: Turn) {
  const { head, trusted } = turn;
  const verifier = new LedgerVerifier({ seen, keys: [trusted], isSigned });
  for await (const line of linesAt(`${ledger}/export`)) verifier.take(line);
  const { faults, head: found } = verifier.end();
  const [fault] = faults;
  if (fault || !found) throw new Contradiction(fault ? faultSentence(fault) : "It has no head.");
  // What came meanwhile is looked at the next time.
  if (found.size !== head.size) return undefined;
  if (found.root === head.root && found.verifierKey === head.verifierKey) return head;
  throw new Contradiction("The newest checkpoint is not that of the ledger below it.");
}

interface Turn {
  readonly head: Head;
  /** The key that was known before. */
  readonly trusted: string;
}

/** The newest checkpoint, as a key signed it that was known before, or was named by that. */
async function headAt(ledger: string, seen: SeenLedger | undefined, logKey: string | undefined) {
  const note = await textAt(`${ledger}/checkpoint`);
  const now = Keys.parse(await jsonAt(`${ledger}/witnesses`)).verifierKey;
  const trusted = seen?.verifierKey ?? logKey ?? now;
  const head = readHead(note, trusted) ?? readHead(note, now);
  if (!head) throw new Contradiction("The newest checkpoint is not signed by the community's key.");
  return head.verifierKey === trusted ? head : verifyTurn(ledger, seen, { head, trusted });
}

async function compare(ledger: string, seen: SeenLedger, head: Head): Promise<void> {
  if (seen.verifierKey !== head.verifierKey) return;
  const query = `from=${seen.size}&to=${head.size}`;
  const told =
    head.size > seen.size ? await jsonAt(`${ledger}/proof/consistency?${query}`) : { proof: [] };
  const fault = contradictionOf(seen, head, Proof.safeParse(told).data?.proof ?? []);
  if (fault) throw new Contradiction(faultSentence(fault));
}

async function post(ledger: string, body: object): Promise<void> {
  const response = await fetch(`${ledger}/checkpoint/cosign`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.text();
  if (!response.ok) throw new Problem(`It was not taken: ${plain(answer)}`);
}

interface Watch {
  readonly ledger: string;
  readonly signer: Signer;
  readonly state: string;
  readonly logKey: string | undefined;
}

async function look({ ledger, signer, state, logKey }: Watch): Promise<void> {
  const seen = await readState(state);
  const head = await headAt(ledger, seen, logKey);
  if (!head) return;
  if (seen) await compare(ledger, seen, head);
  else say(`Seen for the first time, signed by ${plain(head.verifierKey)}`);
  // Before anybody gets the signature: what was signed must never be forgotten.
  await writeState(state, seenOf(head));
  const time = Math.floor(Date.now() / 1_000);
  const cosignature = cosign(head.text, { key: signer.key, time, sign: signer.sign });
  await post(ledger, { size: head.size, cosignature });
  say(`signed ${head.size} entries, root ${head.root}`);
}

/** Whatever else goes wrong may be over the next time; a contradiction never is. */
async function lookOn(watch: Watch, seconds: number): Promise<void> {
  for (;;) {
    await look(watch).catch((error: unknown) => {
      if (error instanceof Contradiction) throw error;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    });
    await sleep(seconds * 1_000);
  }
}

const options = {
  key: { type: "string" },
  state: { type: "string" },
  every: { type: "string", default: "60" },
  once: { type: "boolean" },
  "new-key": { type: "string" },
  "log-key": { type: "string" },
  help: { type: "boolean" },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const { key, state, every, once, "new-key": name, "log-key": logKey } = values;
  const [place, ...others] = positionals;
  if (values.help) return say(usage);
  if (name !== undefined && key !== undefined) return makeKey(name, key);
  const seconds = Number(every);
  const isWhole = place !== undefined && others.length === 0 && seconds >= 1;
  if (!isWhole || key === undefined || state === undefined) throw new Problem(usage);
  const signer = await readKey(key);
  const watch = { ledger: await ledgerAddress(place), signer, state, logKey };
  try {
    await (once ? look(watch) : lookOn(watch, seconds));
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    process.exitCode = 1;
    say(`NOT SIGNED  ${error.message}`);
    say(`What was signed last is in ${state}: keep it, it is the proof.`);
  }
}

await runOn(main);
