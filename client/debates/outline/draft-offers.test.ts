import { expect, test } from "vitest";
import type { Evidence } from "#shared/contract/evidence.ts";
import { argumentOf } from "../testing-argument.ts";
import { draftOffers } from "./draft-offers.ts";
import { buildTree } from "./tree.ts";

const tree = buildTree(argumentOf(["p"], [{ id: "c", under: "p" }]));
const sameWords = tree.ofClaim.get("c")?.claim.text;
const edgeId = tree.ofClaim.get("c")?.id ?? "";
const source = { id: "s", claimId: "c", kind: "study", url: "https://a.example", title: "A study" };
const place = {
  debateId: "d",
  tree,
  evidence: new Map([["c", [source as Evidence]]]),
  may: { addClaim: true, addPosition: true, addStatement: true },
  changeable: new Set(["c", "p", "s"]),
};
const nothing = { addClaim: false, addPosition: false, addStatement: false };

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
  expect(offer).toMatchObject({ task: { kind: "object", nodeId: edgeId } });
});

test("an edit is offered whatever became of the version that it began from", () => {
  const [offer] = offersOf({ "edit.c": { text: "In better words", kind: "claim", version: 1 } });
  expect(offer).toMatchObject({ task: { kind: "edit", nodeId: edgeId } });
  const [position] = offersOf({ "edit.p": { title: "A better title", text: "", version: 1 } });
  expect(position).toMatchObject({ text: "A better title", task: { kind: "edit", nodeId: "p" } });
});

test("a source that was begun is offered at its claim, by whatever there is of it", () => {
  const at = { kind: "evidence", nodeId: edgeId };
  const [titled] = offersOf({ "evidence.d.c": { kind: "study", title: "A source", url: "" } });
  expect(titled).toMatchObject({ kind: "source", text: "A source", task: at });
  const [bare] = offersOf({ "evidence.d.c": { title: "", url: "https://b.example" } });
  expect(bare).toMatchObject({ text: "https://b.example" });
});

test("a correction of a source is offered while it corrects something", () => {
  const [offer] = offersOf({ "evidence.s": { ...source, title: "The study", version: 1 } });
  expect(offer).toMatchObject({
    kind: "correction",
    text: "The study",
    task: { kind: "edit-evidence", nodeId: edgeId, evidenceId: "s" },
  });
  expect(offersOf({ "evidence.s": { ...source, version: 1 } })).toEqual([]);
});

test("positions and statements that were begun are offered where they can be added", () => {
  const begun = {
    "position.d": { title: "Nobody", text: "" },
    "statement.d": { text: "We should wait." },
  };
  expect(offersOf(begun)).toEqual([
    { name: "position.d", kind: "position", text: "Nobody" },
    { name: "statement.d", kind: "statement", text: "We should wait." },
  ]);
  expect(offersOf(begun, { may: nothing })).toEqual([]);
});

test("what changes nothing, belongs elsewhere or cannot be sent now is not offered", () => {
  const begun = {
    "claim.d.p": { text: "Something" },
    "edit.c": { text: "Other words" },
    "evidence.d.c": { title: "A source" },
    "evidence.s": { ...source, title: "The study" },
  };
  expect(offersOf(begun)).toHaveLength(4);
  expect(offersOf(begun, { may: nothing, changeable: new Set() })).toEqual([]);
  expect(
    offersOf({
      "claim.d.p": { text: "  " },
      "claim.other.p": { text: "Elsewhere" },
      "claim.d.gone": { text: "To what is gone" },
      "objection.d.p": null,
      "edit.c": { text: sameWords },
      "edit.c.1": { text: "Kept in an older way" },
      "evidence.d.gone": { title: "Of what is gone" },
      "evidence.d.c": { kind: "law", title: " ", url: "" },
      "evidence.other.c": { title: "Elsewhere" },
      "position.other": { title: "Elsewhere" },
      "statement.d": { text: "" },
      "summary.d": { text: "Offered where it is written" },
    }),
  ).toEqual([]);
});
