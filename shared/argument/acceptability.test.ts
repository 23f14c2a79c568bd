import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptability, ratedShare, type WeighedArgument } from "./acceptability.ts";

type Edge = WeighedArgument["edges"][number];

const edge = (claimId: string, side: "pro" | "con", targetId: string): Edge => ({
  id: `${claimId}>${targetId}`,
  claimId,
  side,
  targetId,
});
const bearing = (of: Edge, relevance: Edge["relevance"]): Edge => ({ ...of, relevance });
const full = { count: 1_000_000_000, sum: 4_000_000_000 };
const argument = (claims: WeighedArgument["claims"], edges: readonly Edge[]): WeighedArgument => ({
  positions: [{ id: "p" }],
  claims,
  edges,
});
const strengthsOf = (of: WeighedArgument, without?: ReadonlySet<string>) =>
  acceptability(of, without).strengths;

describe("a share of ratings", () => {
  test("is a half where nobody rated, and moves as if five neutral people had been first", () => {
    expect(ratedShare()).toBe(0.5);
    expect(ratedShare({ count: 5, sum: 20 })).toBe(0.75);
    expect(ratedShare({ count: 1, sum: 0 })).toBeCloseTo(10 / 24, 12);
  });
});

describe("acceptability", () => {
  test("of what nobody speaks to is its own rating", () => {
    const found = strengthsOf(argument([{ id: "a", truth: { count: 5, sum: 20 } }], []));
    expect(found.get("a")).toBe(0.75);
    expect(found.get("p")).toBe(0.5);
  });

  // By hand: E = 0.5 * 0.5 = 0.25, h = 0.0625 / 1.0625 = 1/17, so 0.5 + 0.5 / 17 and 0.5 - 0.5 / 17.
  test("rises by one supporter and falls by one attacker as the model says", () => {
    const up = strengthsOf(argument([{ id: "a" }], [edge("a", "pro", "p")]));
    expect(up.get("p")).toBeCloseTo(0.5 + 0.5 / 17, 12);
    const down = strengthsOf(argument([{ id: "a" }], [edge("a", "con", "p")]));
    expect(down.get("p")).toBeCloseTo(0.5 - 0.5 / 17, 12);
  });

  // Potyka's figure for one sure supporter: E = 1, h = 1/2.
  test("of an open question with one sure supporter is three quarters", () => {
    const sure = { id: "a", truth: full };
    const found = strengthsOf(argument([sure], [bearing(edge("a", "pro", "p"), full)]));
    expect(found.get("p")).toBeCloseTo(0.75, 6);
  });

  test("is what it was where support and attack are equal", () => {
    const edges = [edge("a", "pro", "p"), edge("b", "con", "p")];
    expect(strengthsOf(argument([{ id: "a" }, { id: "b" }], edges)).get("p")).toBe(0.5);
  });

  test("of a position grows when what attacks its supporter is attacked, or its bearing is objected to less", () => {
    const one = [edge("a", "pro", "p"), edge("b", "con", "a")];
    const claims = [{ id: "a" }, { id: "b" }, { id: "c" }];
    const before = strengthsOf(argument(claims, one)).get("p") ?? 0;
    const defended = strengthsOf(argument(claims, [...one, edge("c", "con", "b")])).get("p") ?? 0;
    const objected = strengthsOf(argument(claims, [...one, edge("c", "con", "a>p")])).get("p") ?? 0;
    expect(defended).toBeGreaterThan(before);
    expect(objected).toBeLessThan(before);
  });

  test("settles in a circle of two that support each other, and in one of attack", () => {
    for (const side of ["pro", "con"] as const) {
      const edges = [edge("a", side, "b"), edge("b", side, "a"), edge("a", "pro", "p")];
      const found = strengthsOf(argument([{ id: "a" }, { id: "b" }], edges));
      expect(found.get("a")).toBe(found.get("b"));
      expect(found.get("p")).toBeGreaterThan(0.5);
    }
  });

  test("is undecided where many sure claims in a circle chase each other, and above it", () => {
    const side = Array.from({ length: 40 }, (_, n) => n);
    const claims = side.flatMap((n) => [
      { id: `a${n}`, truth: full },
      { id: `b${n}`, truth: full },
    ]);
    const edges = side.flatMap((n) =>
      side.flatMap((m) => [
        bearing(edge(`a${n}`, "con", `b${m}`), full),
        bearing(edge(`b${n}`, "con", `a${m}`), full),
      ]),
    );
    // What swings for it and against it cancels out, which decides nothing.
    const above = [edge("a0", "pro", "p"), edge("b0", "con", "p")];
    const of = acceptability(argument(claims, [...edges, ...above]));
    expect(of.strengths.get("a0")).toBeNull();
    expect(of.strengths.get("p")).toBeNull();
    expect(of.contributionsTo("p")[0]?.effect).toBeNull();
  });

  test("shows its working, the strongest first", () => {
    const strong = { id: "s", truth: { count: 20, sum: 80 } };
    const of = acceptability(
      argument([{ id: "w" }, strong], [edge("w", "pro", "p"), edge("s", "con", "p")]),
    );
    const [first, second] = of.contributionsTo("p");
    expect(first).toMatchObject({ claimId: "s", strength: 0.9, relevance: 0.5, effect: -0.45 });
    expect(second).toMatchObject({ claimId: "w", effect: 0.25 });
  });

  test("without a claim is as if nobody had said it", () => {
    const edges = [edge("a", "pro", "p"), edge("b", "con", "a")];
    const whole = argument([{ id: "a" }, { id: "b" }], edges);
    const less = argument([{ id: "a" }], [edge("a", "pro", "p")]);
    const off = strengthsOf(whole, new Set(["b"]));
    expect(off.get("p")).toBe(strengthsOf(less).get("p"));
    expect(off.has("b")).toBe(false);
  });
});

const share = fc.record({ count: fc.nat(50), sum: fc.nat(200) }).map(({ count, sum }) => ({
  count,
  sum: Math.min(sum, 4 * count),
}));
/** A tree of claims under one position. */
const trees = fc
  .array(fc.record({ truth: share, relevance: share, isPro: fc.boolean(), under: fc.nat() }), {
    maxLength: 25,
  })
  .map((drafts) => {
    const claims = drafts.map(({ truth }, n) => ({ id: `c${n}`, truth }));
    const edges = drafts.map(({ relevance, isPro, under }, n) => {
      const target = n === 0 || under % (n + 1) === n ? "p" : `c${under % n}`;
      return bearing(edge(`c${n}`, isPro ? "pro" : "con", target), relevance);
    });
    return argument(claims, edges);
  });

describe("whatever is said", () => {
  test("all strengths lie between 0 and 1, and do not depend on the order of lists", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const found = strengthsOf(tree);
        for (const strength of found.values()) {
          expect(strength).toBeGreaterThanOrEqual(0);
          expect(strength).toBeLessThanOrEqual(1);
        }
        const { positions, claims, edges } = tree;
        const turned = { positions, claims: claims.toReversed(), edges: edges.toReversed() };
        expect(strengthsOf(turned)).toEqual(found);
      }),
    );
  });

  test("one more claim for a position never lowers it, one against never lifts it", () => {
    fc.assert(
      fc.property(trees, share, (tree, truth) => {
        const before = strengthsOf(tree).get("p") ?? 0;
        const withOne = (side: "pro" | "con") =>
          strengthsOf({
            ...tree,
            claims: [...tree.claims, { id: "x", truth }],
            edges: [...tree.edges, edge("x", side, "p")],
          }).get("p") ?? 0;
        expect(withOne("pro")).toBeGreaterThanOrEqual(before - 1e-12);
        expect(withOne("con")).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });
});
