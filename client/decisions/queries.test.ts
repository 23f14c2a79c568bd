import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { createQueryClient } from "../lib/query-client.ts";
import {
  decisionsQuery,
  keepCount,
  keepDecision,
  nextLook,
  withHighestCounts,
  type DecisionList,
} from "./queries.ts";
import { decisionOf } from "./testing-decision.ts";

const listOf = (...decisions: DecisionView[]): DecisionList => ({
  decisions,
  can: { create: false },
});

describe("the number of ballots", () => {
  it("never goes back, whichever news comes first", () => {
    const queries = new QueryClient();
    const decision = decisionOf({ ballotCount: 3 });
    const { queryKey } = decisionsQuery(decision);
    const count = () => queries.getQueryData(queryKey)?.decisions[0]?.ballotCount;
    const tell = (ballotCount: number) =>
      keepCount(queries, {
        communityId: decision.communityId,
        debateId: decision.debateId,
        decisionId: decision.id,
        ballotCount,
      });
    queries.setQueryData(queryKey, listOf(decision));
    tell(18);
    tell(17);
    expect(count()).toBe(18);
    keepDecision(queries, decisionOf({ ballotCount: 12, status: "closed" }));
    expect(count()).toBe(18);
    const stale = withHighestCounts(queries.getQueryData(queryKey), listOf(decision));
    expect(stale.decisions[0]?.ballotCount).toBe(18);
  });
});

describe("the decisions of a debate", () => {
  it("are read anew by each page that is opened: what was told before, it did not hear", async () => {
    const queries = createQueryClient();
    const query = decisionsQuery(decisionOf());
    const closed = listOf(decisionOf({ status: "closed" }));
    queries.setQueryData(query.queryKey, listOf(decisionOf({ status: "open" })));
    const page = new QueryObserver(queries, { ...query, queryFn: () => Promise.resolve(closed) });
    const leave = page.subscribe(() => undefined);
    await vi.waitFor(() => expect(page.getCurrentResult().data).toEqual(closed));
    leave();
    queries.clear();
  });
});

describe("a decision that is due", () => {
  const now = Date.parse("2026-11-10T12:00:00Z");
  it("is looked at when its time comes, and again until it has opened or closed", () => {
    const open = decisionOf({ status: "open", closesAt: "2026-11-10T12:00:10Z" });
    expect(nextLook(listOf(open), now)).toBe(10_500);
    expect(nextLook(listOf(open), now + 20_000)).toBe(3_000);
    const scheduled = decisionOf({ status: "scheduled", opensAt: "2026-11-10T12:00:04Z" });
    expect(nextLook(listOf(open, scheduled), now)).toBe(4_500);
  });

  it("is left alone once it is over", () => {
    expect(nextLook(listOf(decisionOf({ status: "counting" })), now)).toBe(15_500);
    expect(nextLook(listOf(decisionOf({ status: "closed" })), now)).toBe(false);
    expect(nextLook(undefined, now)).toBe(false);
  });
});
