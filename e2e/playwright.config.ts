import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./browser.ts";

const port = Number(process.env["E2E_PORT"] ?? 21_873);
const dataFolder = path.join(tmpdir(), `folkmoot-e2e-${process.pid}`);

/** The stories run against the program as people start it: built, on an embedded PostgreSQL, with its demo. */
export default defineConfig({
  testDir: ".",
  outputDir: "../node_modules/.cache/folkmoot/e2e",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  retries: 1,
  forbidOnly: process.env["CI"] !== undefined,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: await browserLaunch(),
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "node server/commands/start.mjs",
    cwd: path.join(import.meta.dirname, ".."),
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      PORT: String(port),
      DATA_FOLDER: dataFolder,
      RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
      NODE_ENV: "production",
    },
  },
});
