import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArgumentEdge, SourcedArgument } from "./argument.ts";
import { citationsNeeded } from "./citations.ts";
import { claimsAround, concentrationOf, publisherOf, sharesOf } from "./publishers.ts";

const edge = (claimId: string, side: "pro" | "con", targetId: string): ArgumentEdge => ({
  id: `${claimId}>${targetId}`,
  claimId,
  side,
  targetId,
});
const source = (claimId: string, publisher: string, url = "https://example.org/") => ({
  id: `${claimId} ${publisher} ${url}`,
  claimId,
  publisher,
  url,
});

/** B has a pro with an objection, which is answered; and one more that speaks to the pro's bearing. */
const argument: SourcedArgument = {
  positions: [{ id: "A" }, { id: "B" }],
  claims: ["pro", "objection", "answer", "bearing", "con"].map((id) => ({ id })),
  edges: [
    edge("pro", "pro", "B"),
    edge("objection", "con", "pro"),
    edge("answer", "con", "objection"),
    edge("bearing", "con", "pro>B"),
    edge("con", "con", "B"),
  ],
  evidence: [
    source("pro", "The Press"),
    source("answer", "the press"),
    source("answer", "", "https://www.Elsewhere.org/x"),
    source("objection", "Another"),
    source("bearing", "Another"),
  ],
};

describe("the sources of an argument", () => {
  it("are by their publisher, or by the host of their address", () => {
    expect(publisherOf(source("c", " The Press "))).toBe("The Press");
    expect(publisherOf(source("c", "", "https://www.Elsewhere.org:8080/x?y"))).toBe(
      "elsewhere.org",
    );
    expect(sharesOf(argument.evidence).map(({ publisher, count }) => [publisher, count])).toEqual([
      ["The Press", 2],
      ["Another", 2],
      ["elsewhere.org", 1],
    ]);
  });

  it("speak for a position where they answer what speaks against it", () => {
    const around = claimsAround("B", argument.edges);
    expect([...around.for].toSorted()).toEqual(["answer", "pro"]);
    expect([...around.against].toSorted()).toEqual(["bearing", "con", "objection"]);
  });

  it("are counted per position and publisher", () => {
    expect(concentrationOf(argument)).toEqual([
      { positionId: "A", total: 0, publishers: [] },
      {
        positionId: "B",
        total: 3,
        publishers: [
          { publisher: "The Press", count: 2, share: 2 / 3 },
          { publisher: "elsewhere.org", count: 1, share: 1 / 3 },
        ],
      },
    ]);
  });

  it("are needed first where most hangs on a claim that has none", () => {
    const bare = { ...argument, evidence: [source("bearing", "Another")] };
    expect(citationsNeeded(bare)).toEqual([
      { claimId: "pro", below: 3 },
      { claimId: "objection", below: 1 },
      { claimId: "answer", below: 0 },
      { claimId: "con", below: 0 },
    ]);
  });

  it("are not asked of withdrawn claims, nor are those counted", () => {
    const withdrawnAt = "2026-01-01T00:00:00.000Z";
    const claims = argument.claims.map(({ id }) =>
      id === "answer" ? { id, withdrawnAt } : { id },
    );
    const needed = citationsNeeded({ ...argument, claims, evidence: [] });
    expect(needed[0]).toEqual({ claimId: "pro", below: 2 });
    expect(needed.some(({ claimId }) => claimId === "answer")).toBe(false);
  });

  it("are found in any tangle of claims, in circles too", () => {
    const name = fc.constantFrom("A", "a", "b", "c", "d");
    const tangle = fc.array(
      fc.record({
        claimId: fc.constantFrom("a", "b", "c", "d"),
        side: fc.constantFrom("pro" as const, "con" as const),
        targetId: name,
      }),
      { maxLength: 12 },
    );
    const holds = fc.property(tangle, (links) => {
      const edges = links.map(({ claimId, side, targetId }) => edge(claimId, side, targetId));
      const claims = ["a", "b", "c", "d"].map((id) => ({ id }));
      const evidence = [source("a", "X"), source("b", "Y"), source("c", "X")];
      const whole = { positions: [{ id: "A" }], claims, edges, evidence };
      const [of] = concentrationOf(whole);
      const shares = (of?.publishers ?? []).reduce((sum, { count }) => sum + count, 0);
      const needed = citationsNeeded(whole);
      return of?.total === shares && needed.length === 1 && (needed[0]?.below ?? 9) <= 3;
    });
    expect(fc.check(holds).failed).toBe(false);
  });
});
