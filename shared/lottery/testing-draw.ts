import { hashText } from "#shared/counting/lot-order.ts";
import type { DrawDocument } from "./document.ts";
import { draw, replace } from "./draw.ts";
import { hashPool, inCanonicalOrder, type PoolEntry, pseudonymOf } from "./pool.ts";
import { nonceCommitment } from "./nonce.ts";
import { randomnessText, seedOf } from "./randomness.ts";

const communityId = "01980000-0000-7000-8000-000000000001";
const disputeId = "01980000-0000-7000-8000-000000000002";
const memberOf = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** So many people who can be drawn, half of them earlier and as many groups as are named. */
export const testPool = (size: number, groups: readonly (string | null)[] = [null]): PoolEntry[] =>
  inCanonicalOrder(
    Array.from({ length: size }, (_, n) => ({
      pseudonym: hashText(`somebody ${n}`),
      tenure: n % 2 === 0 ? ("earlier" as const) : ("later" as const),
      group: groups[n % groups.length] ?? null,
    })),
  );

/** A jury of five of twelve, drawn with nonces of three; one who declined was replaced, and one is named. */
export function testDraw(): DrawDocument {
  const at = { disputeId, level: 1 };
  const salt = "salt-of-somebody";
  const someone = pseudonymOf({ ...at, memberId: memberOf(7), salt });
  const pool = inCanonicalOrder([
    ...testPool(11),
    { pseudonym: someone, tenure: "later", group: null },
  ]);
  const poolHash = hashPool(pool);
  const nonces = (["claimant", "moderator", "server"] as const).map((party) => {
    const nonce = `what the ${party} threw in`;
    return { party, nonce, commitment: nonceCommitment(at, { party, nonce }) };
  });
  const randomness = { kind: "nonces" as const, nonces };
  const seed = seedOf(poolHash, at, randomnessText(randomness) ?? "");
  const drawn = draw(pool, 5, seed);
  const [out = ""] = drawn.seated;
  const { successor } = replace(pool, drawn, out);
  return {
    format: "folkmoot-draw-1",
    communityId,
    ...at,
    wanted: 5,
    seats: 5,
    pool,
    poolHash,
    frozenAt: "2026-01-01T00:00:00.000Z",
    randomness,
    seed,
    seated: [...drawn.seated],
    reserve: [...drawn.reserve],
    replacements: [{ out, why: "declined", successor }],
    opened: [{ pseudonym: someone, memberId: memberOf(7), salt }],
  };
}
