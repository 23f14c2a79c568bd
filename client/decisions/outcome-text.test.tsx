import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { DecisionView } from "#shared/contract/decisions.ts";
import texts from "../locales/en/decisions.json" with { type: "json" };
import ui from "../locales/en/ui.json" with { type: "json" };
import { OutcomeText } from "./outcome-text.tsx";

const first = { id: "x", outcome: null, version: 3, can: { writeOutcome: true } } as DecisionView;
const meanwhile = { ...first, outcome: "We build the bridge.", version: 4 };

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["decisions", "ui"],
    resources: { en: { decisions: texts, ui } },
  });
});
afterEach(cleanup);

const outcome = (decision: DecisionView) => (
  <QueryClientProvider client={new QueryClient()}>
    <OutcomeText decision={decision} />
  </QueryClientProvider>
);

test("of two who word an outcome at once the second sees both texts, and loses none", () => {
  const { rerender } = render(outcome(first));
  fireEvent.click(screen.getByRole("button", { name: texts.outcome.start }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "The bridge is built." } });
  rerender(outcome(meanwhile));
  const alert = screen.getByRole("alert");
  expect(within(alert).getByText("We build the bridge.")).toBeTruthy();
  expect(within(alert).getByText("The bridge is built.")).toBeTruthy();
  const save = screen.getByRole<HTMLButtonElement>("button", { name: texts.outcome.save });
  expect(save.disabled).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.keepMine }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByDisplayValue("The bridge is built.")).toBeTruthy();
});
