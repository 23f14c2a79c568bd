import { render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, it } from "vitest";
import decisions from "../../locales/en/decisions.json" with { type: "json" };
import texts from "../../locales/en/recount.json" with { type: "json" };
import ui from "../../locales/en/ui.json" with { type: "json" };
import { RecountFindings } from "./findings.tsx";
import type { Finding } from "./task.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["recount", "decisions", "ui"],
    resources: { en: { recount: texts, decisions, ui } },
  });
});

it("a recount of a vote on one proposal names the proposal, and the answer in the reader's words", () => {
  const counted = { tally: { winners: ["block"], ballots: 3 }, outcome: { result: "failed" } };
  const finding = {
    isRight: true,
    checks: [],
    counted,
    decision: {
      title: "The rota",
      subject: "A rota in pairs",
      settings: { method: "consent" },
      options: [{ id: "block", title: "block" }],
      result: counted,
    },
  } as unknown as Finding;
  render(<RecountFindings finding={finding} />);
  expect(screen.getByText("A rota in pairs")).toBeTruthy();
  expect(screen.getAllByText(decisions.choice.block)).toHaveLength(2);
});
