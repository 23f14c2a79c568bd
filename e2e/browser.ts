import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";
import packed from "@sparticuz/chromium";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

// Containers often have a small /dev/shm, and root's browser has no sandbox.
const ownArgs = [
  "--disable-dev-shm-usage",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
] as const;

// The packed browser is set up for one page in a small function. Several people in one browser need processes of
// their own, and what is tested must hold under the rules of the web.
const unfit =
  /^--(single-process|in-process-gpu|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features=.*IsolateOrigins.*)$/;

/**
 * How to launch the browser of the tests: the one that CHROMIUM_PATH names, one of this machine, the one that
 * Playwright installed, or the one that came with the packages.
 */
export async function browserLaunch(): Promise<LaunchOptions> {
  const here = [process.env["CHROMIUM_PATH"] ?? "", ...usualPlaces, chromium.executablePath()];
  const found = here.find((place) => place !== "" && existsSync(place));
  if (found !== undefined) return { executablePath: found, args: [...ownArgs] };
  const args = packed.args.filter((arg) => !unfit.test(arg));
  return {
    executablePath: await unpack(),
    args: [...args, "--disable-background-networking", ...ownArgs],
  };
}

const cache = path.join(import.meta.dirname, "../node_modules/.cache/folkmoot");

/**
 * Unpacks the browser among the packages. The package itself would use the temporary folder, where it takes for whole
 * what another process is still writing or another user put there.
 */
async function unpack(): Promise<string> {
  const folder = path.join(cache, "browser");
  const executable = path.join(folder, "chromium");
  if (existsSync(executable)) return executable;
  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  const { TMPDIR } = process.env;
  process.env["TMPDIR"] = half;
  try {
    await packed.executablePath();
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(executable)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  }
  return executable;
}
