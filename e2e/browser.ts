import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
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
  "--disable-gpu",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
] as const;

// The packed browser is set up for one page in a small function. Several people in one browser need processes of
// their own, and what is tested must hold under the rules of the web. Its stand-in for a graphics card took a third of
// all time of the stories, and no page needs one.
const unfit =
  /^--(single-process|in-process-gpu|use-gl=.*|use-angle=.*|ignore-gpu-blocklist|enable-unsafe-swiftshader|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features=.*IsolateOrigins.*)$/;

/**
 * How to launch the browser of the tests: the one that CHROMIUM_PATH names, one of this machine, the one that
 * Playwright installed, or the one that came with the packages.
 */
export async function browserLaunch(): Promise<LaunchOptions> {
  const here = [process.env["CHROMIUM_PATH"] ?? "", ...usualPlaces, chromium.executablePath()];
  const found = here.find((place) => place !== "" && existsSync(place));
  if (found !== undefined) return { executablePath: found, args: [...ownArgs] };
  const args = packed.args.filter((arg) => !unfit.test(arg));
  await unpack();
  return {
    executablePath: path.join(folder, "chromium"),
    args: [...args, "--disable-background-networking", ...ownArgs],
    env: surroundings(),
  };
}

const cache = path.join(import.meta.dirname, "../node_modules/.cache/folkmoot");
const folder = path.join(cache, "browser");

/** A bare machine lacks some libraries and every font: the packed ones stand in, but only there. */
function surroundings(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = value;
  const lacksLibraries = spawnSync(path.join(folder, "chromium"), ["--version"]).status !== 0;
  if (lacksLibraries) env["LD_LIBRARY_PATH"] = path.join(folder, "al2023/lib");
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_PATH"] = path.join(folder, "fonts");
  return env;
}

/**
 * Unpacks the browser among the packages. The package itself would use the temporary folder, where it takes for whole
 * what another process is still writing or another user put there.
 */
async function unpack(): Promise<void> {
  const isThere = (): boolean => existsSync(path.join(folder, "chromium"));
  if (isThere()) return;
  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  // In that surrounding the package unpacks its libraries as well.
  await withEnvironment({ TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" }, () =>
    packed.executablePath(),
  );
  await writeFile(path.join(half, "fonts/fonts.conf"), fontConfiguration);
  await rename(half, folder).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!isThere()) throw error;
  });
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function withEnvironment(
  changes: Readonly<Record<string, string>>,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = Object.keys(changes).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, changes);
  try {
    await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
