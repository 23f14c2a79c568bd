import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Statement } from "#shared/contract/statements.ts";
import texts from "../locales/en/statements.json" with { type: "json" };
import ui from "../locales/en/ui.json" with { type: "json" };
import { OwnStatementTools } from "./own-statement-tools.tsx";

const first = {
  id: "s",
  text: "We can do better.",
  version: 1,
  can: { respond: true, edit: true, withdraw: true },
} as Statement;
const meanwhile = { ...first, text: "We could do better.", version: 2 };

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["statements", "ui"],
    resources: { en: { statements: texts, ui } },
  });
});
afterEach(cleanup);

const tools = (statement: Statement) => (
  <QueryClientProvider client={new QueryClient()}>
    <OwnStatementTools ids={{ communityId: "c", debateId: "d" }} statement={statement} />
  </QueryClientProvider>
);

/** Words are written, and meanwhile the statement gets others. */
function overtake() {
  const { rerender } = render(tools(first));
  fireEvent.click(screen.getByRole("button", { name: texts.own.edit }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "We will do better." } });
  expect(screen.queryByRole("alert")).toBeNull();
  rerender(tools(meanwhile));
}

test("a statement that got other words meanwhile shows both, and sends neither unasked", () => {
  overtake();
  const alert = screen.getByRole("alert");
  expect(within(alert).getByText("We could do better.")).toBeTruthy();
  expect(within(alert).getByText("We will do better.")).toBeTruthy();
  const save = screen.getByRole<HTMLButtonElement>("button", { name: texts.own.save });
  expect(save.disabled).toBe(true);
});

test("one goes on with one's own words, or with those that stand", () => {
  overtake();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.keepMine }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByDisplayValue("We will do better.")).toBeTruthy();
  cleanup();
  overtake();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.takeTheirs }));
  expect(screen.getByDisplayValue("We could do better.")).toBeTruthy();
});
