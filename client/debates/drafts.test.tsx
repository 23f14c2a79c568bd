import { beforeEach, expect, test } from "vitest";
import { keptDrafts } from "./drafts.ts";

beforeEach(() => localStorage.clear());

test("what an account has kept on this device is found by name, and nobody else's", () => {
  localStorage.setItem("folkmoot.draft.ann.claim.d.p", JSON.stringify({ text: "Mine" }));
  localStorage.setItem("folkmoot.draft.bob.claim.d.p", JSON.stringify({ text: "Not mine" }));
  localStorage.setItem("folkmoot.other", "1");
  expect([...keptDrafts("ann")]).toEqual([["claim.d.p", { text: "Mine" }]]);
});

test("what cannot be read any more is no draft, and breaks nothing", () => {
  localStorage.setItem("folkmoot.draft.ann.edit.c", "{half");
  expect([...keptDrafts("ann")]).toEqual([["edit.c", undefined]]);
});
