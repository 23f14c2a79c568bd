import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { cleanup, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { DecisionView } from "#shared/contract/decisions.ts";
import texts from "../locales/en/decisions.json" with { type: "json" };
import { tallyQuery } from "./live-queries.ts";
import { LiveResults } from "./live-results.tsx";
import { carriedIn } from "./results/carried-in.ts";
import { decisionOf } from "./testing-decision.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["decisions"],
    resources: { en: { decisions: texts } },
  });
});
afterEach(cleanup);

const half = { kind: "simple-majority" } as const;
const groups = { runId: "r", computedAt: "2026-11-01T12:00:00Z", inputHash: "h", groups: [0, 1] };
const asked: Partial<DecisionView> = { groupMajority: half, frozenGroups: groups };
const result = {
  unit: "1",
  tally: { ballots: 0 },
  outcome: { result: "decided", open: [], carried: ["a"] },
} as unknown as NonNullable<DecisionView["result"]>;

function show(more: Partial<DecisionView>): void {
  const seen = decisionOf({ liveResults: true, ...more });
  const decision = { ...seen, mine: { ...seen.mine, isElector: false } };
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(
    tallyQuery({ communityId: decision.communityId, decisionId: decision.id }).queryKey,
    { ballotCount: 0, isFinal: false, isBehind: false, result },
  );
  const history = createMemoryHistory({ initialEntries: ["/"] });
  const router = createRouter({ routeTree: createRootRoute(), history });
  render(
    <RouterContextProvider router={router}>
      <QueryClientProvider client={queries}>
        <LiveResults decision={decision} />
      </QueryClientProvider>
    </RouterContextProvider>,
  );
}

test("a running count says that opinion groups are asked at closing, where they are", () => {
  show(asked);
  expect(screen.getByText(texts.live.groups)).toBeTruthy();
});

test("a running count says nothing of groups where no share of them is asked, or there were none", () => {
  show({});
  show({ groupMajority: half });
  expect(screen.getAllByText(texts.live.nobody)).toHaveLength(2);
  expect(screen.queryByText(texts.live.groups)).toBeNull();
});

test("nothing is marked as decided for before the groups are asked, nor once it is void", () => {
  expect(carriedIn(decisionOf(asked), result)).toEqual([]);
  expect(carriedIn(decisionOf({ ...asked, status: "closed" }), result)).toEqual(["a"]);
  expect(carriedIn(decisionOf(), result)).toEqual(["a"]);
  expect(carriedIn(decisionOf({ status: "annulled" }), result)).toEqual([]);
});
