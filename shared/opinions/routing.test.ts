import { describe, expect, it } from "vitest";
import { seen } from "./group-votes.ts";
import { type Candidate, earlyResponses, orderFor, routingOf, routingPriority } from "./routing.ts";

const counts = (agrees: number, passes: number, responses: number) => ({
  id: "",
  agrees,
  passes,
  disagrees: responses - agrees - passes,
});
const nowhere = new Map<string, number>();
const dealt = <C extends Candidate>(seed: string, candidates: readonly C[]): C[] =>
  orderFor(seed, candidates, nowhere).flatMap((place) => candidates[place] ?? []);

describe("the order of cards", () => {
  const many = (count: number, given: (at: number) => Omit<Candidate, "id">): Candidate[] =>
    Array.from({ length: count }, (_, at) => ({ ...given(at), id: `statement ${at}` }));
  const known = many(40, (at) => counts(10 + at, 2, 40 + at));

  it("is the same for the same seed, and another for another", () => {
    expect(dealt("a", known)).toEqual(dealt("a", known.toReversed()));
    expect(dealt("a", known)).not.toEqual(dealt("b", known));
  });

  it("puts statements with fewer than seven responses before all others, and says so", () => {
    const mixed = many(40, (at) => counts(at % 14, 0, at % 14));
    const first = (all: readonly boolean[]) => all.toSorted((a, b) => Number(b) - Number(a));
    const young = dealt("a", mixed).map((one) => seen(one) < earlyResponses);
    expect(young).toContain(true);
    expect(young).toContain(false);
    expect(young).toEqual(first(young));
    const routed = routingOf(mixed, nowhere);
    expect(routed.map(({ isYoung }) => isYoung)).toEqual(first(young));
    for (const { candidate, isYoung, responses, chance } of routed) {
      expect(responses).toBe(seen(candidate));
      expect(isYoung).toBe(responses < earlyResponses);
      expect(chance > 0).toBe(isYoung);
    }
  });

  it("brings every statement to seven responses before any is asked much more often", () => {
    const statements = many(20, () => counts(0, 0, 0)).map((one) => ({ ...one }));
    for (let person = 0; person < 36; person += 1) {
      for (const { id } of dealt(`person ${person}`, statements).slice(0, 5)) {
        const asked = statements.findIndex((one) => one.id === id);
        const one = statements[asked];
        if (one) statements[asked] = { ...one, agrees: one.agrees + 1 };
      }
    }
    const all = statements.map(({ agrees }) => agrees);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...all)).toBeLessThan(20);
  });

  it("stays as it is for the others when one is answered", () => {
    const order = dealt("a", known);
    const rest = known.filter(({ id }) => id !== order[3]?.id);
    expect(dealt("a", rest)).toEqual(order.toSpliced(3, 1));
  });

  it("brings statements of higher priority first more often, as the chance says that it tells", () => {
    const fresh = { ...counts(8, 0, 8), id: "fresh" };
    const old = { ...counts(60, 30, 100), id: "old" };
    let first = 0;
    for (let seed = 0; seed < 2_000; seed += 1) {
      if (dealt(`${seed}`, [fresh, old])[0] === fresh) first += 1;
    }
    const told = routingOf([fresh, old], nowhere).find(({ candidate }) => candidate === fresh);
    expect(first / 2_000).toBeCloseTo(told?.chance ?? 0, 1);
    expect(told?.chance).toBeCloseTo(
      routingPriority(fresh) / (routingPriority(fresh) + routingPriority(old)),
      12,
    );
  });

  it("gives priority to what lies far out on the map, and to what is asked about people themselves", () => {
    expect(routingPriority(counts(9, 1, 20), 1)).toBeCloseTo(
      4 * routingPriority(counts(9, 1, 20)),
      9,
    );
    const far = new Map(known.map(({ id }, at) => [id, at === 7 ? 1e6 : 0]));
    expect(orderFor("a", known, far)[0]).toBe(7);
    expect(routingOf(known, far)[0]).toMatchObject({ candidate: known[7], extremity: 1e6 });
    expect(routingPriority({ ...counts(0, 20, 20), isMeta: true })).toBe(49);
    expect(routingPriority(counts(5, 0, 10))).toBeGreaterThan(routingPriority(counts(50, 0, 100)));
    expect(routingPriority(counts(5, 0, 10))).toBeGreaterThan(routingPriority(counts(5, 5, 10)));
  });
});
