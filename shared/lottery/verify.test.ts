import { describe, expect, it } from "vitest";
import { hashText } from "#shared/counting/lot-order.ts";
import { isSignedRound, quicknet, roundAt, timeOfRound } from "./beacon.ts";
import type { DrawDocument } from "./document.ts";
import { draw } from "./draw.ts";
import { hashPool } from "./pool.ts";
import { randomnessText, seedOf } from "./randomness.ts";
import { testDraw } from "./testing-draw.ts";
import { verifyDraw } from "./verify.ts";

/** Round 1,000 of drand's quicknet, as its public addresses give it. */
const signature =
  "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

const other = hashText("something else");
const codesOf = (document: unknown) => verifyDraw(document).faults.map(({ code }) => code);
const changed = (change: (document: DrawDocument) => void) => {
  const document = structuredClone(testDraw());
  change(document);
  return document;
};

describe("a draw that is drawn again", () => {
  it("is right as it was published, and says who sits", () => {
    const document = testDraw();
    const [replaced] = document.replacements;
    const found = verifyDraw(document, { poolHash: document.poolHash });
    expect(found).toMatchObject({ isRight: true, faults: [], warnings: [] });
    expect(found.bench).toHaveLength(5);
    expect(found.bench).toContain(replaced?.successor);
    expect(found.bench).not.toContain(replaced?.out);
  });

  it("is right before its randomness is known, with nobody drawn", () => {
    const document = changed((one) => {
      if (one.randomness.kind !== "nonces") return;
      for (const nonce of one.randomness.nonces) nonce.nonce = null;
      Object.assign(one, { seed: null, seated: [], reserve: [], replacements: [] });
    });
    expect(verifyDraw(document)).toMatchObject({ isRight: true, bench: [], warnings: [] });
  });

  it("shows a change of any field", () => {
    const someone = (at: number) => testDraw().pool[at]?.pseudonym ?? "";
    const cases: [string, (document: DrawDocument) => void][] = [
      ["no-draw", (one) => Object.assign(one, { format: "another" })],
      ["pseudonym-of-another", (one) => Object.assign(one, { disputeId: one.communityId })],
      ["seed-differs", (one) => Object.assign(one, { level: 2 })],
      ["seats-wrong", (one) => Object.assign(one, { wanted: 3 })],
      ["seats-wrong", (one) => Object.assign(one, { seats: 3 })],
      ["pool-unordered", (one) => one.pool.reverse()],
      ["pool-hash-differs", (one) => one.pool.pop()],
      ["member-twice", (one) => one.pool.splice(1, 0, ...one.pool.slice(0, 1))],
      ["pool-hash-differs", (one) => Object.assign(one.pool[0] ?? {}, { group: "a" })],
      ["pool-hash-differs", (one) => Object.assign(one.pool[0] ?? {}, { pseudonym: other })],
      ["pool-hash-differs", (one) => Object.assign(one, { poolHash: other })],
      ["seed-differs", (one) => Object.assign(one, { seed: other })],
      ["seated-differ", (one) => one.seated.reverse()],
      ["seated-differ", (one) => Object.assign(one, { seated: [someone(0)] })],
      ["reserve-differs", (one) => one.reserve.pop()],
      ["not-seated", (one) => Object.assign(one.replacements[0] ?? {}, { out: other })],
      ["successor-differs", (one) => Object.assign(one.replacements[0] ?? {}, { successor: null })],
      ["drawn-too-early", (one) => Object.assign(one, { seed: null })],
      [
        "pseudonym-of-another",
        (one) => Object.assign(one.opened[0] ?? {}, { memberId: one.communityId }),
      ],
      [
        "pseudonym-of-another",
        (one) => Object.assign(one.opened[0] ?? {}, { salt: "another salt, as long" }),
      ],
      [
        "pseudonym-of-another",
        (one) => Object.assign(one.opened[0] ?? {}, { pseudonym: someone(0) }),
      ],
    ];
    for (const [code, change] of cases) {
      const codes = codesOf(changed(change));
      expect([String(change), codes]).toEqual([String(change), expect.arrayContaining([code])]);
    }
  });

  it("shows a nonce that was not committed, one that is left out, and a party that speaks twice", () => {
    const withNonces = (change: (nonces: { party: string; nonce: string | null }[]) => void) =>
      codesOf(
        changed(({ randomness }) => {
          if (randomness.kind === "nonces") change(randomness.nonces);
        }),
      );
    expect(withNonces(([one]) => Object.assign(one ?? {}, { nonce: "chosen afterwards" }))).toEqual(
      expect.arrayContaining(["nonce-not-committed", "seed-differs"]),
    );
    expect(withNonces((nonces) => nonces.pop())).toContain("seed-differs");
    expect(withNonces((nonces) => nonces.push(...nonces.slice(0, 1)))).toContain("party-twice");
  });

  it("shows a pool that is not the one of the public record", () => {
    const found = verifyDraw(testDraw(), { poolHash: other });
    expect(found.faults).toEqual([
      { code: "other-pool", values: { expected: other, found: testDraw().poolHash } },
    ]);
  });
});

describe("readers are warned", () => {
  const drawnWith = (keep: (party: string) => boolean, isTold: (party: string) => boolean) =>
    changed((one) => {
      if (one.randomness.kind !== "nonces") return;
      const nonces = one.randomness.nonces
        .filter(({ party }) => keep(party))
        .map((nonce) => (isTold(nonce.party) ? nonce : { ...nonce, nonce: null }));
      one.randomness = { kind: "nonces", nonces };
      one.seed = seedOf(hashPool(one.pool), one, randomnessText(one.randomness) ?? "");
      Object.assign(one, draw(one.pool, 5, one.seed), { replacements: [] });
    });

  it("where nobody but the server threw something in: its operator could have influenced the draw", () => {
    const found = verifyDraw(
      drawnWith(
        (party) => party === "server",
        () => true,
      ),
    );
    expect(found).toMatchObject({ isRight: true, warnings: ["operator-could-influence"] });
  });

  it("where somebody kept back what they had committed to", () => {
    const all = () => true;
    const found = verifyDraw(drawnWith(all, (party) => party !== "claimant"));
    expect(found).toMatchObject({ isRight: true, warnings: ["nonce-withheld"] });
  });
});

describe("a public beacon", () => {
  it("is checked by its signature (round 1,000 of quicknet)", () => {
    expect(isSignedRound(quicknet, 1_000, signature)).toBe(true);
    expect(isSignedRound(quicknet, 1_001, signature)).toBe(false);
    expect(isSignedRound(quicknet, 1_000, signature.replace("b4", "b5"))).toBe(false);
  });

  it("has a round for each moment to come", () => {
    const at = timeOfRound(quicknet, 1_000);
    expect(at).toBe((1_692_803_367 + 2_997) * 1_000);
    expect(roundAt(quicknet, at)).toBe(1_000);
    expect(roundAt(quicknet, at + 1)).toBe(1_001);
    expect(roundAt(quicknet, 0)).toBe(1);
  });

  it("needs no nonces and raises no warning; a round that nobody signed is shown", () => {
    const document = changed((one) => {
      one.randomness = { kind: "beacon", beacon: quicknet, round: 1_000, signature };
      one.seed = seedOf(one.poolHash, one, signature);
      Object.assign(one, draw(one.pool, 5, one.seed), { replacements: [] });
    });
    expect(verifyDraw(document)).toMatchObject({ isRight: true, warnings: [] });
    Object.assign(document.randomness, { round: 999 });
    expect(codesOf(document)).toEqual(["round-not-signed"]);
  });
});
