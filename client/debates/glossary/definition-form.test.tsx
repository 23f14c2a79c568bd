import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Definition } from "#shared/contract/definitions.ts";
import texts from "../../locales/en/debates.json" with { type: "json" };
import ui from "../../locales/en/ui.json" with { type: "json" };
import { accountQuery } from "../../lib/session.ts";
import { DebateContext, type DebateHere } from "../debate-context.ts";
import { EditDefinition } from "./definition-form.tsx";

const here = { ids: { communityId: "c", debateId: "d" } } as DebateHere;
const key = "folkmoot.draft.ann.definition.w";
const now = { id: "w", term: "Commons", text: "What nobody owns", version: 2 } as Definition;

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["debates", "ui"],
    resources: { en: { debates: texts, ui } },
  });
});
beforeEach(() => {
  const begun = { term: "Commons", text: "What everybody owns", version: 1 };
  localStorage.setItem(key, JSON.stringify(begun));
});
afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

function open() {
  const queries = new QueryClient();
  queries.setQueryData(accountQuery.queryKey, { id: "ann" } as never);
  const form = (definition: Definition) => (
    <QueryClientProvider client={queries}>
      <DebateContext value={here}>
        <EditDefinition definition={definition} onDone={() => undefined} />
      </DebateContext>
    </QueryClientProvider>
  );
  const { unmount, rerender } = render(form(now));
  return { unmount, becomes: (definition: Definition) => rerender(form(definition)) };
}

const kept = () => JSON.parse(localStorage.getItem(key) ?? "null") as unknown;

test("words that were begun at an older version stand beside those that took its place", () => {
  open();
  const alert = screen.getByRole("alert");
  expect(within(alert).getByText("What everybody owns")).toBeTruthy();
  expect(within(alert).getByText("What nobody owns")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(true);
});

test("who goes on with their own words keeps them on this device, on top of what stands now", () => {
  const { unmount } = open();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.keepMine }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(kept()).toMatchObject({ text: "What everybody owns", version: 2 });
  unmount();
  open();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByDisplayValue("What everybody owns")).toBeTruthy();
});

test("who takes the other words has no draft any more", () => {
  open();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.takeTheirs }));
  expect(screen.getByDisplayValue("What nobody owns")).toBeTruthy();
  expect(kept()).toBeNull();
});

test("one's own words that come back as news before the answer does overtake nobody", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const { becomes } = open();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.keepMine }));
  const save = screen.getByRole("button", { name: "Save" });
  fireEvent.click(save);
  await vi.waitFor(() => expect(save.getAttribute("aria-busy")).toBe("true"));
  becomes({ ...now, text: "What everybody owns", version: 3 });
  expect(screen.queryByRole("alert")).toBeNull();
});
