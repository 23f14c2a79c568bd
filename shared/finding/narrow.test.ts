import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Criteria, isAsking, meets, narrow, type Trait, traits } from "./narrow.ts";

interface Node {
  readonly id: string;
  readonly parent: Node | null;
}

/** Trees of any shape: each node hangs below an earlier one, or is a root. */
const trees = fc.array(fc.nat(), { maxLength: 60 }).map((places) => {
  const nodes: Node[] = [];
  for (const [at, place] of places.entries()) {
    nodes.push({ id: `${at}`, parent: nodes[place % (at + 1)] ?? null });
  }
  return nodes;
});

const having = (some: Partial<Record<Trait, readonly string[]>>) =>
  Object.fromEntries(traits.map((trait) => [trait, new Set(some[trait])])) as Record<
    Trait,
    Set<string>
  >;
const claim = { id: "a", authorId: "ann", language: "en" };

describe("a narrowed tree", () => {
  it("keeps what was asked for and the whole way there, and nothing else", () => {
    fc.assert(
      fc.property(trees, fc.func(fc.boolean()), (nodes, wanted) => {
        const isHit = ({ id }: Node) => wanted(id);
        const { hits, above } = narrow(nodes, isHit);
        expect([...hits]).toEqual(nodes.filter(isHit).map(({ id }) => id));
        const leads = (to: Node, from: Node): boolean =>
          from.parent !== null && (from.parent === to || leads(to, from.parent));
        const expected = nodes.filter((node) =>
          nodes.some((one) => hits.has(one.id) && leads(node, one)),
        );
        expect([...above].toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe("criteria", () => {
  it.each<[string, Criteria, boolean]>([
    ["nothing", { only: [] }, true],
    ["a trait that it has", { only: ["new"] }, true],
    ["two traits of which it has one", { only: ["new", "unsourced"] }, false],
    ["its author", { only: [], by: "ann" }, true],
    ["another author", { only: ["new"], by: "ben" }, false],
    ["its language", { only: [], in: "en" }, true],
    ["another language", { only: [], by: "ann", in: "ar" }, false],
  ])("of %s", (_, criteria, expected) => {
    expect(meets(claim, criteria, having({ new: ["a"] }))).toBe(expected);
  });

  it("ask for something, or not", () => {
    expect(isAsking({ only: [] })).toBe(false);
    expect(isAsking({ only: ["new"] })).toBe(true);
    expect(isAsking({ only: [], by: "ann" })).toBe(true);
    expect(isAsking({ only: [], in: "es" })).toBe(true);
  });
});
