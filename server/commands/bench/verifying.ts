import type { Page } from "@playwright/test";
import { leafOf } from "#shared/ledger/entry.ts";
import { act, exportOf, headOf } from "../../ledger/testing-scene.ts";
import { addCommunity } from "../../testing/community.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { browsing } from "./browsing.ts";
import type { Figure } from "./figures.ts";
import { framesWhile } from "./page-measures.ts";

const size = Number(process.env["BENCH_VERIFIED"] ?? 100_000);
const atOnce = 2_000;
const patienceSeconds = 30;

/** A whole ledger verified in a reader's browser: how long it takes, and whether the page goes on meanwhile. */
export async function benchVerifying(server: TestServer): Promise<Figure[]> {
  const owner = await server.person("Bench");
  const { communityId } = await addCommunity(server, owner);
  console.log(`  ${size} entries ...`);
  for (let done = 0; done < size; done += atOnce) await act(server, communityId, atOnce);
  await headOf(owner, communityId, size);
  const bare = await hashed(server, communityId);
  const place = { path: `/c/c-${communityId}/ledger`, cookie: owner.cookie };
  const { seconds, told, frames } = await browsing(server, (visit) =>
    visit(place, {}, async (page) => {
      await page.goto(place.path);
      return verified(page);
    }),
  );
  const what = `${size} entries verified in a browser`;
  const time = { what, ours: seconds, unit: "s", better: "less" } as const;
  return [
    { ...time, limit: { name: "a reader's patience", value: patienceSeconds }, goal: 1 },
    { ...time, limit: { name: "their hashes alone, on this machine", value: bare }, goal: null },
    {
      what: "how often it was said how far it is",
      ours: told,
      limit: { name: "so that it is seen to move", value: 10 },
      unit: "x",
      better: "more",
      goal: 1,
    },
    {
      what: "frame time, 95th percentile, meanwhile",
      ours: frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN,
      limit: { name: "what is felt as instant", value: 100 },
      unit: "ms",
      better: "less",
      goal: 1,
    },
  ];
}

/** In how many seconds the leaves alone are hashed here. */
async function hashed(server: TestServer, communityId: string): Promise<number> {
  const lines = await exportOf(server.visitor(), communityId);
  const before = performance.now();
  for (const line of lines) if (line.type === "entry") leafOf(line.entry);
  return (performance.now() - before) / 1_000;
}

async function verified(page: Page) {
  const start = page.getByRole("button", { name: "Verify everything" });
  await start.waitFor();
  await page.evaluate(() => {
    window.progressTold = new Set();
    const note = () => {
      const bar = document.querySelector("progress");
      if (bar) window.progressTold.add(bar.value);
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  });
  const before = performance.now();
  const frames = await framesWhile(page, async () => {
    await start.click();
    await page.getByText(/^All is right/).waitFor({ timeout: 10 * 60_000 });
  });
  const seconds = (performance.now() - before) / 1_000;
  return { seconds, frames, told: await page.evaluate(() => window.progressTold.size) };
}

declare global {
  interface Window {
    progressTold: Set<number>;
  }
}
