import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Verdict } from "#shared/contract/reviews.ts";
import type { Rating } from "../ui/rating-input.tsx";
import { DebateContext, type DebateHere } from "./debate-context.ts";
import { outlineQuery } from "./queries.ts";
import { useReview } from "./use-review.ts";
import { useRate } from "./use-writes.ts";

const here = { ids: { communityId: "c", debateId: "d" }, me: null } as unknown as DebateHere;

afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

function rating() {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>
      <DebateContext value={here}>{children}</DebateContext>
    </QueryClientProvider>
  );
  const { result } = renderHook(() => useRate(), { wrapper });
  const { result: reviews } = renderHook(() => useReview(), { wrapper });
  const sums = { truth: new Map(), relevance: new Map() };
  const mine = { truth: new Map(), relevance: new Map() };
  const { queryKey } = outlineQuery(here.ids);
  queries.setQueryData(queryKey, {
    ratings: { sums, mine, former: new Set() },
    verdicts: { sums: new Map(), mine: new Map() },
  } as never);
  return {
    rate: (next: Rating, before: Rating | undefined) =>
      result.current.mutate({ kind: "truth", id: "x", rating: next, before }),
    review: (verdict: Verdict, before: Verdict | undefined) =>
      reviews.current.mutate({ evidenceId: "s", verdict, before }),
    readAgain: () => queries.fetchQuery({ ...outlineQuery(here.ids), staleTime: 0 }),
    shown: () => queries.getQueryData(queryKey)?.ratings.mine.truth.get("x"),
  };
}

/** A server that answers when it is told to. */
function slowServer() {
  const sent: {
    readonly body: unknown;
    readonly answer: (status: number, reply?: unknown) => void;
  }[] = [];
  vi.stubGlobal("fetch", (_path: string, { body }: RequestInit) => {
    return new Promise<Response>((resolve) => {
      sent.push({
        body: JSON.parse(body as string),
        answer: (status, reply) =>
          resolve(new Response(reply === undefined ? null : JSON.stringify(reply), { status })),
      });
    });
  });
  return sent;
}

test("ratings that are chosen quickly are sent one after the other, so that the last one stays", async () => {
  const sent = slowServer();
  const { rate } = rating();
  rate(1, undefined);
  rate(2, 1);
  rate(3, 2);
  for (const [at, chosen] of [1, 2, 3].entries()) {
    await waitFor(() => expect(sent.length).toBeGreaterThan(at));
    expect(sent.map(({ body }) => body)).toEqual(
      [1, 2, 3].slice(0, at + 1).map((r) => ({ rating: r })),
    );
    expect(sent[at]?.body).toEqual({ rating: chosen });
    sent[at]?.answer(204);
  }
});

test("a rating that is refused does not take back the one that was chosen after it", async () => {
  const sent = slowServer();
  const { rate, shown } = rating();
  rate(1, undefined);
  rate(2, 1);
  await waitFor(() => expect(sent.length).toBe(1));
  sent[0]?.answer(503);
  await waitFor(() => expect(sent.length).toBe(2));
  expect(shown()).toBe(2);
  sent[1]?.answer(503);
  await waitFor(() => expect(shown()).toBe(1));
});

test("a rating stays when the outline that was read before it comes after it", async () => {
  const sent = slowServer();
  const { rate, readAgain, shown } = rating();
  const reading = readAgain();
  await waitFor(() => expect(sent.length).toBe(1));
  rate(3, undefined);
  await waitFor(() => expect(sent.length).toBe(2));
  const none = { truth: [], relevance: [] };
  sent[0]?.answer(200, { claims: [], edges: [], mine: none, reviews: { sums: [], mine: [] } });
  await reading;
  expect(shown()).toBe(3);
});

test("reviews that are chosen quickly are sent one after the other, too", async () => {
  const sent = slowServer();
  const { review } = rating();
  review("supports", undefined);
  review("broken", "supports");
  await waitFor(() => expect(sent.length).toBeGreaterThan(0));
  expect(sent.map(({ body }) => body)).toEqual([{ verdict: "supports" }]);
  sent[0]?.answer(204);
  await waitFor(() => expect(sent.length).toBe(2));
  expect(sent[1]?.body).toEqual({ verdict: "broken" });
});
