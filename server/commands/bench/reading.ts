import path from "node:path";
import type { Page } from "@playwright/test";
import pg from "pg";
import { projectFolder } from "#db/project-folder.ts";
import { addDebate } from "../../decisions/testing-scene.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { browsing, type Place, type Visit } from "./browsing.ts";
import { fillDebate } from "./claims.ts";
import { type Figure, median } from "./figures.ts";
import { firstLoad, framesWhile, interactions, slowDown } from "./page-measures.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const scrollSeconds = 6;
const loads = 3;

/** How reading feels in a browser: scrolling five thousand claims, and what the interface promises a slow phone. */
export async function benchReading(server: TestServer): Promise<Figure[]> {
  const debates = { large: await debateOf(server, 5_000), usual: await debateOf(server, 2_000) };
  return browsing(server, async (visit) => [
    ...(await scrolling(visit, debates.large)),
    ...(await loading(visit, debates.usual)),
    ...(await answering(visit, debates.usual)),
  ]);
}

async function debateOf(server: TestServer, claims: number): Promise<Place> {
  const scene = await addDebate(server);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await fillDebate(client, scene, claims);
  await client.end();
  return {
    path: `/c/c-${scene.communityId}/d/${scene.debateId}/arguments`,
    cookie: scene.owner.cookie,
  };
}

const firstRow = (page: Page) => page.getByRole("treeitem").first();

/** Frame times while the wheel turns. */
function scrollThrough(page: Page): Promise<number[]> {
  return framesWhile(page, async () => {
    const until = performance.now() + scrollSeconds * 1_000;
    while (performance.now() < until) await page.mouse.wheel(0, 160);
    const [top, height] = await page.evaluate(() => [scrollY, document.body.scrollHeight]);
    if (top < 3_000) throw new Error(`only ${top} of ${height} pixels scrolled by`);
  });
}

const rateOf = (times: readonly number[]) =>
  (times.length * 1_000) / times.reduce((sum, time) => sum + time, 0);

/** Frames with every claim open; and of as many lines without anything else, as this machine draws them now. */
async function scrolling(visit: Visit, place: Place): Promise<Figure[]> {
  const size = { viewport: { width: 1280, height: 900 } };
  const plain = await visit(place, size, async (page) => {
    await page.setContent(`<main>${"<p>A line of plain text.</p>".repeat(5_000)}</main>`);
    await page.mouse.move(600, 400);
    return scrollThrough(page);
  });
  const times = await visit(place, size, async (page) => {
    await page.goto(place.path);
    await page.getByRole("button", { name: "Open all" }).click();
    await firstRow(page).hover();
    return scrollThrough(page);
  });
  const sorted = times.toSorted((a, b) => a - b);
  const what = "while 5000 claims scroll by";
  const rate = { ours: rateOf(times), unit: "/s", better: "more" } as const;
  return [
    { what: `frames per second ${what}`, ...rate, limit: { name: "smooth", value: 50 }, goal: 1 },
    {
      what: "the same, beside what this machine draws",
      ...rate,
      limit: { name: "5000 lines of plain text", value: rateOf(plain) },
      goal: 0.8,
    },
    frameTime(`frame time, median, ${what}`, median(times)),
    frameTime(`frame time, 95th percentile, ${what}`, sorted[Math.floor(sorted.length * 0.95)]),
  ];
}

function frameTime(what: string, ours = Number.NaN): Figure {
  const limit = { name: "50 frames per second", value: 20 };
  return { what, ours, limit, unit: "ms", better: "less", goal: 1 };
}

/** The first load of a debate on a mid-range phone over a slow line, with nothing cached. */
async function loading(visit: Visit, place: Place): Promise<Figure[]> {
  const seen: Awaited<ReturnType<typeof firstLoad>>[] = [];
  for (let load = 0; load < loads; load += 1) {
    seen.push(
      await visit(place, phone, async (page) => {
        await slowDown(page, { cpu: 4, line: true });
        await page.goto(place.path);
        await firstRow(page).waitFor();
        return firstLoad(page, path.join(projectFolder, "dist/client"));
      }),
    );
  }
  const of = (key: keyof (typeof seen)[number]) => median(seen.map((one) => one[key]));
  const what = "first load of a debate on a slow phone";
  return [
    budget(`${what}: largest paint`, { ours: of("paint"), most: 2_500, unit: "ms" }),
    budget(`${what}: script before it, gzipped`, { ours: of("script"), most: 190, unit: "kB" }),
    budget(`${what}: layout shift`, { ours: of("shift"), most: 0.05, unit: "" }),
  ];
}

function budget(what: string, { ours, most, unit }: { ours: number; most: number; unit: string }) {
  const limit = { name: "the interface's budget", value: most };
  return { what, ours, limit, unit, better: "less", goal: 1 } as const;
}

/** What a slow phone takes from a press to the next paint, in each view of two thousand claims. */
async function answering(visit: Visit, place: Place): Promise<Figure[]> {
  const measured = await visit(place, phone, async (page) => {
    await page.goto(place.path);
    await firstRow(page).waitFor();
    await slowDown(page, { cpu: 4, line: false });
    const press = async (keys: readonly string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(400);
      }
    };
    await firstRow(page).focus();
    const moves = ["j", "ArrowRight", "j", "j", "ArrowRight", "k", "ArrowLeft", "j"];
    const outline = await interactions(page, () => press(moves));
    const opening = await interactions(page, () =>
      page.getByRole("button", { name: "Open all" }).tap(),
    );
    await firstRow(page).focus();
    await press(["j", "f"]);
    await page.getByRole("article").waitFor();
    const focus = await interactions(page, () => press(["ArrowDown", "Enter", "j", "k", "Escape"]));
    const rings = await interactions(page, async () => {
      await page.getByRole("link", { name: "Overview" }).tap();
      await page.locator("[data-arc]").first().waitFor();
    });
    const around = await interactions(page, async () => {
      await page.locator("[data-arc]").first().focus();
      await press(["ArrowRight", "ArrowUp", "ArrowRight", "ArrowDown"]);
    });
    return { outline, opening, focus, rings, around };
  });
  const what = "a press to the next paint, 2000 claims, slow phone";
  const spans = { ...measured };
  const names: Record<keyof typeof spans, string> = {
    outline: "moving in the outline",
    opening: "opening all",
    focus: "moving in the focus view",
    rings: "drawing the rings",
    around: "moving in the rings",
  };
  return (Object.keys(names) as (keyof typeof spans)[]).map((key) =>
    budget(`${what}: ${names[key]}`, { ours: spans[key], most: 100, unit: "ms" }),
  );
}
