import { cleanup, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test } from "vitest";
import texts from "../locales/en/disputes.json" with { type: "json" };
import { CasePath } from "./case-path.tsx";
import { testingDispute } from "./testing-dispute.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["disputes"],
    resources: { en: { disputes: texts } },
  });
});
afterEach(cleanup);

test("the path marks where a case is, and says how long what comes can take, in whole days", () => {
  render(<CasePath dispute={testingDispute({ stage: "deliberation" })} />);
  const steps = screen.getAllByRole("listitem");
  const here = steps.filter((step) => step.getAttribute("aria-current") === "step");
  expect(here.map((step) => step.textContent)).toEqual([
    expect.stringContaining(texts.stage.deliberation),
  ]);
  expect(screen.getByText("up to 2 days")).toBeTruthy();
  expect(screen.queryByText(/0 hours/)).toBeNull();
});
