import { renderHook } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { DecisionView } from "#shared/contract/decisions.ts";
import texts from "../../locales/en/decisions.json" with { type: "json" };
import { decisionOf } from "../testing-decision.ts";
import { useWords } from "../words.ts";
import { headlineOf } from "./headline.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["decisions"],
    resources: { en: { decisions: texts } },
  });
});

describe("the headline of a tie", () => {
  const result = {
    tally: { ballots: 2 },
    outcome: { result: "tied", open: ["a", "b"], carried: [] },
  } as unknown as NonNullable<DecisionView["result"]>;
  const detailBy = (tieBreak: DecisionView["tieBreak"]) => {
    const { current: words } = renderHook(() => useWords()).result;
    const decision = decisionOf({ status: "closed", tieBreak, result });
    return headlineOf({ result, decision, titleOf: (option) => option }, words).detail;
  };

  it("says whether somebody can still settle it", () => {
    expect(detailBy("none")).toBe(texts.headline["tied-detail"]);
    expect(detailBy("chair")).toBe(texts.headline["tied-by-chair"]);
  });
});
