import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EdgeChange,
  faultAfter,
  inverseOf,
  mergeOf,
  type Place,
  placeOf,
  type PlacedEdge,
  rearrange,
  withoutClaims,
} from "./arrangement.ts";

const edge = (
  id: string,
  claimId: string,
  [targetId, targetKind = "claim", side = "pro"]: [string, Place["targetKind"]?, Place["side"]?],
): PlacedEdge => ({ id, claimId, side, targetKind, targetId });

/** P <- a <- b <- c, and P <- d. */
const chain = [
  edge("e1", "a", ["P", "position"]),
  edge("e2", "b", ["a"]),
  edge("e3", "c", ["b"]),
  edge("e4", "d", ["P", "position"]),
];
const move = (from: PlacedEdge, targetId: string): EdgeChange => ({
  id: from.id,
  before: placeOf(from),
  after: { ...placeOf(from), targetId, targetKind: "claim" },
});

describe("an argument that is rearranged", () => {
  it("never lets a claim stand below itself, nor below an objection to its own bearing", () => {
    expect(faultAfter(chain, [move(chain[0] as PlacedEdge, "c")])).toBe("below-itself");
    expect(faultAfter(chain, [move(chain[2] as PlacedEdge, "d")])).toBeNull();
    const objected = [...chain, edge("e5", "x", ["e2", "edge", "con"])];
    expect(faultAfter(objected, [move(chain[1] as PlacedEdge, "x")])).toBe("below-itself");
  });

  it("lets a claim stand once at a place, and nothing hang in the air", () => {
    const again = { id: "e9", before: null, after: placeOf(chain[2] as PlacedEdge) };
    expect(faultAfter(chain, [again])).toBe("stands-there");
    const gone = (id: string) => {
      const before = chain.find((one) => one.id === id) as PlacedEdge;
      return [{ id, before: placeOf(before), after: null }];
    };
    expect(faultAfter(chain, gone("e2"))).toBe("built-on");
    expect(faultAfter(chain, gone("e3"))).toBeNull();
  });

  it("takes what speaks to a claim along when it is merged, once where it spoke to both", () => {
    const edges = [...chain, edge("e5", "c", ["d"]), edge("e6", "x", ["e3", "edge", "con"])];
    const merge = mergeOf(edges, { from: "b", into: "d" });
    expect(merge.fault).toBeNull();
    expect(merge.joins).toEqual([{ from: "e3", into: "e5" }]);
    expect(rearrange(edges, merge.edges)).toEqual([
      chain[0],
      edge("e2", "d", ["a"]),
      chain[3],
      edge("e5", "c", ["d"]),
      edge("e6", "x", ["e5", "edge", "con"]),
    ]);
  });

  it("does not merge what contradicts each other, nor a claim with what stands below it", () => {
    const against = [...chain, edge("e5", "x", ["P", "position", "con"])];
    expect(mergeOf(against, { from: "x", into: "a" }).fault).toBe("opposite-sides");
    expect(mergeOf(chain, { from: "a", into: "b" }).fault).toBe("below-itself");
  });
});

describe("claims that are put away", () => {
  it("take along what hangs below them alone, and what speaks to their bearing", () => {
    const edges = [...chain, edge("e5", "c", ["d"]), edge("e6", "x", ["e2", "edge", "con"])];
    const left = withoutClaims(edges, new Set(["b"]));
    expect(left.edges.map(({ id }) => id)).toEqual(["e1", "e4", "e5"]);
    expect([...left.gone].toSorted()).toEqual(["b", "e2", "e3", "e6", "x"]);
    expect(withoutClaims(edges, new Set()).edges).toEqual(edges);
  });
});

const claimNames = ["a", "b", "c", "d", "e", "f"];
const deed = fc.record({
  kind: fc.constantFrom("link", "move", "unlink", "merge"),
  which: fc.nat(20),
  claim: fc.constantFrom(...claimNames),
  other: fc.constantFrom(...claimNames),
  side: fc.constantFrom("pro" as const, "con" as const),
  aim: fc.nat(20),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function targetOf(edges: readonly PlacedEdge[], { aim, other }: Deed) {
  const at = edges[aim % Math.max(edges.length, 1)];
  if (aim % 3 === 0 || !at) return { targetKind: "position" as const, targetId: "P" };
  if (aim % 3 === 1) return { targetKind: "claim" as const, targetId: other };
  return { targetKind: "edge" as const, targetId: at.id };
}

function changesBy(edges: readonly PlacedEdge[], one: Deed, serial: number) {
  const { kind, which, claim, other, side } = one;
  const at = edges[which % Math.max(edges.length, 1)];
  if (kind === "link" || !at) {
    const after = { claimId: claim, side, ...targetOf(edges, one) };
    return { edges: [{ id: `n${serial}`, before: null, after }], fault: null };
  }
  if (kind === "merge") return mergeOf(edges, { from: claim, into: other });
  const after = kind === "move" ? { ...placeOf(at), side, ...targetOf(edges, one) } : null;
  return { edges: [{ id: at.id, before: placeOf(at), after }], fault: null };
}

/** Whether following what claims speak to ever leads back. */
function hasCircle(edges: readonly PlacedEdge[]): boolean {
  const byId = new Map(edges.map((one) => [one.id, one]));
  const depth = (claimId: string, trail: ReadonlySet<string>): boolean =>
    trail.has(claimId) ||
    edges
      .filter((one) => one.claimId === claimId)
      .some(({ targetKind, targetId }) => {
        const next = targetKind === "edge" ? byId.get(targetId)?.claimId : targetId;
        return next !== undefined && depth(next, new Set([...trail, claimId]));
      });
  return claimNames.some((name) => depth(name, new Set()));
}

const sorted = (edges: readonly PlacedEdge[]) =>
  edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => ({ ...one }));

interface Step {
  readonly edges: readonly PlacedEdge[];
  readonly undo: readonly EdgeChange[];
}

/** What comes of changes one after the other, leaving out those that are not sound. */
function historyOf(deeds: readonly Deed[]): Step[] {
  const history: Step[] = [{ edges: [], undo: [] }];
  for (const [serial, one] of deeds.entries()) {
    const now = history.at(-1)?.edges ?? [];
    const made = changesBy(now, one, serial);
    const isIdle = one.kind === "merge" && one.claim === one.other;
    if (isIdle || (made.fault ?? faultAfter(now, made.edges))) continue;
    history.push({ edges: rearrange(now, made.edges), undo: inverseOf(made.edges) });
  }
  return history;
}

describe("any number of changes", () => {
  it("keep the argument without circles and doubles, and are taken back one by one exactly", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const history = historyOf(deeds);
        for (const { edges } of history) {
          expect(hasCircle(edges)).toBe(false);
          const slots = edges.map(({ claimId, targetId }) => `${claimId} ${targetId}`);
          expect(new Set(slots).size).toBe(slots.length);
        }
        const undone = history.slice(1).map(({ edges, undo }) => sorted(rearrange(edges, undo)));
        expect(undone).toEqual(history.slice(0, -1).map(({ edges }) => sorted(edges)));
      }),
      { numRuns: 300 },
    );
  });
});
