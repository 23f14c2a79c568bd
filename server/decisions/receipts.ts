import { toBase64 } from "#shared/merkle/bytes.ts";
import { ballotHash, type Receipt, signedPartOf } from "#shared/recount/receipt.ts";
import type { Ballot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import type { DecisionIds } from "./store.ts";

interface Taken extends DecisionIds {
  readonly ballotId: string;
  readonly revision: number;
  readonly ballot: Ballot;
  readonly nonce: string;
}

/** What a voter keeps to find the own ballot in the published list: signed, so that nobody can say it was never given. */
export function receiptFor({ signer }: Pick<Deps, "signer">, taken: Taken): Receipt {
  const { communityId, decisionId, ballotId, revision, ballot, nonce } = taken;
  const unsigned = {
    format: "folkmoot-receipt",
    version: 1,
    communityId,
    decisionId,
    ballotId,
    revision,
    hash: ballotHash(ballot, nonce),
  } as const;
  return {
    ...unsigned,
    nonce,
    publicKey: toBase64(signer.publicKey),
    signature: toBase64(signer.sign(signedPartOf(unsigned))),
  };
}

/** The key by which receipts and counts are known. */
export const signingKey = ({ signer }: Pick<Deps, "signer">) => ({
  algorithm: "Ed25519" as const,
  publicKey: toBase64(signer.publicKey),
});
