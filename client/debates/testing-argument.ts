import type { Side } from "#shared/contract/claims.ts";
import type { Argument } from "./outline/tree.ts";

interface SaidClaim {
  readonly id: string;
  /** The position or claim that it speaks to. */
  readonly under: string;
  readonly side?: Side | undefined;
}

/** An argument by short names, in the order of writing. A claim that is said twice stands in two places. */
export function argumentOf(positions: readonly string[], said: readonly SaidClaim[]): Argument {
  const createdAt = "2026-01-01T00:00:00.000Z";
  const claims = new Map(said.map(({ id }) => [id, id]));
  return {
    positions: positions.map((id) => ({
      id,
      title: id,
      text: "",
      authorId: "a",
      version: 1,
      createdAt,
    })),
    claims: [...claims.keys()].map((id) => ({
      id,
      text: `Claim ${id}`,
      language: "en",
      authorId: "a",
      version: 1,
      createdAt,
    })),
    edges: said.map(({ id, under, side = "pro" }) => ({
      id: `${id}-under-${under}`,
      claimId: id,
      side,
      targetKind: positions.includes(under) ? "position" : "claim",
      targetId: under,
    })),
  };
}
