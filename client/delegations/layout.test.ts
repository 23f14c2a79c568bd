import { describe, expect, it } from "vitest";
import type { DelegationFlow } from "#shared/contract/delegations.ts";
import { columnWidth, pictureOf } from "./layout.ts";

const person = (id: string) => ({ id, name: id, kind: "member" as const });
const flow = (from: string, to: string, isCycle = false): DelegationFlow => ({
  from: person(from),
  to: person(to),
  percent: 100,
  scope: "community",
  madeAt: "",
  expiresAt: "",
  weight: 100,
  isCycle,
});
const columnOf = (flows: DelegationFlow[]) =>
  Object.fromEntries(pictureOf(flows).places.map(({ person: { id }, x }) => [id, x / columnWidth]));

describe("the picture of flows", () => {
  it("leads one way, to those with whom votes stay", () => {
    expect(columnOf([flow("A", "B"), flow("B", "C"), flow("D", "C")])).toEqual({
      A: 0,
      B: 1,
      C: 2,
      D: 1,
    });
  });

  it("has room for a circle too", () => {
    const flows = [flow("A", "B", true), flow("B", "A", true), flow("C", "A")];
    expect(columnOf(flows)).toEqual({ A: 1, B: 1, C: 0 });
    expect(pictureOf(flows).lines).toHaveLength(3);
  });

  it("gives each person a place of their own", () => {
    const flows = Array.from({ length: 30 }, (_, at) => flow(`P${at}`, `C${at % 3}`));
    const { places, height } = pictureOf(flows);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(33);
    expect(Math.max(...places.map(({ y }) => y))).toBeLessThan(height);
  });
});
