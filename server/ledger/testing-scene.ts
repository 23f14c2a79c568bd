import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import * as contract from "#shared/contract/ledger.ts";
import { LedgerExportLine } from "#shared/ledger/export.ts";
import { fromBase64 } from "#shared/merkle/bytes.ts";
import { type Checkpoint, readCheckpoint } from "#shared/merkle/checkpoint.ts";
import { cosign, witnessKeyOf } from "#shared/merkle/cosignature.ts";
import { openNote, readVerifierKey } from "#shared/merkle/note.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server-on.ts";
import { bodyOf } from "./signing.ts";

/** As many public acts as one likes. */
export async function act(server: TestServer, communityId: string, times = 1): Promise<void> {
  await server.deps.transact(async (tx) => {
    for (let n = 0; n < times; n += 1) {
      await tx.act({
        communityId,
        kind: "test.acted",
        actor: null,
        subject: `subject ${n}`,
        payload: { n },
        words: { reason: `because of ${n}` },
      });
    }
  });
}

export interface Head {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/** The newest checkpoint, once it has so many entries. */
export async function headOf(reader: Person, communityId: string, size = 1): Promise<Head> {
  for (let tries = 0; tries < 100; tries += 1) {
    const params = { communityId };
    const response = await reader.tryCall(contract.readLedgerCheckpoint, { params });
    const note = await response.text();
    const checkpoint = response.ok ? readCheckpoint(bodyOf(note)) : undefined;
    if (checkpoint && checkpoint.size >= size) return { note, checkpoint };
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`no checkpoint of ${size} entries was signed in ten seconds`);
}

/** Who signed a note, of those whose keys are known. */
export const signersOf = (note: string, keys: readonly string[]): string[] =>
  openNote(
    note,
    keys.flatMap((key) => readVerifierKey(key) ?? []),
  )?.signers.map(({ name }) => name) ?? [];

export const hash = (text: string) => fromBase64(text) ?? new Uint8Array();

/** Somebody outside who signs checkpoints. */
export function createWitness(name: string) {
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = createPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" }));
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  const noteKey = { name, publicKey: Uint8Array.from(spki.subarray(-32)) };
  return {
    verifierKey: witnessKeyOf(noteKey),
    sign: (note: string, time = Math.floor(Date.now() / 1_000)) =>
      cosign(bodyOf(note), {
        key: noteKey,
        time,
        sign: (bytes) => Uint8Array.from(sign(null, bytes, key)),
      }),
  };
}

/** The lines of a community's export. */
export async function exportOf(reader: Person, communityId: string): Promise<LedgerExportLine[]> {
  const response = await reader.tryCall(contract.exportLedger, { params: { communityId } });
  const lines = (await response.text()).trimEnd().split("\n");
  return lines.map((line) => LedgerExportLine.parse(JSON.parse(line)));
}
