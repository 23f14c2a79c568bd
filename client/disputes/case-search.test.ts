import { expect, test } from "vitest";
import { disputeKinds, disputeStages } from "#shared/contract/disputes.ts";
import { casesAsked, disputeAsked, kinds, stages, withChoice } from "./case-search.ts";

test("every kind and stage of the contract can be asked for", () => {
  expect(kinds).toEqual(disputeKinds);
  expect(stages.toSorted()).toEqual([...disputeStages].toSorted());
});

test("what an address asks for is taken where it is understood, and left out else", () => {
  expect(casesAsked({ kind: "conflict", stage: "ruled", rule: 3, mine: true })).toEqual({
    kind: "conflict",
    stage: "ruled",
    rule: 3,
    mine: true,
  });
  expect(casesAsked({ kind: "war", stage: 1, rule: "three", mine: "yes" })).toEqual({});
});

test("what one means to dispute is named by an id, or is still to be said", () => {
  const id = "0195f000-0000-7000-8000-000000000001";
  expect(disputeAsked({ action: id, decision: "x", with: "somebody" })).toEqual({
    action: id,
    with: "somebody",
  });
  expect(disputeAsked({ with: "<b>" })).toEqual({});
});

test("a choice that is left open does not stand in the address", () => {
  const filter = { kind: "conflict", mine: true } as const;
  expect(withChoice(filter, { kind: undefined })).toEqual({ mine: true });
  expect(withChoice(filter, { mine: false, rule: 2 })).toEqual({ kind: "conflict", rule: 2 });
});
