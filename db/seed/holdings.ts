import { createHash } from "node:crypto";
import { canonicalForm, saltedName } from "#shared/holdings/canonical.ts";
import type { CrowdMember } from "./crowd.ts";
import type { DemoBalance, DemoSnapshot } from "./demo-plan.ts";
import type { HoldingsDraft } from "./drafts.ts";
import { timedId, timelessId } from "./ids.ts";
import type { Random } from "./random.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

interface Ground {
  readonly people: readonly CrowdMember[];
  readonly random: Random;
  readonly createdAt: Date;
  readonly authorId: string;
}

/** A snapshot of balances as the product keeps one: names salted, the largest balance first. */
export function makeSnapshot(
  { title, token, source, amounts, elsewhere }: HoldingsDraft,
  { people, random, createdAt, authorId }: Ground,
): DemoSnapshot {
  const named = people.flatMap(({ key, name, participantId }): DemoBalance[] => {
    const amount = amounts[key];
    if (amount === undefined) return [];
    const salt = timelessId(random);
    const digest = sha256(saltedName(salt, name));
    return [
      { kind: "name", name, salt, digest, participantId, address: null, amount: BigInt(amount) },
    ];
  });
  const strangers = Object.entries(elsewhere).map(([address, amount]): DemoBalance => {
    const nobody = { name: null, salt: null, digest: null, participantId: null };
    return { kind: "address", address, ...nobody, amount: BigInt(amount) };
  });
  const balances = [...named, ...strangers].toSorted((a, b) => Number(b.amount - a.amount));
  return {
    id: timedId(createdAt, random),
    title,
    token,
    source,
    decimals: 0,
    hash: sha256(canonicalForm(0, balances)),
    total: balances.reduce((sum, { amount }) => sum + amount, 0n),
    authorId,
    createdAt,
    balances,
  };
}

/** What each of these people holds in a snapshot; who holds nothing is in it too. */
export function tokensIn(
  { balances }: DemoSnapshot,
  people: readonly CrowdMember[],
): ReadonlyMap<string, bigint> {
  const held = new Map(
    balances.flatMap(({ participantId, amount }) =>
      participantId === null ? [] : [[participantId, amount] as const],
    ),
  );
  return new Map(people.map(({ participantId: id }) => [id, held.get(id) ?? 0n]));
}
