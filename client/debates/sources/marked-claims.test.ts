import { expect, it } from "vitest";
import type { Claim } from "#shared/contract/claims.ts";
import type { Mark } from "#shared/contract/marks.ts";
import { markedClaims } from "./marked-claims.tsx";

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  text: id,
  language: "en",
  authorId: "ann",
  version: 1,
  createdAt: at(1),
  ...more,
});
const mark = (claimId: string, minute: number, kind: Mark["kind"] = "unclear"): Mark => ({
  claimId,
  kind,
  by: { id: "ben", name: "Ben", kind: "member" },
  at: at(minute),
});

it("claims that are marked for review are listed while they stand, those first that have waited longest", () => {
  const claims = [
    claim("late"),
    claim("early"),
    claim("plain"),
    claim("gone", { withdrawnAt: at(9) }),
    claim("away", { archivedAt: at(9) }),
  ];
  const marks = [
    mark("late", 4),
    mark("gone", 1),
    mark("away", 1),
    mark("early", 5, "unsupported"),
    mark("early", 2),
  ];
  const listed = markedClaims(claims, marks);
  expect(listed.map((one) => one.claim.id)).toEqual(["early", "late"]);
  expect(listed[0]?.marks.map(({ kind }) => kind)).toEqual(["unclear", "unsupported"]);
});
