import { stat } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    measured: { frames: number[]; spans: number[] };
  }
}

interface Slowness {
  /** How many times slower than this machine. */
  readonly cpu: number;
  /** Whether over a mobile line. */
  readonly line: boolean;
}

/** A mid-range phone; its line is WebPageTest's "3GFast". */
export async function slowDown(page: Page, { cpu, line }: Slowness): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (!line) return;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 768_000 / 8,
  });
}

/** How long each frame took while something went on, in ms. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    window.measured = { frames, spans: [] };
    let before = performance.now();
    const next = (now: number) => {
      frames.push(now - before);
      before = now;
      if (window.measured.frames === frames) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await work();
  const frames = await page.evaluate(() => {
    const { frames: seen } = window.measured;
    window.measured = { frames: [], spans: [] };
    return seen;
  });
  // The first one began before the work did.
  return frames.slice(1);
}

/** The longest of the interactions while something went on: from the press to the next paint, in ms. */
export async function interactions(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const spans: number[] = [];
    window.measured = { frames: [], spans };
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) spans.push(duration);
    });
    observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await work();
  await page.waitForTimeout(500);
  const spans = await page.evaluate(() => window.measured.spans);
  // What is shorter than 16 ms is not told.
  return Math.max(16, ...spans);
}

interface Load {
  /** When the largest thing was painted, in ms. */
  readonly paint: number;
  /** Script that came before that, gzipped, in kB. */
  readonly script: number;
  readonly shift: number;
}

/** What a page's first load was like. */
export async function firstLoad(page: Page, built: string): Promise<Load> {
  const { paint, shift, scripts } = await page.evaluate(async () => {
    const entriesOf = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 1_000);
      });
    const paints = await entriesOf("largest-contentful-paint");
    const shifts = (await entriesOf("layout-shift")) as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[];
    const last = paints.at(-1)?.startTime ?? Number.NaN;
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return {
      paint: last,
      shift: shifts.reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0),
      scripts: resources
        .filter(({ name, responseEnd }) => name.endsWith(".js") && responseEnd <= last)
        .map(({ name }) => new URL(name).pathname),
    };
  });
  const sizes = await Promise.all(scripts.map((name) => sizeOf(path.join(built, name))));
  return { paint, shift, script: sizes.reduce((sum, size) => sum + size, 0) / 1_000 };
}

/** As it is sent: packed, where that is worth it. */
async function sizeOf(file: string): Promise<number> {
  const { size } = await stat(`${file}.gz`).catch(() => stat(file));
  return size;
}
