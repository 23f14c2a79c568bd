import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import packed from "@sparticuz/chromium";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * How to launch the browser of the tests: the one that CHROMIUM_PATH names, one of this machine, the one that
 * Playwright installed, or the one that came with the packages.
 */
export async function browserLaunch(): Promise<LaunchOptions> {
  const here = [process.env["CHROMIUM_PATH"] ?? "", ...usualPlaces, chromium.executablePath()];
  const found = here.find((place) => place !== "" && existsSync(place));
  if (found !== undefined) return { executablePath: found, args: [...ownArgs] };
  const args = packed.args.filter((arg) => !unfitFor.test(arg));
  return {
    executablePath: await packed.executablePath(),
    args: [...args, "--disable-background-networking", ...ownArgs],
  };
}

// Made for one page in a small function: several people in one browser need processes, and the rules of the web hold.
const unfitFor =
  /^--(single-process|in-process-gpu|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features=.*IsolateOrigins.*)$/;

// Containers often have a small /dev/shm, and root's browser has no sandbox.
const ownArgs = [
  "--disable-dev-shm-usage",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
] as const;
