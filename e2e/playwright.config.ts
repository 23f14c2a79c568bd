import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./browser.ts";

const port = Number(process.env["E2E_PORT"] ?? 21_873);
/** A program that runs already, to try one story again and again. */
const running = process.env["E2E_URL"];
const baseURL = running ?? `http://127.0.0.1:${port}`;
// Kept in the environment: the processes that tell the stories read this file again.
const dataFolder = (process.env["E2E_DATA_FOLDER"] ??= path.join(
  tmpdir(),
  `folkmoot-e2e-${process.pid}`,
));

/** The stories run against the program as people start it: built, on an embedded PostgreSQL, with its demo. */
const program = {
  command: "node e2e/program.mjs",
  cwd: path.join(import.meta.dirname, ".."),
  url: `${baseURL}/readyz`,
  timeout: 240_000,
  gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  env: {
    PORT: String(port),
    DATA_FOLDER: dataFolder,
    RATE_LIMITS: "off",
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
  },
} as const;

export default defineConfig({
  testDir: ".",
  // Apart from those of another run at the same time.
  outputDir: `../node_modules/.cache/folkmoot/e2e-${new URL(baseURL).port}`,
  fullyParallel: true,
  // Of use to nobody but who looks for a fault: a machine may be several times slower than another.
  timeout: 300_000,
  expect: { timeout: 40_000 },
  // More than two cores have hands for: some stories wait a minute for a vote to end.
  workers: 3,
  retries: 1,
  forbidOnly: process.env["CI"] !== undefined,
  use: {
    baseURL,
    launchOptions: await browserLaunch(),
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // Without a graphics card every frame of a movement is drawn by the processor that the stories need.
    contextOptions: { reducedMotion: "reduce" },
    // Taking notes of everything slows every story down: they are taken when one is told again.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
  },
  ...(running === undefined ? { webServer: program } : {}),
});
