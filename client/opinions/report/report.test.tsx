import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { cleanup, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import opinions from "../../locales/en/opinions.json" with { type: "json" };
import ui from "../../locales/en/ui.json" with { type: "json" };
import { createTelling } from "../telling.ts";
import { mapOf } from "../testing-map.ts";
import { Findings } from "./findings.tsx";
import { StatementTable } from "./statement-table.tsx";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["opinions", "ui"],
    defaultNS: "opinions",
    resources: { en: { opinions, ui } },
  });
});

afterEach(cleanup);

const texts = ["Models need referees.", "Users can appeal.", "Audits are public."];

function shown(map: OpinionMap) {
  const words = (id: string) => texts[Number(id.at(-1))] ?? "";
  const t = i18next.getFixedT("en", "opinions");
  const telling = {
    ...createTelling(t, "en", map),
    words,
    isComing: () => false,
    languageOf: () => "en",
  };
  const history = createMemoryHistory({ initialEntries: ["/?run=9"] });
  const router = createRouter({ routeTree: createRootRoute(), history });
  render(
    <RouterContextProvider router={router}>
      <Findings map={map} telling={telling} />
      <StatementTable map={map} telling={telling} name="A question" />
    </RouterContextProvider>,
  );
  return screen.getAllByRole("listitem").map(({ textContent }) => textContent);
}

describe("a report", () => {
  it("says who agrees in sentences, each with its numbers and the statement that it cites", () => {
    const sentences = shown(mapOf());
    expect(sentences).toContain(
      "All groups agree, Group A (95%) and Group B (90%): Models need referees. [1]",
    );
    expect(sentences).toContain(
      "Group A (100%): agree. Group B (100%): disagree. Users can appeal. [2]",
    );
    expect(sentences).toContain(
      "100% of Group B disagree, and 0% of all others: Users can appeal. [2]",
    );
    const [cited] = screen.getAllByRole("link", { name: "Statement 1 in the table" });
    const anchor = cited?.getAttribute("href")?.split("#")[1] ?? "";
    const row = document.getElementById(anchor)?.closest("tr");
    if (!row) throw new Error("the citation leads to a row");
    expect(within(row).getByRole("rowheader").textContent).toBe("Models need referees.");
    expect(row.textContent).toBe("1Models need referees.3093%7%0%not enough yet95%90%");
  });

  it("says nothing of a statement whose numbers the reader may not see, and keeps the numbers of the others", () => {
    const map = mapOf();
    const sentences = shown({
      ...map,
      statements: map.statements.map((one, at) => (at === 0 ? { ...one, figures: null } : one)),
      majorities: [],
    });
    expect(sentences.filter((words) => words.includes("referees"))).toEqual([]);
    expect(sentences).toContain(
      "Group A (100%): agree. Group B (100%): disagree. Users can appeal. [2]",
    );
    expect(screen.getAllByRole("row")[1]?.textContent).toMatch(/^2Users can appeal/);
  });

  it("says who counts as one in the bridging scores of its file, where anybody does", () => {
    shown(mapOf());
    expect(screen.queryByText(/counts as one/)).toBeNull();
    cleanup();
    shown(mapOf({ correlated: 6 }));
    expect(screen.getByText(/again and again: 6\. In bridging scores/)).toBeTruthy();
  });

  it("says out of whose answers the bridging scores are, where people were drawn for them", () => {
    shown(mapOf());
    expect(screen.queryByText(/drawn by lot/)).toBeNull();
    cleanup();
    shown(mapOf({ drawn: 2_500 }));
    expect(screen.getByText(/bridging scores go by those of 2,500 people drawn/)).toBeTruthy();
  });

  it("has the bridging score of each statement in the table, as its file does", () => {
    const map = mapOf();
    const scored = map.statements.map((one) => ({
      ...one,
      figures: one.figures && {
        ...one.figures,
        bridging: { score: 0.5, raters: 30, shortage: null },
      },
    }));
    shown({ ...map, statements: scored });
    expect(screen.getByRole("columnheader", { name: "Bridging score" })).toBeTruthy();
    expect(screen.getAllByRole("cell", { name: "0.50" })).toHaveLength(3);
  });

  it("has neither names of columns nor a file where nothing was answered yet", () => {
    const map = mapOf();
    shown({ ...map, statements: map.statements.map((one) => ({ ...one, figures: null })) });
    expect(screen.queryByRole("columnheader")).toBeNull();
    expect(screen.queryByRole("button", { name: "CSV" })).toBeNull();
    expect(screen.getByText(/No statement of which you may see the numbers yet/)).toBeTruthy();
  });

  it("tells of no groups where there are none", () => {
    shown(mapOf({ groups: [], obscurity: "not-apart" }));
    expect(screen.queryByText("Bridges")).toBeNull();
    expect(screen.queryByText("What most people say")).toBeTruthy();
  });
});
