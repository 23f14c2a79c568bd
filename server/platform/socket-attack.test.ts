import { request } from "node:http";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communityRoom } from "#shared/contract/event.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { connect, hostileFrames, oddValues, p95 } from "./testing-raw-socket.ts";

const publicUrl = "https://moot.example.org";
let server: TestServer;
let owner: Person;
let bystander: Person;
let room = "";
let hiddenRoom = "";
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga");
  bystander = server.visitor();
  const { communityId } = await addCommunity(server, owner);
  room = communityRoom({ communityId });
  const elsewhere = await server.person("Else");
  const hidden = await addCommunity(server, elsewhere, { isPrivate: true });
  hiddenRoom = communityRoom({ communityId: hidden.communityId });
  await bystander.listen(room);
});
afterAll(() => server.close());

const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** How long the bystander waits for an answer on the socket, and for one by HTTP. */
async function waitOfBystander(): Promise<number> {
  const before = performance.now();
  const [joined, response] = await Promise.all([
    bystander.socket.timeout(5_000).emitWithAck("join", room),
    fetch(`${server.url}/api/me`),
  ]);
  if (!joined.joined || response.status !== 200) throw new Error("a bystander suffers");
  return performance.now() - before;
}

async function measureBystander(times: number): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < times; n += 1) {
    found.push(await waitOfBystander());
    await wait(60);
  }
  return found;
}

describe("a page of another site", () => {
  const foreigners = [
    "https://evil.example.org",
    "null",
    "https://moot.example.org.evil.example",
    "https://evil-moot.example.org",
    "http://moot.example.org",
    "https://moot.example.org:8443",
    "file://",
  ];

  it.each(["websocket", "polling"] as const)("opens no socket (%s)", async (transport) => {
    const known = await startTestServer({ env: { PUBLIC_URL: publicUrl } });
    const member = await known.person("Mia");
    const open = (origin: string) => {
      const socket = io(known.url, {
        transports: [transport],
        extraHeaders: { origin, cookie: member.cookie },
        reconnection: false,
        forceNew: true,
      });
      return new Promise<string>((resolve) => {
        socket.once("connect", () => resolve("connected"));
        socket.once("connect_error", () => resolve("refused"));
      }).finally(() => socket.disconnect());
    };
    for (const origin of [...foreigners, known.url]) {
      expect([origin, await open(origin)]).toEqual([origin, "refused"]);
    }
    expect(await open(publicUrl)).toBe("connected");
    await known.close();
  });

  it("reads nothing by asking without saying where it comes from, as pictures are asked for", async () => {
    for (const site of ["cross-site", "same-site"]) {
      const status = await new Promise((resolve) => {
        const headers = { cookie: owner.cookie, "sec-fetch-site": site };
        const url = `${server.url}/socket.io/?EIO=4&transport=polling`;
        request(url, { headers }, (response) => resolve(response.resume().statusCode)).end();
      });
      expect(status).toBe(403);
    }
  });

  it("is told by no header that it may", async () => {
    const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: server.url },
    });
    const names = [...response.headers.keys()];
    expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("a frame that no client of ours sends", () => {
  it("does no harm: the server goes on, and others notice nothing", async () => {
    const before = server.deps.hub.socketCount();
    for (const frame of hostileFrames) {
      const { socket, wire } = await connect(owner);
      const polluted = () => ({}) as { polluted?: unknown; isOperator?: unknown };
      wire.send(frame);
      wire.send(frame);
      await wait(5);
      expect(polluted().polluted ?? polluted().isOperator).toBeUndefined();
      socket.disconnect();
    }
    expect(await waitOfBystander()).toBeLessThan(5_000);
    await wait(300);
    expect(server.deps.hub.socketCount()).toBe(before);
  });

  it("does no harm by polling either", async () => {
    const headers = { origin: server.url, cookie: owner.cookie };
    const base = `${server.url}/socket.io/?EIO=4&transport=polling`;
    for (const frame of hostileFrames) {
      const opened = await (await fetch(base, { headers })).text();
      const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
      const body = typeof frame === "string" ? frame : Buffer.from(frame).toString("latin1");
      const sent = await fetch(`${base}&sid=${sid}`, { method: "POST", headers, body });
      expect([200, 400, 413]).toContain(sent.status);
      await sent.text();
    }
    for (const query of [
      "EIO=3&transport=polling",
      "EIO=4&transport=__proto__",
      "EIO=4&transport=polling&sid=x",
      "",
    ]) {
      expect((await fetch(`${server.url}/socket.io/?${query}`, { headers })).status).toBe(400);
    }
    expect(await waitOfBystander()).toBeLessThan(5_000);
  });
});

describe("an event with odd values", () => {
  it.each(["join", "leave", "typing", "event", "nonsense"])(
    "gets nobody anywhere (%s)",
    async (name) => {
      for (const value of oddValues) {
        const { socket } = await connect(owner);
        const heard: unknown[] = [];
        socket.onAny((...parts) => heard.push(parts));
        const emit = socket.emit.bind(socket) as (...parts: unknown[]) => void;
        const answers: unknown[] = [];
        emit(name, value, (answer: unknown) => answers.push(answer));
        emit(name, value, value, value);
        emit(name, room, value);
        emit(name, hiddenRoom, (answer: unknown) => answers.push(answer));
        emit(name);
        await wait(30);
        for (const answer of answers) expect(answer).toEqual({ joined: false });
        expect(heard).toEqual([]);
        socket.disconnect();
      }
      expect(await waitOfBystander()).toBeLessThan(5_000);
    },
  );

  it("does not join more rooms than anybody needs", async () => {
    const founder = await server.person("Fay");
    const { socket } = await connect(founder);
    const joined: unknown[] = [];
    for (let n = 0; n < 30; n += 1) {
      const { communityId } = await addCommunity(server, founder);
      joined.push(await socket.emitWithAck("join", communityRoom({ communityId })));
    }
    expect(joined).toContainEqual({ joined: false });
    socket.disconnect();
  });
});

describe("somebody who floods", () => {
  it("is shut out again and again, and slows nobody else down", async () => {
    await measureBystander(5);
    const usual = p95(await measureBystander(20));
    let isOver = false;
    let shutOut = 0;
    const flood = async () => {
      while (!isOver) {
        const { socket } = await connect(owner);
        socket.once("disconnect", () => (shutOut += 1));
        for (let n = 0; n < 60; n += 1) socket.emit("leave", "x".repeat(200));
        await wait(50);
        socket.disconnect();
      }
    };
    const flooding = Promise.all([flood(), flood(), flood()]);
    const flooded = p95(await measureBystander(20));
    isOver = true;
    await flooding;
    expect(shutOut).toBeGreaterThan(10);
    expect(flooded).toBeLessThan(Math.max(3 * usual, 100));
  });
});

describe("somebody with many sockets", () => {
  it("has no more than anybody needs, and sends no more by all of them than by one", async () => {
    const many = await server.person("Manon");
    const opened = await Promise.all(
      Array.from({ length: 60 }, () => connect(many).catch(() => null)),
    );
    const sockets = opened.flatMap((one) => (one ? [one.socket] : []));
    expect(sockets.length).toBeLessThanOrEqual(45);
    let answered = 0;
    for (let round = 0; round < 20; round += 1) {
      for (const socket of sockets) socket.emit("join", "nonsense", () => (answered += 1));
      await wait(50);
    }
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(200);
    for (const socket of sockets) socket.disconnect();
    expect(await waitOfBystander()).toBeLessThan(5_000);
  });
});

describe("readers that do not read", () => {
  it("are cut off before they fill the memory, and others hear everything in time", async () => {
    const others = server.deps.hub.socketCount();
    const stalled = await Promise.all(Array.from({ length: 10 }, () => connect(server.visitor())));
    for (const { socket, wire } of stalled) {
      await socket.emitWithAck("join", room);
      wire._socket.pause();
    }
    const { heard } = await bystander.listen(room);
    const before = process.memoryUsage().rss;
    const payload = { text: "x".repeat(1_500) };
    const events = 8_000;
    let most = 0;
    for (let seq = 1; seq <= events; seq += 1) {
      server.deps.hub.tell({ room, seq, name: "test.said", payload });
      if (seq % 100 !== 0) continue;
      await wait(20);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    for (let left = 100; left > 0 && heard.length < events; left -= 1) await wait(20);
    expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: events }, (_, n) => n + 1));
    expect(most).toBeLessThan(120_000_000);
    expect(server.deps.hub.socketCount()).toBe(others);
    for (const { socket } of stalled) socket.disconnect();
  }, 60_000);

  it("do not keep a server from ending", async () => {
    const ending = await startTestServer();
    const { socket, wire } = await connect(ending.visitor());
    wire._socket.pause();
    const before = performance.now();
    await ending.close();
    expect(performance.now() - before).toBeLessThan(30_000);
    socket.disconnect();
  });
});
