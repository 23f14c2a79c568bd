import { cleanup, fireEvent, renderHook } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { ResponseValue } from "#shared/contract/statements.ts";
import texts from "../locales/en/statements.json" with { type: "json" };
import { useDeckKeys } from "./use-deck-keys.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["statements"],
    resources: { en: { statements: texts } },
  });
});

let said: (ResponseValue | "undo")[] = [];
beforeEach(() => {
  said = [];
  renderHook(() =>
    useDeckKeys(
      (value) => said.push(value),
      () => said.push("undo"),
    ),
  );
});
afterEach(() => {
  cleanup();
  document.body.innerHTML = "";
});

test("a statement is answered by a letter, and one answer is taken back", () => {
  for (const key of ["a", "d", "P", "u", "x"]) fireEvent.keyDown(document.body, { key });
  expect(said).toEqual([1, -1, 0, "undo"]);
});

test("a key that is held answers once", () => {
  fireEvent.keyDown(document.body, { key: "p" });
  fireEvent.keyDown(document.body, { key: "p", repeat: true });
  expect(said).toEqual([0]);
});

test("a keyboard of other letters answers by the same keys; one of Latin letters by what is on them", () => {
  fireEvent.keyDown(document.body, { key: "ش", code: "KeyA" });
  fireEvent.keyDown(document.body, { key: "q", code: "KeyA" });
  expect(said).toEqual([1]);
});

test.each([
  ["a text field", "<input id='in'>"],
  ["a menu", "<div popover><button id='in'></button></div>"],
  ["a dialog", "<dialog open><button id='in'></button></dialog>"],
])("what is typed in %s is no answer", (_, html) => {
  document.body.innerHTML = html;
  const inside = document.querySelector("#in");
  if (inside) fireEvent.keyDown(inside, { key: "a" });
  expect(inside).not.toBeNull();
  expect(said).toEqual([]);
});
