import { cleanup, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { certainWinners } from "#shared/voting/explanation.ts";
import { countBallots, Settings } from "#shared/voting/index.ts";
import type { Tally } from "#shared/voting/tally.ts";
import texts from "../../locales/en/decisions.json" with { type: "json" };
import { decisionOf } from "../testing-decision.ts";
import { FundingResult } from "./funding-result.tsx";

beforeAll(() =>
  i18next.use(initReactI18next).init({
    lng: "en",
    resources: { en: { decisions: texts } },
    interpolation: { escapeValue: false },
  }),
);
afterEach(cleanup);

const titles: Readonly<Record<string, string>> = { a: "Audit", b: "Bridge", c: "Canteen" };
const titleOf = (option: string) => titles[option] ?? option;

/** Shows what became of a budget of 80 euros after so many people had ticked so much. */
function show(costs: Record<string, number>, ...cast: readonly Cast[]) {
  const tally = countOf(costs, cast);
  draw(costs, tally, certainWinners(tally));
}

type Cast = readonly [people: bigint, ...ticked: string[]];

function settingsOf(costs: Record<string, number>) {
  return Settings.parse({ method: "budget", budget: 8_000, costs, currency: "EUR" });
}

function countOf(costs: Record<string, number>, cast: readonly Cast[]) {
  return countBallots({
    options: Object.keys(costs),
    settings: settingsOf(costs),
    ballots: cast.map(([weight, ...approved]) => ({
      ballot: { method: "budget", approved },
      weight,
    })),
  });
}

function draw(costs: Record<string, number>, tally: Tally, carried: readonly string[]) {
  const decision = decisionOf({ method: "budget", settings: settingsOf(costs) });
  render(<FundingResult {...{ decision, tally, carried, titleOf }} />);
}

const rowOf = (title: string) => screen.getByRole("row", { name: new RegExp(title) }).textContent;

describe("the result of a vote on a budget", () => {
  it("says what is spent, what each option costs, and who paid for it", () => {
    show({ a: 3_000, b: 5_000, c: 4_000 }, [6n, "a", "b"], [2n, "c"]);
    expect(screen.getByText("80 EUR of 80 EUR is spent, and 0 EUR is left.")).toBeTruthy();
    const audit = rowOf("Audit");
    expect(audit).toContain("30 EUR");
    expect(audit).toContain("Yes");
    expect(audit).toContain("paid 5 EUR a vote. Votes that paid: 6.");
    expect(rowOf("Canteen")).toContain("had only 26.80 EUR left together");
    expect(
      screen.getByText(/Then .*Audit.* and .*Bridge.* would be funded, for 80 EUR/),
    ).toBeTruthy();
    const picture = screen.getByRole("table");
    expect(within(picture).getAllByRole("row")).toHaveLength(4);
    expect(screen.getAllByRole("button", { name: /csv/i }).length).toBeGreaterThan(0);
  });

  it("leaves open what a tie decides, and names no payer before it is settled", () => {
    show({ a: 6_000, b: 6_000, c: 1_000 }, [2n, "a", "b"], [1n, "c"]);
    expect(rowOf("Audit")).toContain("Open: a tie");
    expect(rowOf("Audit")).toContain("level with others");
    expect(rowOf("Canteen")).toContain("funded however the tie comes out");
    expect(screen.getByText(/Of .*Audit.* and .*Bridge.*only some would be funded/)).toBeTruthy();
  });

  it("spends nothing on what wins the count and is not decided, as where a quorum is missed", () => {
    const costs = { a: 3_000, b: 5_000, c: 4_000 };
    draw(costs, countOf(costs, [[6n, "a", "b"]]), []);
    expect(screen.getByText("0 EUR of 80 EUR is spent, and 80 EUR is left.")).toBeTruthy();
    expect(rowOf("Audit")).toContain("No");
    expect(rowOf("Audit")).toContain("it is not decided");
    expect(rowOf("Canteen")).toContain("Nobody ticked it");
  });
});
