import { describe, expect, it } from "vitest";
import { toBase64 } from "../merkle/bytes.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { inclusionProof } from "../merkle/tree.ts";
import { leafOf } from "./board.ts";
import type { BundleEntry } from "./bundle.ts";
import { beginningOf, type BallotProof } from "./proof.ts";
import { signedPartOf } from "./receipt.ts";
import { recount } from "./recount.ts";
import { testBundle, testReceipt } from "./testing-bundle.ts";

/** The proof of the ballots at these places, as a server gives it out. */
function proofOf(...places: number[]): BallotProof {
  const { ballots, decision, publicKey, checkpoint } = testBundle({ isSecret: true });
  const leaves = ballots.map(leafOf);
  const proven = places.map((index) => ({
    index,
    path: inclusionProof(leaves, index).map(toBase64),
    entry: ballots[index],
  }));
  const head = { format: "folkmoot-ballot-proof", version: 1 } as const;
  return { ...head, decision, publicKey, checkpoint, ballots: proven };
}
const faultsOf = (proof: unknown, receipt?: unknown) =>
  recount(proof, { receipt }).checks.flatMap(({ id, faults }) =>
    faults.map(({ code }) => `${id}: ${code}`),
  );
/** The proof of one ballot in which something was changed. */
const changed = (change: (one: BallotProof["ballots"][number], proof: BallotProof) => void) => {
  const proof = JSON.parse(JSON.stringify(proofOf(2))) as BallotProof;
  const [one] = proof.ballots;
  if (one) change(one, proof);
  return proof;
};

describe("the proof of a ballot", () => {
  it("shows without the whole list that the ballot on a receipt is on it", () => {
    const proof = proofOf(2);
    const { checks, isRight } = recount(proof, {
      receipt: testReceipt(2),
      publicKey: proof.publicKey,
    });
    expect(checks.filter(({ state }) => state === "ok").map(({ id }) => id)).toEqual([
      "format",
      "key",
      "signature",
      "rules",
      "frozen",
      "list",
      "ballots",
      "receipt",
    ]);
    expect(isRight).toBe(true);
    expect(faultsOf(proofOf(0, 1, 2, 3, 4, 5), testReceipt(4))).toEqual([]);
  });

  it("is refused when the ballot, its place or its path is another", () => {
    const refused = ["list: not-included"];
    expect(faultsOf(changed((one) => void ((one.entry as BundleEntry).nonce = "other")))).toEqual(
      refused,
    );
    expect(faultsOf(changed((one) => void (one.index = 3)))).toEqual(refused);
    expect(faultsOf(changed((one) => void one.path.pop()))).toEqual(refused);
    expect(faultsOf(changed((one) => void (one.path[0] = "AAAA")))).toEqual(refused);
  });

  it("is refused when rules or result were changed, or it is of another ballot than the receipt", () => {
    const other = changed((_, { decision }) => void (decision.result.delegated = 2));
    expect(faultsOf(other)).toEqual(["rules: rules-changed"]);
    expect(faultsOf(proofOf(2), testReceipt(3))).toEqual(["receipt: receipt-not-found"]);
    const named = changed(
      (one, { decision }) => void ((one.entry as BundleEntry).voter = decision.id),
    );
    expect(faultsOf(named)).toContain("ballots: ballot-named");
  });

  it("is none without ballots, or with what is none", () => {
    expect(faultsOf({ ...proofOf(2), ballots: [] })).toEqual(["format: no-bundle"]);
    expect(faultsOf(changed((one) => void (one.entry = 3)))).toEqual(["format: no-bundle"]);
  });
});

it("a ballot is asked for among many, whatever its id", () => {
  const id = "0123456789abcdef";
  expect(beginningOf(id, 0)).toBe("");
  expect(beginningOf(id, 799)).toBe("");
  expect(beginningOf(id, 800)).toBe("0");
  expect(beginningOf(id, 1_000_000)).toBe("012");
});

it("a receipt is signed as the canonical JSON of what it says, so that anybody can write the same bytes", () => {
  const { nonce: _, publicKey: _key, signature: _by, ...said } = testReceipt(0);
  const written = new TextDecoder().decode(signedPartOf(said));
  expect(written).toBe(canonicalJson(said));
});
