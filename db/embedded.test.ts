import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded, supervise } from "./embedded.ts";
import { isAlive } from "./embedded/run.ts";
import { projectFolder } from "./project-folder.ts";
import { StartProblem } from "./start-problem.ts";

const temporary = mkdtempSync(path.join(tmpdir(), "folkmoot-embedded-"));
chmodSync(temporary, 0o711);
const dataFolder = path.join(temporary, "data");
const open: Embedded[] = [];

async function started(folder = dataFolder, more: { shared?: boolean } = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataFolder: folder, fast: true, ...more });
  open.push(embedded);
  return embedded;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

function pidOf(embedded: Embedded): number {
  return Number(readFileSync(path.join(embedded.folder, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Another Folkmoot, as far as the database is concerned: a process of its own that serves the folder. */
async function otherProcess() {
  const program = `
    import { startEmbedded } from ${JSON.stringify(path.join(projectFolder, "db/embedded.ts"))};
    await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, fast: true });
    process.stdout.write("serving");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function endAll(): Promise<void> {
  for (const embedded of open.splice(0)) await embedded.stop();
}

beforeAll(async () => {
  const embedded = await started();
  await ask(embedded.ownerUrl, "create table kept (word text); grant all on kept to folkmoot_app");
  await ask(embedded.appUrl, "insert into kept values ('kept')");
  await endAll();
});

afterEach(endAll);

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const kept = (embedded: Embedded) => ask(embedded.appUrl, "select word from kept");

describe("the embedded PostgreSQL", () => {
  it("keeps what it holds from one start to the next, on the port it had", async () => {
    const first = await started();
    const { appUrl } = first;
    await endAll();
    expect(first.isAlive()).toBe(false);
    const second = await started();
    expect(second.appUrl).toBe(appUrl);
    expect(await kept(second)).toEqual([{ word: "kept" }]);
  });

  it("gives the app a role that cannot change tables, and keeps passwords from other users", async () => {
    const embedded = await started();
    await expect(ask(embedded.appUrl, "create table mine (a int)")).rejects.toThrow(
      "permission denied",
    );
    await expect(ask(embedded.appUrl, "drop table kept")).rejects.toThrow("must be owner");
    expect(statSync(path.join(dataFolder, "database.json")).mode & 0o777).toBe(0o600);
  });

  it("listens on this machine only, and asks everybody for a password", async () => {
    const embedded = await started();
    const [row] = await ask(
      embedded.ownerUrl,
      "select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets",
    );
    expect(row).toEqual({ at: "127.0.0.1", sockets: "" });
    const guess = embedded.ownerUrl.replace(/:[^:@]+@/, ":password@");
    await expect(ask(guess, "select 1")).rejects.toThrow("password authentication failed");
  });

  it("comes back by itself after it was killed, with all that was committed", async () => {
    const embedded = await started();
    const told: string[] = [];
    const watch = supervise(embedded, (message) => told.push(message));
    process.kill(pidOf(embedded), "SIGKILL");
    const began = Date.now();
    while (told.length < 2 && Date.now() - began < 60_000) await wait(50);
    expect(await kept(embedded)).toEqual([{ word: "kept" }]);
    expect(Date.now() - began).toBeLessThan(60_000);
    await watch.stop();
  });

  it("is used again when the program was killed and left it running", async () => {
    const other = await otherProcess();
    await other.kill();
    const embedded = await started();
    expect(embedded.wasRunning).toBe(true);
    expect(await kept(embedded)).toEqual([{ word: "kept" }]);
  });

  it("starts after program and PostgreSQL were both killed", async () => {
    const other = await otherProcess();
    const pid = Number(
      readFileSync(path.join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0],
    );
    await other.kill();
    process.kill(pid, "SIGKILL");
    const embedded = await started();
    expect(embedded.wasRunning).toBe(false);
    expect(await kept(embedded)).toEqual([{ word: "kept" }]);
  });

  it("is not misled by a pid file and a lock whose numbers belong to other programs by now", async () => {
    const stranger = String(process.ppid);
    writeFileSync(
      path.join(dataFolder, "postgres/postmaster.pid"),
      [
        stranger,
        path.join(dataFolder, "postgres"),
        "1",
        "20000",
        "",
        "127.0.0.1",
        "",
        "ready",
      ].join("\n"),
    );
    writeFileSync(
      path.join(dataFolder, "serving.json"),
      JSON.stringify({ pid: process.ppid, began: "1" }),
    );
    const embedded = await started();
    expect(await kept(embedded)).toEqual([{ word: "kept" }]);
    expect(isAlive(process.ppid)).toBe(true);
  });

  it("tells a copy of its folder from the original that runs", async () => {
    const original = await started();
    const copyFolder = path.join(temporary, "copy");
    cpSync(dataFolder, copyFolder, { recursive: true, preserveTimestamps: true });
    giveLike(path.join(dataFolder, "postgres"), path.join(copyFolder, "postgres"));
    rmSync(path.join(copyFolder, "serving.json"));
    const copy = await started(copyFolder);
    expect(pidOf(copy)).not.toBe(pidOf(original));
    await ask(copy.ownerUrl, "truncate kept");
    expect(await kept(original)).toEqual([{ word: "kept" }]);
  });

  it("serves one Folkmoot at a time, and a command beside it when that asks to share", async () => {
    const other = await otherProcess();
    await expect(started()).rejects.toThrow(
      new RegExp(`Another Folkmoot \\(process ${other.pid}\\) already serves`),
    );
    const beside = await started(dataFolder, { shared: true });
    expect(await kept(beside)).toEqual([{ word: "kept" }]);
    await beside.stop();
    expect(beside.isAlive()).toBe(true);
    await other.kill();
    await started();
  });

  it("says in one sentence that a folder cannot be written", async () => {
    writeFileSync(path.join(temporary, "file"), "");
    const refused = started(path.join(temporary, "file", "data"));
    await expect(refused).rejects.toThrow(StartProblem);
    await expect(refused).rejects.toThrow(/^The data folder .* cannot be written by .*DATA_FOLDER/);
  });

  it.runIf(process.getuid?.() === 0)(
    "keeps root's data where PostgreSQL's account can reach it, and says where",
    async () => {
      const closed = path.join(temporary, "closed");
      mkdirSync(closed, { mode: 0o700 });
      const embedded = await started(path.join(closed, "checkout", ".folkmoot"));
      expect(embedded.folder.startsWith(closed)).toBe(false);
      expect(embedded.notes.join()).toContain(path.dirname(embedded.folder));
      expect(path.basename(path.dirname(embedded.folder))).toMatch(/^checkout-/);
      await embedded.stop();
      const again = await started(path.join(closed, "checkout", ".folkmoot"));
      expect(again.folder).toBe(embedded.folder);
      await again.stop();
      rmSync(path.dirname(again.folder), { recursive: true });
    },
  );
});

/** PostgreSQL insists on the owner and the mode of its folder; copying keeps neither. */
function giveLike(model: string, copy: string): void {
  const { uid, gid } = statSync(model);
  execFileSync("chown", ["-R", `${uid}:${gid}`, copy]);
  chmodSync(copy, 0o700);
}
