import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Summary } from "#shared/contract/curation.ts";
import type { Phase } from "#shared/contract/phases.ts";
import type { OwnSummaryRating } from "#shared/contract/summary-ratings.ts";
import { DebateContext, type DebateHere } from "../debates/debate-context.ts";
import type { Realtime } from "../lib/realtime.ts";
import { RealtimeContext } from "../lib/use-room.ts";
import texts from "../locales/en/curation.json" with { type: "json" };
import opinions from "../locales/en/opinions.json" with { type: "json" };
import ui from "../locales/en/ui.json" with { type: "json" };
import { ToastRegion } from "../ui/toast-region.tsx";
import { curationQuery, keepSummary, type LiveCuration } from "./queries.ts";
import { SummaryFairness } from "./summary-fairness.tsx";

const ids = { communityId: "c", debateId: "d" };
const quiet = { listen: () => () => undefined, stateOf: () => "live" } as unknown as Realtime;

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["curation", "opinions", "ui"],
    resources: { en: { curation: texts, opinions, ui } },
  });
});
afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

interface Shape {
  readonly mine?: OwnSummaryRating;
  readonly phase?: Phase;
  readonly status?: number;
}

/** The summary at version 2, of which four people said how fair it is; and what is sent to the server. */
function ask({ mine, phase = "deliberation", status = 204 }: Shape = {}) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (path: string, { method, body }: RequestInit) => {
    if (method === "PUT") sent.push([path, JSON.parse(body as string)]);
    const problem = {
      type: "/problems/stale-version",
      title: "Changed",
      status,
      detail: "It is at version 3 by now.",
      reason: { code: "summary-rewritten", values: { version: 3 } },
    };
    return Promise.resolve(
      new Response(status === 204 ? null : JSON.stringify(problem), {
        status,
        headers: { "content-type": "application/problem+json" },
      }),
    );
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { queryKey } = curationQuery(ids);
  const summary = { version: 2, text: "We are apart." } as Summary;
  const ratings = { version: 2, fair: 3, partly: 1, unfair: 0 };
  const known = { summary, ratings, mine: mine ?? null, parts: [] } as unknown as LiveCuration;
  queries.setQueryData(queryKey, known);
  const can = { rate: phase === "deliberation" };
  const here = { ids, debate: { phase, can } } as unknown as DebateHere;
  function Asked() {
    const { data } = useQuery({ ...curationQuery(ids), enabled: false });
    return data?.summary && <SummaryFairness curation={data} summary={data.summary} />;
  }
  render(
    <QueryClientProvider client={queries}>
      <RealtimeContext value={quiet}>
        <DebateContext value={here}>
          <Asked />
          <ToastRegion />
        </DebateContext>
      </RealtimeContext>
    </QueryClientProvider>,
  );
  return { sent, queries };
}

const counts = () => screen.queryByText(texts.fair.counts)?.nextSibling ?? null;
const choice = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });

test("what others say shows once one has said so oneself, and not before", async () => {
  const { sent } = ask();
  expect(counts()).toBeNull();
  fireEvent.click(choice("Partly"));
  await waitFor(() => expect(counts()?.textContent).toBe("Fair3Partly1Unfair0"));
  const path = "/api/communities/c/debates/d/summary/versions/2/rating";
  await waitFor(() => expect(sent).toEqual([[path, { rating: "partly" }]]));
});

test("what one said is taken back, and the choices are there to go on with", async () => {
  const { sent } = ask({ mine: { version: 2, rating: "fair" } });
  expect(choice("Fair").checked).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: texts.fair.takeBack }));
  expect(choice("Fair").checked).toBe(false);
  expect(document.activeElement).toBe(choice("Fair"));
  await waitFor(() => expect(counts()).toBeNull());
  await waitFor(() => expect(sent).toHaveLength(1));
});

test("whoever rated an older version reads that this one starts without ratings", () => {
  const { queries } = ask({ mine: { version: 2, rating: "fair" } });
  expect(screen.queryByText(/starts without ratings/)).toBeNull();
  keepSummary(queries, ids, { version: 3, text: "We come together." } as Summary);
  return waitFor(() => {
    expect(screen.getByText(/of version 2\. This one is new and starts without/)).toBeTruthy();
    expect(choice("Fair").checked).toBe(false);
    expect(counts()).toBeNull();
  });
});

test("a rating of a version that was replaced meanwhile is refused with the reason, and not shown as said", async () => {
  ask({ status: 409 });
  fireEvent.click(choice("Unfair"));
  expect(await screen.findByText("It is at version 3 by now.")).toBeTruthy();
  await waitFor(() => expect(choice("Unfair").checked).toBe(false));
});

test("once it is decided everybody sees what members say, and nobody is asked", () => {
  ask({ phase: "decided" });
  expect(screen.queryByRole("radio")).toBeNull();
  expect(counts()).not.toBeNull();
});
