import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isAlive } from "#db/embedded/run.ts";
import { settings } from "../settings.ts";
import { refusalOfNode } from "./node-version.mjs";
import { type Copy, makeCopy, type Program } from "./testing-copy.ts";

// Each of these starts whole programs, on machines that may be busy with all the other tests.
vi.setConfig({ testTimeout: 90_000 });

let copy: Copy;
let first: Program;
/** Started after the first, on the same data. */
let again: Program;

beforeAll(async () => {
  copy = makeCopy();
  first = copy.start({ DEMO: "true" });
  await first.ready();
}, 240_000);

afterAll(() => copy.remove());

/** What a start that must fail says, and its exit code. */
async function refusal(env: Record<string, string>, ...args: string[]) {
  const program = copy.start(env, ...args);
  const code = await program.ended();
  return { code, said: program.errors().trim() };
}

async function status(address: string): Promise<number> {
  return fetch(`${address}/readyz`).then(
    (reply) => reply.status,
    () => 0,
  );
}

/** The first sign-in that a program printed. */
async function printedSignIn(program: Program) {
  await vi.waitUntil(() => program.output().includes("@"), 60_000);
  const password = /with the password (\S+) as/.exec(program.output())?.[1];
  const email = /^ {2}(\S+@\S+)/m.exec(program.output())?.[1];
  return JSON.stringify({ email, password });
}

describe("npm start", () => {
  it("builds a fresh copy, says where the data is, and serves at the address it prints", async () => {
    const address = await first.ready();
    expect(first.output()).toContain("Building the client");
    expect(first.output()).toContain(path.join(copy.folder, ".folkmoot"));
    const page = await fetch(address, { headers: { accept: "text/html" } });
    expect(await page.text()).toContain('<div id="root">');
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect((await fetch(`${address}/api/none`)).status).toBe(404);
    expect(await status(address)).toBe(200);
  });

  it("refuses a second program on the same data, in one sentence", async () => {
    const { code, said } = await refusal({});
    expect(code).toBe(1);
    expect(said).toMatch(/^Another Folkmoot \(process \d+\) already serves .* DATA_FOLDER .*\.$/);
  });

  it("lets a request in flight finish on SIGTERM, and leaves nothing running", async () => {
    const { hostname, port } = new URL(await first.ready());
    const postgres = copy.postgresPid();
    const socket = connect(Number(port), hostname);
    const body = await printedSignIn(first);
    socket.write(
      `POST /api/sessions HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: http://${hostname}:${port}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    await wait(200);
    const ended = first.kill("SIGTERM");
    await wait(300);
    socket.write(body.slice(5));
    const [reply] = (await once(socket, "data")) as [Buffer];
    expect(reply.toString()).toMatch(/^HTTP\/1.1 200/);
    expect(await ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);
    expect(first.errors()).toBe("");
  });

  it("starts again without building, with everything that was there", async () => {
    const began = performance.now();
    again = copy.start({ DEMO: "true" });
    const address = await again.ready();
    console.info(`second start: ${((performance.now() - began) / 1000).toFixed(2)} s`);
    expect(again.output()).not.toContain("Building");
    expect(await printedSignIn(again)).toBe(await printedSignIn(first));
    const reply = await fetch(`${address}/api/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: address },
      body: await printedSignIn(again),
    });
    expect(reply.status).toBe(200);
  });

  it("starts after the program was killed, and uses the PostgreSQL that it left", async () => {
    const postgres = copy.postgresPid();
    await again.kill("SIGKILL");
    expect(isAlive(postgres)).toBe(true);
    again = copy.start();
    expect(await status(await again.ready())).toBe(200);
    expect(copy.postgresPid()).toBe(postgres);
  });

  it("is ready again by itself after PostgreSQL was killed, without a restart", async () => {
    const address = await again.ready();
    process.kill(copy.postgresPid(), "SIGKILL");
    const began = Date.now();
    await wait(100);
    while ((await status(address)) !== 200 && Date.now() - began < 60_000) await wait(50);
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(again.child.exitCode).toBe(null);
  });

  it("starts after program and PostgreSQL were both killed, and ends with Ctrl-C", async () => {
    process.kill(copy.postgresPid(), "SIGKILL");
    await again.kill("SIGKILL");
    again = copy.start();
    expect(await status(await again.ready())).toBe(200);
    expect(await again.kill("SIGINT")).toBe(0);
  });
});

it("npm takes the program with it when it is told to end, or is killed", async () => {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    const npm = copy.npmStart();
    await npm.ready();
    const postgres = copy.postgresPid();
    npm.child.kill(signal);
    await vi.waitUntil(() => !isAlive(postgres), { timeout: 60_000 });
  }
  const next = copy.start();
  expect(await status(await next.ready())).toBe(200);
  await next.kill("SIGTERM");
});

it("npm run dev serves the sources, and starts again when they change", async () => {
  const program = copy.start({}, "--watch");
  const page = await fetch(await program.ready(), { headers: { accept: "text/html" } });
  expect(await page.text()).toContain("/@vite/client");
  const starts = (): number => program.output().split("Folkmoot is ready").length - 1;
  appendFileSync(path.join(copy.folder, "server/app.ts"), "// changed\n");
  while (starts() < 2) await wait(50);
  await program.kill("SIGTERM");
});

describe("a start that cannot succeed says why in one sentence", () => {
  it.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    ["a port in use", portInUse, /^Port \d+ is in use by another program: .*PORT=\d+ npm start\.$/],
    ["a setting that is wrong", async () => ({ PORT: "many" }), /^PORT must be .* "many"/],
    ["a broken DATABASE_URL", async () => ({ DATABASE_URL: "localhost" }), /^DATABASE_URL must be/],
    [
      "a DATABASE_URL where nobody answers",
      async () => ({ DATABASE_URL: "postgres://me:hunter2@127.0.0.1:9/moot" }),
      /^DATABASE_URL \(127\.0\.0\.1:9\/moot\) cannot be used, because nothing listens there/,
    ],
    ["a folder that cannot be written", unwritable, /^The data folder .* cannot be written by /],
  ])("%s", async (_case, env, sentence) => {
    const { code, said } = await refusal(await env());
    expect(said.split("\n").at(-1)).toMatch(sentence);
    expect(said).not.toMatch(/^\s+at /m);
    expect(said).not.toContain("hunter2");
    expect(code).toBe(1);
  });

  it("an argument that does not exist", async () => {
    const { code, said } = await refusal({}, "--port", "80");
    expect(said).toMatch(/^There is no choice "--port 80": .*\.$/);
    expect(code).toBe(1);
  });

  it.each(["18.20.4", "20.18.3", "21.7.0", "22.11.0"])("Node %s, which is too old", (version) => {
    expect(refusalOfNode(version)).toContain(`this is Node ${version}: install a newer one`);
  });

  it.each(["20.19.0", "20.20.2", "22.12.0", "24.1.0"])("but not Node %s", (version) => {
    expect(refusalOfNode(version)).toBeUndefined();
  });
});

it("npm start -- --help names every setting and starts nothing", async () => {
  const program = copy.start({}, "--help");
  expect(await program.ended()).toBe(0);
  for (const name of Object.keys(settings)) expect(program.output()).toContain(`  ${name}\n`);
  expect(existsSync(path.join(copy.folder, ".folkmoot/postgres/postmaster.pid"))).toBe(false);
});

async function portInUse(): Promise<Record<string, string>> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  other.unref();
  const address = other.address();
  return { PORT: String(typeof address === "object" ? address?.port : 0) };
}

async function unwritable(): Promise<Record<string, string>> {
  const file = path.join(copy.folder, "a-file");
  writeFileSync(file, "");
  return { DATA_FOLDER: path.join(file, "data") };
}
