import * as ledger from "#shared/contract/ledger.ts";
import { createWitness, headOf } from "../ledger/testing-scene.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Looks at what the community did, has it proved, and has a witness sign it. */
export async function tourLedger(tour: Tour, communityId: string): Promise<void> {
  const { owner, member, visitor } = tour.cast;
  const params = { communityId };
  const reader = tour.options.isPrivate ? member : visitor;
  const witness = createWitness("witness.example.org/tour");
  await tour.go(owner, ledger.setLedgerWitnesses, {
    params,
    body: { verifierKeys: [witness.verifierKey] },
  });
  const { size } = await tour.go(reader, ledger.listLedgerEntries, {
    params,
    query: { limit: 5, order: "newest" },
  });
  const { note, checkpoint } = await headOf(reader, communityId, size);
  await tour.take(reader, ledger.readLedgerCheckpoint, { params });
  await tour.go(reader, ledger.readInclusionProof, { params, query: { seq: 0 } });
  await tour.go(reader, ledger.readConsistencyProof, { params, query: { from: 1 } });
  await tour.take(reader, ledger.exportLedger, { params });
  await tour.go(reader, ledger.listLedgerWitnesses, { params });
  await tour.go(reader, ledger.cosignCheckpoint, {
    params,
    body: { size: checkpoint.size, cosignature: witness.sign(note) },
  });
}
