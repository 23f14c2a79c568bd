import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import {
  projectFolder,
  refuseUnwritable,
  runCommand,
  runPackage,
  StepProblem,
  timed,
} from "./step.mjs";

const dist = path.join(projectFolder, "dist");

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} sources folders and files that it is made of
 * @property {() => Promise<void>} build
 */

/** @type {readonly Part[]} */
const parts = [
  {
    name: "server",
    sources: ["server", "db", "shared", "package-lock.json"],
    build: buildServer,
  },
  {
    name: "client",
    sources: ["client", "shared", "package-lock.json"],
    build: buildClient,
  },
];

/**
 * Builds the parts whose sources changed since they were last built.
 * @param {readonly string[]} [names] only these
 */
export async function buildChanged(names = parts.map(({ name }) => name)) {
  for (const part of parts) {
    if (!names.includes(part.name)) continue;
    const stamp = path.join(dist, `${part.name}.sources`);
    const fingerprint = fingerprintOf(part.sources);
    if (readStamp(stamp) === fingerprint) continue;
    refuseUnwritable();
    // A build that is broken off must not look like one that is done.
    rmSync(stamp, { force: true });
    mkdirSync(dist, { recursive: true });
    await timed(`Building the ${part.name}`, part.build);
    writeFileSync(stamp, fingerprint);
  }
}

/** @param {string} file */
function readStamp(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** What runs in a thread of its own, and so is a file of its own. */
const threads = [
  "server/debates/bridging-worker.ts",
  "server/decisions/count-worker.ts",
  "server/funding/count-worker.ts",
  "server/opinions/analysis-worker.ts",
  "server/opinions/export-worker.ts",
  "server/panels/lottery-worker.ts",
  "server/power/report-worker.ts",
  "server/transfer/parsing-worker.ts",
];

const notBuilt = /(\.test\.tsx?|\.soak\.ts|\.md)$/;

/** Run from the sources: measuring needs the browser of the tests, which a finished program does not have. */
const forDevelopers = /^(bench\.|testing-)/;

/** @param {readonly string[]} sources */
function fingerprintOf(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(filesOf)) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(projectFolder, file)));
  }
  return hash.digest("hex");
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function filesOf(source) {
  if (path.extname(source) !== "") return [source];
  return readdirSync(path.join(projectFolder, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !notBuilt.test(entry.name))
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

async function buildServer() {
  rmSync(path.join(dist, "server"), { recursive: true, force: true });
  const commands = readdirSync(path.join(projectFolder, "server/commands"))
    .filter((name) => name.endsWith(".ts") && !notBuilt.test(name) && !forDevelopers.test(name))
    .map((name) => `server/commands/${name}`);
  await bundle("server", {
    entryPoints: ["server/main.ts", "server/env.ts", ...threads, ...commands],
    outbase: path.join(projectFolder, "server"),
  });
}

/**
 * Bundles programs of the server.
 * @param {string} folder below the folder of what is built
 * @param {import("esbuild").BuildOptions} options
 */
export async function bundle(folder, options) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: projectFolder,
    outdir: path.join(dist, folder),
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
    ...options,
  });
}

async function buildClient() {
  const code = await runPackage(
    "vite/bin/vite.js",
    ["build", "--config", "client/vite.config.ts", "--logLevel", "warn"],
    { NODE_ENV: "production" },
  );
  if (code === 130) process.exit(code);
  if (code !== 0) throw new StepProblem("The client could not be built: vite says why above.");
  await pack(path.join(dist, "client"));
}

const worthPacking = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/**
 * Keeps packed copies beside the files, so that serving them costs nothing.
 * @param {string} folder
 */
async function pack(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && worthPacking.test(entry.name));
  await Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const content = await readFile(file);
      if (content.length < 1024) return;
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
      await writeFile(`${file}.br`, await brotli(content, quality));
      await writeFile(`${file}.gz`, await gz(content, { level: 9 }));
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runCommand(async () => {
    await buildChanged();
    return 0;
  });
}
