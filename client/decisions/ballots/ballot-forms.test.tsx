import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { useState } from "react";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Ballot, Settings } from "#shared/voting/index.ts";
import texts from "../../locales/en/decisions.json" with { type: "json" };
import { methodFacts, offeredMethods } from "../method-facts.ts";
import { BallotForm, blankBallot } from "./index.tsx";

const options = [
  { id: "a", positionId: null, title: "By a council" },
  { id: "b", positionId: null, title: "By assembly" },
  { id: "c", positionId: null, title: "By lot" },
];

beforeAll(() =>
  i18next.use(initReactI18next).init({
    lng: "en",
    resources: { en: { decisions: texts } },
    interpolation: { escapeValue: false },
  }),
);
afterEach(cleanup);

interface HolderProps {
  options?: DecisionView["options"];
  settings: Settings;
  isFixed?: boolean;
  faults?: ReadonlyMap<string, string>;
  onBallot: (ballot: Ballot) => void;
}

function Holder(props: HolderProps) {
  const { settings, isFixed = false, faults = new Map(), onBallot } = props;
  const [ballot, setBallot] = useState<Ballot | null>(blankBallot(settings.method));
  return (
    <BallotForm
      {...{ options: props.options ?? options, settings, isFixed, faults }}
      value={ballot}
      onChange={(next) => {
        setBallot(next);
        onBallot(next);
      }}
    />
  );
}

/** Shows the form of a method; gives the ballot as it is filled in. */
function fill(
  settings: Settings,
  more: Partial<HolderProps> = {},
): { ballot: () => Ballot | undefined } {
  let last: Ballot | undefined;
  render(<Holder settings={settings} {...more} onBallot={(ballot) => (last = ballot)} />);
  return { ballot: () => last };
}

/** Titles within names are kept apart by invisible signs. */
const named = (name: string) => (text: string) => text.replaceAll(/[\u2068\u2069]/g, "") === name;
const button = (name: string) => screen.getByRole("button", { name: named(name) });
const press = (name: string) => fireEvent.click(button(name));
const rowOf = (title: string) => {
  const row = screen.getByText(title).closest("li");
  if (!row) throw new Error(`${title} has no row`);
  return row;
};

describe("the ballot on a budget", () => {
  const settings: Settings = {
    method: "budget",
    budget: 800_000,
    costs: { a: 300_000, b: 500_050, c: 400_000 },
    currency: "EUR",
    utility: "cost",
    completion: "add1",
  };

  it("shows what each option costs, and what those that are ticked cost together", () => {
    const { ballot } = fill(settings);
    expect(screen.getByText("5,000.50 EUR")).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: /By a council/ }));
    const sum = screen.getByRole("status");
    expect(sum.textContent).toBe("What you ticked costs 3,000 EUR; the budget is 8,000 EUR.");
    fireEvent.click(screen.getByRole("checkbox", { name: /By assembly/ }));
    expect(sum.textContent).toContain("8,000.50 EUR; the budget is 8,000 EUR");
    expect(sum.textContent).toContain("That is more than there is, and you may leave it so");
    expect(ballot()).toEqual({ method: "budget", approved: ["a", "b"] });
  });
});

describe("the ballot for one choice", () => {
  it("takes the option that is pressed last", () => {
    const { ballot } = fill({ method: "plurality" });
    fireEvent.click(screen.getByRole("radio", { name: "By assembly" }));
    fireEvent.click(screen.getByRole("radio", { name: "By lot" }));
    expect(ballot()).toEqual({ method: "plurality", choice: "c" });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "By assembly" }).checked).toBe(
      false,
    );
  });
});

describe("the ballot by approval", () => {
  it("takes any number of options, and takes them back", () => {
    const { ballot } = fill(methodFacts.approval.settings);
    fireEvent.click(screen.getByRole("checkbox", { name: "By lot" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "By a council" }));
    expect(ballot()).toEqual({ method: "approval", approved: ["a", "c"] });
    fireEvent.click(screen.getByRole("checkbox", { name: "By lot" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "By a council" }));
    expect(ballot()).toEqual({ method: "approval", approved: [] });
  });
});

describe("the ballot by points", () => {
  it("takes points from the slider and from the keyboard, and never more than there are", () => {
    const { ballot } = fill({ method: "score", maxScore: 5 });
    fireEvent.change(screen.getByRole("slider", { name: "By lot" }), { target: { value: "4" } });
    fireEvent.change(screen.getByRole("spinbutton", { name: "Points for By assembly" }), {
      target: { value: "9" },
    });
    expect(ballot()).toEqual({ method: "score", scores: { b: 5, c: 4 } });
    expect(
      screen.getByRole<HTMLInputElement>("spinbutton", { name: "Points for By lot" }).value,
    ).toBe("4");
  });

  it("tells zero points from none", () => {
    const { ballot } = fill({ method: "score", maxScore: 5 });
    const number = screen.getByRole("spinbutton", { name: "Points for By lot" });
    fireEvent.change(number, { target: { value: "0" } });
    expect(ballot()).toEqual({ method: "score", scores: { c: 0 } });
    fireEvent.change(number, { target: { value: "" } });
    expect(ballot()).toEqual({ method: "score", scores: {} });
  });
});

describe("the ballot by ranking", () => {
  it("is filled by pressing options in order, and changed by buttons", () => {
    const { ballot } = fill(methodFacts.irv.settings);
    press("Rank By lot next");
    press("Rank By a council next");
    expect(ballot()).toEqual({ method: "irv", ranking: [["c"], ["a"]] });
    press("Move By a council up");
    expect(ballot()).toEqual({ method: "irv", ranking: [["a"], ["c"]] });
    press("Take By a council out of the ranking");
    expect(ballot()).toEqual({ method: "irv", ranking: [["c"]] });
    expect(screen.queryByRole("button", { name: /level with/ })).toBeNull();
  });

  it("keeps the focus on the control that was used, and says where the option is now", () => {
    fill(methodFacts.schulze.settings);
    press("Rank By lot next");
    press("Rank By assembly next");
    const up = button("Move By assembly up");
    up.focus();
    fireEvent.click(up);
    expect(document.activeElement).toBe(button("Move By assembly up"));
    const said = screen.getByRole("status").textContent?.replaceAll(/[\u2068\u2069]/g, "");
    expect(said).toBe("“By assembly” is on rank 1 of 2");
  });

  it("is filled by keys alone: numbers for ranks, arrows, the equals sign for level, zero for out", () => {
    const { ballot } = fill(methodFacts.schulze.settings);
    const key = (title: string, what: string) => {
      const [handle] = within(rowOf(title)).getAllByRole("button");
      if (handle) fireEvent.keyDown(handle, { key: what });
    };
    key("By lot", "1");
    key("By assembly", "1");
    expect(ballot()).toEqual({ method: "schulze", ranking: [["b"], ["c"]] });
    key("By assembly", "ArrowDown");
    expect(ballot()).toEqual({ method: "schulze", ranking: [["c"], ["b"]] });
    key("By assembly", "=");
    expect(ballot()).toEqual({ method: "schulze", ranking: [["c", "b"]] });
    key("By lot", "0");
    expect(ballot()).toEqual({ method: "schulze", ranking: [["b"]] });
  });
});

describe("the ballot by points out of a purse", () => {
  it("spreads points until none are left, and takes no more", () => {
    const { ballot } = fill({ method: "cumulative", winners: 1, credits: 3 });
    press("One more for By lot");
    fireEvent.change(screen.getByRole("spinbutton", { name: named("Votes for By assembly") }), {
      target: { value: "9" },
    });
    expect(ballot()).toEqual({ method: "cumulative", points: { b: 2, c: 1 } });
    expect(screen.getByRole("status").textContent).toBe("0 of 3 points left");
    expect(button("One more for By a council").getAttribute("aria-disabled")).toBe("true");
    press("One less for By lot");
    expect(ballot()).toEqual({ method: "cumulative", points: { b: 2 } });
  });

  it("tells what votes cost, and sells none that the credits do not pay", () => {
    const { ballot } = fill({ method: "quadratic", winners: 1, credits: 10, against: false });
    for (let votes = 0; votes < 3; votes += 1) press("One more for By lot");
    expect(screen.getByText("costs 9 credits")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("1 of 10 credits left");
    press("One more for By lot");
    press("One less for By assembly");
    expect(ballot()).toEqual({ method: "quadratic", votes: { c: 3 } });
  });

  it("sells votes against at the same price where the decision has them", () => {
    const { ballot } = fill({ method: "quadratic", winners: 1, credits: 10, against: true });
    press("One less for By lot");
    press("One less for By lot");
    expect(ballot()).toEqual({ method: "quadratic", votes: { c: -2 } });
    expect(screen.getByText("costs 4 credits")).toBeTruthy();
  });
});

describe("the ballot of a vote that is passed on", () => {
  it.each(["irv", "stv", "meek"] as const)("by %s has no shared ranks", (method) => {
    fill(methodFacts[method].settings);
    press("Rank By lot next");
    press("Rank By assembly next");
    expect(screen.queryByRole("button", { name: /level with/ })).toBeNull();
  });

  it("by Borda has them", () => {
    fill(methodFacts.borda.settings);
    press("Rank By lot next");
    press("Rank By assembly next");
    expect(screen.getByRole("button", { name: /level with/ })).toBeTruthy();
  });
});

describe("the ballot by grades", () => {
  it("takes a grade for each option, and takes it back", () => {
    const { ballot } = fill(methodFacts["majority-judgment"].settings);
    const grade = (title: string, word: string) =>
      fireEvent.click(
        within(screen.getByRole("radiogroup", { name: title })).getByRole("radio", { name: word }),
      );
    grade("By lot", "Excellent");
    grade("By assembly", "Reject");
    expect(ballot()).toEqual({ method: "majority-judgment", grades: { b: 0, c: 5 } });
    press("Take back the grade for By assembly");
    expect(ballot()).toEqual({ method: "majority-judgment", grades: { c: 5 } });
  });

  it("calls grades by the decision's own words", () => {
    const settings = { ...methodFacts["majority-judgment"].settings, grades: 2 };
    fill({ ...settings, words: ["Never", "Gladly"] });
    expect(screen.getAllByRole("radio", { name: "Gladly" })).toHaveLength(options.length);
  });
});

describe("the ballot of a time poll", () => {
  it("says when one can, in the words of this reader", () => {
    const times = [
      { id: "a", positionId: null, title: "Monday, 9:30" },
      { id: "b", positionId: null, title: "Tuesday, 17:00" },
    ];
    const { ballot } = fill(methodFacts["time-poll"].settings, { options: times });
    const row = within(screen.getByRole("radiogroup", { name: "Tuesday, 17:00" }));
    fireEvent.click(row.getByRole("radio", { name: "If need be" }));
    expect(ballot()).toEqual({ method: "time-poll", availability: { b: 1 } });
  });
});

describe("the ballot on one proposal", () => {
  const stances = ["agree", "abstain", "disagree", "block"].map((id) => {
    return { id, positionId: null, title: texts.choice[id as keyof typeof texts.choice] };
  });
  const settings = methodFacts.consent.settings;

  it("asks who blocks for a reason, and keeps it when the stance is another", () => {
    const { ballot } = fill(settings, { options: stances });
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: /^Block/ }));
    fireEvent.change(screen.getByRole("textbox", { name: "Why" }), {
      target: { value: "It costs too much." },
    });
    fireEvent.click(screen.getByRole("radio", { name: /^Disagree/ }));
    expect(ballot()).toEqual({
      method: "consent",
      stance: "disagree",
      reason: "It costs too much.",
    });
  });

  it("says at the reason that it is missing", () => {
    fill(settings, { options: stances, faults: new Map([["reason", "Say why."]]) });
    fireEvent.click(screen.getByRole("radio", { name: /^Block/ }));
    const why = screen.getByRole("textbox", { name: "Why" });
    expect(why.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("Say why.")).toBeTruthy();
  });
});

describe.each(offeredMethods)("the ballot by %s", (method) => {
  it("can be read and not changed once voting has ended", () => {
    fill(methodFacts[method].settings, { isFixed: true });
    for (const { title } of options) expect(screen.getByText(title)).toBeTruthy();
    const controls = ["radio", "checkbox", "slider", "spinbutton", "button"] as const;
    for (const control of controls.flatMap((role) => screen.queryAllByRole(role))) {
      expect(control.closest("fieldset")?.disabled).toBe(true);
    }
  });

  it("says at the option what is wrong with it", () => {
    fill(methodFacts[method].settings, { faults: new Map([["b", "Not this one."]]) });
    const row = screen.getByText("Not this one.").closest("li, fieldset > div");
    expect(row?.textContent).toContain("By assembly");
  });
});
