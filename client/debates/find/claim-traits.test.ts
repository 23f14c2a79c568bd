import { describe, expect, it } from "vitest";
import type { Claim } from "#shared/contract/claims.ts";
import type { LiveOutline } from "../queries.ts";
import { type Reader, traitsOf } from "./claim-traits.ts";

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

const claims = [
  claim("old"),
  claim("fresh", { createdAt: at(5) }),
  claim("own", { createdAt: at(6), authorId: "me" }),
  claim("gone", { createdAt: at(7), withdrawnAt: at(8) }),
  claim("away", { createdAt: at(7), archivedAt: at(8) }),
];
const outline = {
  claims,
  evidence: [
    { id: "source-of-old", claimId: "old" },
    { id: "source-of-fresh", claimId: "fresh" },
  ],
  verdicts: {
    sums: new Map(
      ["source-of-old", "source-of-fresh"].map((id) => [
        id,
        { supports: 0, irrelevant: 0, misrepresents: 3, broken: 0 },
      ]),
    ),
    mine: new Map([["source-of-old", "supports"]]),
  },
  ratings: { mine: { truth: new Map([["fresh", 2]]), relevance: new Map() } },
} as unknown as LiveOutline;

const spreads = [
  { claimId: "old", count: 3, spread: 1.8 },
  { claimId: "fresh", count: 3, spread: 1.5 },
  { claimId: "own", count: 3, spread: 0.4 },
];
const reader: Reader = {
  participantId: "me",
  since: at(3),
  bookmarked: ["own", "gone"],
  marked: ["fresh", "away"],
  isRevealed: false,
};

const traits = (more: Partial<Reader> = {}) => {
  const found = traitsOf(outline, spreads, { ...reader, ...more });
  return Object.fromEntries(Object.entries(found).map(([trait, ids]) => [trait, [...ids]]));
};

describe("what claims are to a reader", () => {
  it("is unsourced, new since the last visit or bookmarked; one's own is not new, and what is gone is nothing", () => {
    expect(traits()).toMatchObject({ unsourced: ["own"], new: ["fresh"], bookmarked: ["own"] });
  });

  it("is marked for review while it stands", () => {
    expect(traits()).toMatchObject({ marked: ["fresh"] });
  });

  it("has nothing new on the first visit", () => {
    expect(traits({ since: null })).toMatchObject({ new: [] });
  });

  it("is disputed or of contested sources only where the reader rated or reviewed, or asked to see all", () => {
    expect(traits()).toMatchObject({ contested: ["old"], disputed: ["fresh"] });
    expect(traits({ isRevealed: true })).toMatchObject({
      contested: ["old", "fresh"],
      disputed: ["old", "fresh"],
    });
  });
});
