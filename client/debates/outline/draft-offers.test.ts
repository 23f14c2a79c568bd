import { expect, test } from "vitest";
import { argumentOf } from "../testing-argument.ts";
import { draftOffers } from "./draft-offers.ts";
import { buildTree } from "./tree.ts";

const tree = buildTree(argumentOf(["p"], [{ id: "c", under: "p" }]));
const sameWords = tree.ofClaim.get("c")?.claim.text;
const edgeId = tree.ofClaim.get("c")?.id ?? "";
const place = { debateId: "d", tree, mayAdd: true, changeable: new Set(["c", "p"]) };

const offersOf = (kept: Record<string, unknown>, here: Partial<typeof place> = {}) =>
  draftOffers(new Map(Object.entries(kept)), { ...place, ...here });

test("a claim that was begun is offered at its place, on its side", () => {
  const [offer] = offersOf({ [`claim.d.${edgeId}`]: { text: " It is not so", side: "con" } });
  expect(offer).toMatchObject({
    kind: "claim",
    text: "It is not so",
    task: { kind: "claim", nodeId: edgeId, side: "con" },
  });
});

test("an objection goes on as an objection", () => {
  const [offer] = offersOf({ [`objection.d.${edgeId}`]: { text: "Beside the point" } });
  expect(offer?.task).toEqual({ kind: "object", nodeId: edgeId });
});

test("an edit is offered whatever became of the version that it began from", () => {
  const [offer] = offersOf({ "edit.c": { text: "In better words", kind: "claim", version: 1 } });
  expect(offer?.task).toEqual({ kind: "edit", nodeId: edgeId });
  const [position] = offersOf({ "edit.p": { title: "A better title", text: "", version: 1 } });
  expect(position).toMatchObject({ text: "A better title", task: { kind: "edit", nodeId: "p" } });
});

test("what changes nothing, belongs elsewhere or cannot be sent now is not offered", () => {
  const begun = { "claim.d.p": { text: "Something" }, "edit.c": { text: "Other words" } };
  expect(offersOf(begun)).toHaveLength(2);
  expect(offersOf(begun, { mayAdd: false, changeable: new Set() })).toEqual([]);
  expect(
    offersOf({
      "claim.d.p": { text: "  " },
      "claim.other.p": { text: "Elsewhere" },
      "claim.d.gone": { text: "To what is gone" },
      "objection.d.p": null,
      "edit.c": { text: sameWords },
      "edit.c.1": { text: "Kept in an older way" },
      "evidence.d.c": { title: "A source" },
    }),
  ).toEqual([]);
});
