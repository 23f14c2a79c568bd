import { QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, OfflineError } from "./api.ts";
import { createQueryClient } from "./query-client.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const queryKey = ["decisions"];

/** Something that is shown, and read by hand: each reading waits for its answer. */
function shown() {
  const queries = createQueryClient();
  const readings: { resolve(text: string): void; reject(error: Error): void }[] = [];
  const queryFn = () =>
    new Promise<string>((resolve, reject) => void readings.push({ resolve, reject }));
  const observer = new QueryObserver(queries, { queryKey, queryFn });
  const show = () => observer.subscribe(() => undefined);
  const leave = show();
  const answer = async (at: number, text: string) => {
    readings[at]?.resolve(text);
    await vi.advanceTimersByTimeAsync(0);
  };
  const fail = async (at: number, error: Error) => {
    readings[at]?.reject(error);
    await vi.advanceTimersByTimeAsync(1_000);
  };
  const data = () => observer.getCurrentResult().data;
  const news = () => void queries.invalidateQueries({ queryKey });
  return { readings, answer, fail, data, news, leave, show };
}

describe("what is shown", () => {
  it("is read once more when news of it came while it was read for the first time", async () => {
    const { readings, answer, data, news } = shown();
    news();
    await answer(0, "open");
    expect(readings).toHaveLength(2);
    await answer(1, "closed");
    expect(data()).toBe("closed");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(readings).toHaveLength(2);
  });

  it("is read anew when news come while it is read anew, and only the newest answer stays", async () => {
    const { readings, answer, data, news } = shown();
    await answer(0, "draft");
    news();
    news();
    expect(readings).toHaveLength(3);
    await answer(2, "closed");
    await answer(1, "open");
    expect(data()).toBe("closed");
  });

  it("is read once more when it is shown again, where it was left while it was read, and news came then", async () => {
    const { readings, answer, data, news, leave, show } = shown();
    await answer(0, "promised");
    news();
    leave();
    news();
    await answer(1, "promised");
    expect(readings).toHaveLength(2);
    show();
    expect(readings).toHaveLength(3);
    await answer(2, "done");
    expect(data()).toBe("done");
  });

  it("does not stay as it was where reading it anew failed for now", async () => {
    const { readings, answer, fail, data, news } = shown();
    await answer(0, "open");
    news();
    const away = new OfflineError(null);
    for (const at of [1, 2, 3]) await fail(at, away);
    expect([data(), readings.length]).toEqual(["open", 4]);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(readings).toHaveLength(5);
    await answer(4, "closed");
    expect(data()).toBe("closed");
  });

  it("is not asked for again where it is refused, nor once nobody looks", async () => {
    const { readings, answer, fail, news, leave } = shown();
    await answer(0, "open");
    news();
    const problem = { type: "/problems/not-found", title: "Not found", status: 404 } as const;
    await fail(1, new ApiError(problem));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(readings).toHaveLength(2);
    news();
    await fail(2, new ApiError({ ...problem, status: 429 }, 10));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(readings).toHaveLength(3);
    leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(readings).toHaveLength(3);
  });
});
