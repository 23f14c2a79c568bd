import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
  useSearch,
} from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import opinions from "../../locales/en/opinions.json" with { type: "json" };
import ui from "../../locales/en/ui.json" with { type: "json" };
import { historyQuery } from "../queries.ts";
import { createTelling } from "../telling.ts";
import { mapOf } from "../testing-map.ts";
import { TimeSlider } from "./time-slider.tsx";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["opinions", "ui"],
    defaultNS: "opinions",
    resources: { en: { opinions, ui } },
  });
});

afterEach(cleanup);

const ids = { communityId: "c", debateId: "d" };
const newest = mapOf();
const runAt = (hour: number, runId: string, responses: number) => ({
  runId,
  computedAt: `2026-03-01T${hour}:32:00.000Z`,
  people: responses / 3,
  peopleIn: responses / 3,
  responses,
  isSettled: true,
  groups: [],
});
const kept = [runAt(14, newest.runId, 90), runAt(13, "run-2", 60), runAt(12, "run-1", 30)];

async function shown(runs: typeof kept) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(historyQuery(ids).queryKey, runs);
  const telling = {
    ...createTelling(i18next.getFixedT("en", "opinions"), "en", newest),
    words: String,
    isComing: () => false,
    languageOf: () => "en",
  };
  const router = createRouter({
    routeTree: createRootRoute({
      component: function Page() {
        const { run } = useSearch({ strict: false });
        return <TimeSlider ids={ids} map={newest} asked={run} telling={telling} />;
      },
    }),
    history: createMemoryHistory(),
  });
  await router.load();
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return router;
}

describe("the slider below a map", () => {
  it("goes from the first map that is kept to the newest, and says of when each is and of how many answers", async () => {
    const router = await shown(kept);
    const slider = await screen.findByRole("slider", { name: "How the map came to be" });
    expect(slider).toMatchObject({ min: "0", max: "2", value: "2" });
    expect(slider.getAttribute("aria-valuetext")).toContain("90 answers, 30 people");
    fireEvent.change(slider, { target: { value: "0" } });
    expect(slider.getAttribute("aria-valuetext")).toContain("30 answers, 10 people");
    // What is written below is of the map that is shown until the other one is there.
    expect(screen.getByText(/90 answers, 30 people/)).toBeTruthy();
    await waitFor(() => expect(router.state.location.search).toEqual({ run: "run-1" }));
    expect(slider).toMatchObject({ value: "0" });
    fireEvent.change(slider, { target: { value: "2" } });
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it("is not there where there is one map", async () => {
    const router = await shown(kept.slice(0, 1));
    await waitFor(() => expect(router.state.status).toBe("idle"));
    expect(screen.queryByRole("slider")).toBeNull();
  });
});
