import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Statement } from "#shared/contract/statements.ts";
import arabic from "../locales/ar/opinions.json" with { type: "json" };
import opinions from "../locales/en/opinions.json" with { type: "json" };
import statementTexts from "../locales/en/statements.json" with { type: "json" };
import ui from "../locales/en/ui.json" with { type: "json" };
import spanish from "../locales/es/opinions.json" with { type: "json" };
import chinese from "../locales/zh-TW/opinions.json" with { type: "json" };
import { AnswersTable } from "./answers-table.tsx";
import { GroupCards } from "./group-cards.tsx";
import { OwnTable } from "./own-table.tsx";
import type { Said } from "./sentence-list.tsx";
import { OwnStanding, Standing, Unclear } from "./standing.tsx";
import { columnsOf, seenIn } from "./statement-columns.ts";
import { readFirst } from "./read-first.ts";
import { sentencesOfMap } from "./sentences-of-map.ts";
import { createTelling, type Telling } from "./telling.ts";
import { mapOf } from "./testing-map.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["opinions", "statements", "ui"],
    defaultNS: "opinions",
    resources: {
      en: { opinions, statements: statementTexts, ui },
      es: { opinions: spanish, ui },
      "zh-TW": { opinions: chinese, ui },
      ar: { opinions: arabic, ui },
    },
  });
});

const texts = ["Models need referees.", "Users can appeal.", "Audits are public."];

function tellingOf(map: OpinionMap, language = "en"): Telling {
  const t = i18next.getFixedT(language, "opinions");
  const words = (id: string) => texts[Number(id.at(-1))] ?? "";
  const shown = { words, isComing: () => false, languageOf: () => "en" };
  return { ...createTelling(t, language, map), ...shown };
}

const saidOf = (map: OpinionMap) =>
  sentencesOfMap(map).filter((one): one is Said => one.kind !== "no-groups");
const sharedOf = (map: OpinionMap) => ({ map, telling: tellingOf(map) });

describe("the sentences of a map", () => {
  it("say who agrees, by how much, in each language", () => {
    const map = mapOf();
    const bridge = saidOf(map).find(({ kind }) => kind === "bridge");
    const divide = saidOf(map).find(({ kind }) => kind === "divide");
    if (!bridge || !divide) throw new Error("the map has both");
    expect(map.statements[bridge.statement]?.statementId).toBe(map.bridges[0]?.statementId);
    const { sentence } = tellingOf(map);
    expect(sentence(bridge)).toBe("All agree: Group A (95%) and Group B (90%).");
    expect(sentence(divide)).toBe("Agree: Group A (100%). Disagree: Group B (100%).");
    for (const language of ["es", "zh-TW", "ar"]) {
      for (const said of saidOf(map)) {
        const words = tellingOf(map, language).sentence(said);
        expect(words).not.toMatch(/sentence\.|\{\{/);
        expect(words).toMatch(/[\d٠-٩]/);
      }
    }
  });

  it("are only about statements whose figures the reader may see", () => {
    const map = mapOf();
    const hidden = mapOf({
      statements: map.statements.map((one) => ({ ...one, figures: null })),
      groups: map.groups.map((group) => ({ ...group, typical: [] })),
      majorities: [],
    });
    expect(saidOf(hidden)).toEqual([]);
  });
});

describe("a table of statements", () => {
  it("writes bridging scores as the reader's language does, and a file with a point", () => {
    const map = mapOf();
    const [first] = seenIn(map);
    if (!first) throw new Error("the figures are seen");
    const bridging = { ...first.figures.bridging, score: 0.5, shortage: null };
    const one = { ...first, figures: { ...first.figures, bridging } };
    const columnIn = (language: string) =>
      columnsOf(map, tellingOf(map, language)).find(({ id }) => id === "bridging");
    expect(["en", "es"].map((language) => columnIn(language)?.cell(one))).toEqual(["0.50", "0,50"]);
    expect(columnIn("es")?.plain?.(one)).toBe(0.5);
  });

  it("says of a group in the file what it says on the page, and keeps words of another direction apart there", () => {
    const map = mapOf();
    const [one] = seenIn(map);
    if (!one) throw new Error("the figures are seen");
    const columns = new Map(columnsOf(map, tellingOf(map)).map((column) => [column.id, column]));
    const agrees = columns.get("agrees-0");
    expect(Number(agrees?.plain?.(one))).toBeLessThanOrEqual(1);
    expect(agrees?.cell(one)).toBe(`${Math.round(100 * Number(agrees?.plain?.(one)))}%`);
    const words = String(columns.get("statement")?.plain?.(one));
    expect(words.length).toBeGreaterThan(5);
    expect(columns.get("statement")?.cell(one)).toBe(`\u2068${words}\u2069`);
  });
});

describe("the texts of a map", () => {
  it("are asked for first where its sentences tell of them, each once and not too many", () => {
    const map = mapOf();
    const ids = map.statements.map(({ statementId }) => statementId);
    expect(readFirst(map)).toEqual([ids[1], ids[0]]);
    const [one] = map.statements;
    if (!one) throw new Error("there are statements");
    const statements = Array.from({ length: 60 }, (_, at) => ({ ...one, statementId: `${at}` }));
    const majorities = statements.map(({ statementId }) => ({
      statementId,
      side: "agree" as const,
    }));
    expect(readFirst(mapOf({ statements, majorities }))).toHaveLength(24);
  });

  it("have their place kept until they are there, and there is no file of what has no words yet", () => {
    const map = mapOf();
    const telling = { ...tellingOf(map), words: () => "…", isComing: () => true };
    const { container } = render(
      <>
        <GroupCards map={map} telling={telling} sentences={saidOf(map)} />
        <AnswersTable map={map} telling={telling} name="A question" />
      </>,
    );
    expect(container.textContent).not.toContain("…");
    expect(container.querySelectorAll("[aria-busy=true] .skeleton").length).toBeGreaterThan(5);
    expect(screen.queryByRole("button", { name: "CSV" })).toBeNull();
    cleanup();
  });
});

describe("a map without groups", () => {
  it("still has a table and a file of all statements and how everybody answered them", () => {
    const map = mapOf({ groups: [], obscurity: "by-chance" });
    render(<AnswersTable {...sharedOf(map)} name="A question" />);
    const headers = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
    expect(headers).toEqual(["Statement", "Bridging score", "Agree", "Disagree", "Pass"]);
    expect(screen.getAllByRole("row")[1]?.textContent).toContain("Models need referees.");
    expect(screen.getByRole("button", { name: "CSV" })).toBeTruthy();
    cleanup();
  });

  it("shows eight statements at first and all of them when asked, and of none no table", () => {
    const [one] = mapOf().statements;
    if (!one) throw new Error("there are statements");
    const statements = Array.from({ length: 12 }, (_, at) => ({ ...one, statementId: `${at}` }));
    render(<AnswersTable {...sharedOf(mapOf({ groups: [], statements }))} name="A question" />);
    expect(screen.getAllByRole("row")).toHaveLength(9);
    fireEvent.click(screen.getByRole("button", { name: "Show all 12" }));
    expect(screen.getAllByRole("row")).toHaveLength(13);
    cleanup();
    const unseen = statements.map((each) => ({ ...each, figures: null }));
    render(<AnswersTable {...sharedOf(mapOf({ groups: [], statements: unseen }))} name="A" />);
    expect(screen.queryByRole("table")).toBeNull();
    cleanup();
  });
});

describe("a group that its people named", () => {
  it("is called by that name with its letter wherever it is told of", () => {
    const map = mapOf();
    const name = { id: "name", text: "Open weights" };
    const groups = map.groups.map((group) => (group.number === 0 ? { ...group, name } : group));
    const named = { ...map, groups };
    const { groupName, sentence } = tellingOf(named);
    expect(groupName(0)).toBe("\u2068Open weights\u2069 (A)");
    expect(groupName(1)).toBe("Group B");
    const bridge = saidOf(named).find(({ kind }) => kind === "bridge");
    expect(bridge && sentence(bridge)).toContain("Open weights\u2069 (A) (95%) and Group B (90%)");
    render(<GroupCards {...sharedOf(named)} sentences={[]} tools={({ number }) => `#${number}`} />);
    expect(screen.getByRole("heading", { name: /Open weights.* \(A\)/ })).toBeTruthy();
    expect(screen.getByText(/#1/)).toBeTruthy();
    cleanup();
  });
});

describe("the page of a map", () => {
  it("shows of each group what sets it apart and what it shares, and in which the reader is", () => {
    const map = mapOf();
    render(<GroupCards {...sharedOf(map)} sentences={saidOf(map)} />);
    const [first, second] = screen
      .getAllByRole("listitem")
      .filter((item) => item.id === "" && within(item).queryAllByRole("heading").length > 0);
    if (!first || !second) throw new Error("both groups have a card");
    expect(first.textContent).toContain("You are here");
    expect(second.textContent).not.toContain("You are here");
    expect(first.textContent).toContain("20 people (67%)");
    expect(first.textContent).toContain("holds firmly");
    expect(first.textContent).toContain(
      "Users can appeal.100% of Group A agree, 0% of all others.",
    );
    expect(second.textContent).toContain("100% of Group B disagree, 0% of all others.");
    expect(second.textContent).toContain("Models need referees.All agree");
  });

  it("says of when the map is, and that answers since are safe", () => {
    const { rerender } = render(<Standing {...sharedOf(mapOf())} since={12} />);
    expect(screen.getByRole("status").textContent).toContain("12 answers since are safe");
    expect(screen.getByRole("status").textContent).toContain("30 people on the map, of 32");
    rerender(<Standing {...sharedOf(mapOf())} since={0} />);
    expect(screen.getByRole("status").textContent).toContain("nothing was answered since");
    expect(screen.queryByText(/broken off/)).toBeNull();
    rerender(<Standing {...sharedOf(mapOf({ wasBrokenOff: true }))} since={0} />);
    expect(screen.getByText(/search for groups was broken off/)).toBeTruthy();
  });

  it("says where the reader is, or what brings them there", () => {
    const wordsFor = (change: Partial<OpinionMap>, hasVoice = true) => {
      const shared = { ...sharedOf(mapOf(change)), hasVoice };
      const { container } = render(<OwnStanding {...shared} />);
      return container.textContent;
    };
    const you = { x: 0, y: 0, group: null, leftOut: null };
    expect(wordsFor({})).toBe("You are in Group A.");
    expect(wordsFor({ you: null })).toContain("You have not answered yet");
    expect(wordsFor({ you: { ...you, responses: 1 } })).toContain("2 more answers bring you");
    expect(wordsFor({ you: { ...you, responses: 3 } })).toContain("shows with the next one");
    expect(wordsFor({ you: { ...you, responses: 3 }, groups: [] })).toBe("You are on the map.");
    for (const responses of [1, 3]) {
      const words = wordsFor({ you: { ...you, responses, leftOut: "visitor" } });
      expect(words).toContain("leave out what people without an account answered");
      const suspended = wordsFor({ you: { ...you, responses, leftOut: "suspended" } });
      expect(suspended).toContain("You are suspended. What you answered counts in no map");
    }
    // Whoever may not answer is promised nothing, nor a group where there are none.
    expect(wordsFor({ you: null }, false)).toBe("");
    expect(wordsFor({ you: { ...you, responses: 1 }, groups: [] })).toBe("You are on the map.");
  });

  it("says why there are no clear groups, and who is missing", () => {
    const wordsFor = (change: Partial<OpinionMap>, takesAnswers = true) => {
      const shared = sharedOf(mapOf({ groups: [], ...change }));
      const { container } = render(<Unclear {...shared} takesAnswers={takesAnswers} />);
      return container.textContent;
    };
    const few = wordsFor({ obscurity: "few-people", peopleIn: 4 });
    expect(few).toContain("No clear groups yet");
    expect(few).toContain("So many are still missing: 6.");
    expect(wordsFor({ obscurity: "not-stable", stability: 0.41 })).toContain(
      "41% of all cases, and 60%",
    );
    expect(wordsFor({ obscurity: "by-chance" })).toContain("no more than chance");
    expect(wordsFor({ obscurity: null })).toBe("");
    // Once nobody can answer any more, nothing is promised of more answers.
    for (const obscurity of ["few-people", "by-chance", "not-apart", "not-stable"] as const) {
      const words = wordsFor({ obscurity }, false);
      expect(words).toMatch(/^No clear groups[^ ]/);
      expect(words).not.toMatch(/more answers|still missing| yet/i);
    }
    expect(wordsFor({ obscurity: "few-people", peopleIn: 4 }, false)).toContain("were missing: 6.");
  });

  it("sets the reader's answers against those of their group", () => {
    const map = mapOf();
    const mine = map.statements.map(
      ({ statementId }, at) => [statementId, { mine: at === 1 ? -1 : 1 } as Statement] as const,
    );
    render(<OwnTable {...sharedOf(map)} statements={new Map(mine)} name="A question" />);
    expect(
      screen.getByText("On 1 of 3 statements you stand against most of your group."),
    ).toBeTruthy();
    const [, lonely] = screen.getAllByRole("row");
    expect(lonely?.textContent).toBe(
      "\u2068Users can appeal.\u2069Disagree100%0%against your group",
    );
  });
});
