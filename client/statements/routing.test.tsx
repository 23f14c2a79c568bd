import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test } from "vitest";
import texts from "../locales/en/statements.json" with { type: "json" };
import ui from "../locales/en/ui.json" with { type: "json" };
import { routingQuery } from "./queries.ts";
import { Routing } from "./routing.tsx";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["statements", "ui"],
    resources: { en: { statements: texts, ui } },
  });
});
afterEach(cleanup);

test("what is asked next stands with its chance and what makes that chance, in a table", () => {
  const ids = { communityId: "c", debateId: "d" };
  const queries = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const why = { responses: 3, isYoung: true, extremity: 0.514, priority: 12.25 };
  queries.setQueryData(routingQuery(ids).queryKey, {
    items: [{ statementId: "s", text: "We can do better.", chance: 0.125, ...why }],
  });
  render(
    <QueryClientProvider client={queries}>
      <Routing ids={ids} />
    </QueryClientProvider>,
  );
  const row = screen.getByRole("row", { name: /We can do better/ });
  const cells = within(row).getAllByRole("cell");
  expect(cells.map(({ textContent }) => textContent)).toEqual(["12.5%", "3", "0.51", "12.25"]);
});
