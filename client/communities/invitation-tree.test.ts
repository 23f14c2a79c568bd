import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Arrival } from "#shared/contract/memberships.ts";
import { treeOf } from "./invitation-tree.ts";

const arrival = (id: string, invitedBy: string | null): Arrival => ({
  participantId: id,
  name: id,
  role: "member",
  invitedBy,
  joinedAt: "2026-01-01T00:00:00.000Z",
});
const drawn = (arrivals: Arrival[]) =>
  treeOf(arrivals).map(({ arrival: { name }, depth }) => `${"-".repeat(depth)}${name}`);

describe("the tree of invitations", () => {
  it("has each below whoever invited them, in the order in which they came", () => {
    const all = [arrival("a", null), arrival("b", "a"), arrival("c", "a"), arrival("d", "b")];
    expect(drawn([...all, arrival("e", null)])).toEqual(["a", "-b", "--d", "-c", "e"]);
  });

  it("begins anew with guests of somebody who is not on the list", () => {
    expect(drawn([arrival("b", "gone"), arrival("c", "b")])).toEqual(["b", "-c"]);
  });

  it("shows everybody once, whoever invited whom", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const inviters = fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(inviters, (by) => {
        const all = ids.map((id, at) => arrival(id, by[at] ?? null));
        const names = treeOf(all).map((row) => row.arrival.name);
        expect(names.toSorted()).toEqual(ids);
      }),
    );
  });
});
