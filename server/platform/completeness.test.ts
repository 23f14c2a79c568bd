import { io } from "socket.io-client";
import { z } from "zod";
import { afterAll, beforeAll, expect, it } from "vitest";
import { communityRoom, event, type Room } from "#shared/contract/event.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { advance, newRoomLog, type RoomLog, type RoomNews } from "../../client/lib/room-log.ts";
import { addCommunity } from "../testing/community.ts";
import { Person, type TestSocket } from "../testing/person.ts";
import { type ServerProcess, startProcess } from "../testing/process.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

const said = event({
  name: "test.said",
  payload: z.object({ communityId: z.string(), n: z.int() }),
  room: communityRoom,
});

let here: TestServer;
let there: ServerProcess;
beforeAll(async () => {
  here = await startTestServer();
  there = await startProcess({
    DATABASE_URL: here.databaseUrl,
    MIGRATION_DATABASE_URL: here.ownerUrl,
    RATE_LIMITS: "off",
    LOG_LEVEL: "silent",
  });
});
afterAll(async () => {
  await there.stop();
  await here.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody who watches a room with the log that the browser uses. */
class Watcher {
  readonly seen: number[] = [];
  readonly #reader: Person;
  readonly #socket: TestSocket;
  #log: RoomLog = newRoomLog(0);

  constructor(
    url: string,
    readonly room: Room,
  ) {
    this.#reader = new Person(url);
    this.#socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.#socket.on("connect", () => this.#join());
    this.#socket.on("event", (envelope) => this.#tell({ kind: "heard", envelope }));
    this.#socket.on("disconnect", (reason) => {
      this.#tell({ kind: "disconnected" });
      if (reason === "io server disconnect") this.#socket.connect();
    });
  }

  get isLive(): boolean {
    return this.#log.state === "live";
  }

  /** Loses the line without a word, as a phone does in a tunnel. */
  drop(): void {
    this.#socket.io.engine.close();
  }

  leave(): void {
    this.#socket.disconnect();
  }

  #join(): void {
    this.#socket
      .timeout(2_000)
      .emitWithAck("join", this.room)
      .then((answer) => this.#tell({ kind: "joined", answer }))
      .catch(() => this.#socket.connected && this.#join());
  }

  #tell(news: RoomNews): void {
    const step = advance(this.#log, news);
    this.#log = step.log;
    for (const { payload } of step.apply) this.seen.push((payload as { n: number }).n);
    if (step.refresh) throw new Error("what was shown had to be read anew");
    if (step.fetchAfter !== undefined) void this.#fetch(step.fetchAfter);
  }

  async #fetch(after: number): Promise<void> {
    for (;;) {
      try {
        const input = { params: { room: this.room }, query: { after } };
        const missed = await this.#reader.call(readRoomEvents, input);
        this.#tell({ kind: "fetched", missed: { after, ...missed } });
        return;
      } catch {
        await pause(50);
      }
    }
  }
}

it("brings 100 watchers of two servers everything once and in order, through dropped lines, a killed server and cut relays", async () => {
  const owner = await here.person("Olga");
  const { communityId } = await addCommunity(here, owner);
  const room = communityRoom({ communityId });
  const watchers = Array.from(
    { length: 100 },
    (_, n) => new Watcher(n % 2 === 0 ? here.url : there.url, room),
  );
  await expect.poll(() => watchers.every(({ isLive }) => isLive), { timeout: 60_000 }).toBe(true);

  const total = 200;
  const saying = (async () => {
    for (let n = 1; n <= total; n += 1) {
      await here.deps.transact((tx) => tx.record(said, { communityId, n }));
      await pause(5);
    }
  })();
  for (const [n, watcher] of watchers.entries()) {
    if (n === 30) await there.killAndRestart();
    if (n === 60) await cutRelays();
    watcher.drop();
    await pause(4);
  }
  await saying;
  const everything = Array.from({ length: total }, (_, n) => n + 1);
  await expect
    .poll(() => watchers.filter(({ seen }) => seen.length < total).length, { timeout: 60_000 })
    .toBe(0);
  for (const { seen } of watchers) expect(seen).toEqual(everything);
  for (const watcher of watchers) watcher.leave();
}, 150_000);

async function cutRelays(): Promise<void> {
  await here.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'folkmoot-relay' and datname = current_database()`,
  );
}

it("ends a session on both servers within seconds, and leaves the person's other device alone", async () => {
  const owner = await here.person("Ines");
  const { communityId } = await addCommunity(here, owner, { isPrivate: true });
  const room = communityRoom({ communityId });
  const other = new Person(there.url, owner.name, owner.accountId);
  const { cookie } = await here.deps.sessions.begin(owner.accountId, "another device");
  other.cookie = cookie.split(";")[0] ?? "";
  const abroad = new Person(there.url, owner.name, owner.accountId);
  abroad.cookie = owner.cookie;
  for (const who of [owner, other, abroad]) {
    expect((await who.listen(room)).joined.joined).toBe(true);
  }
  const gone = Promise.all(
    [owner, abroad].map(({ socket }) => new Promise((go) => socket.once("disconnect", go))),
  );
  await here.sql("delete from sessions where account_id = $1 and device = 'a test'", [
    owner.accountId,
  ]);
  const before = performance.now();
  await gone;
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(other.socket.connected).toBe(true);
  for (const who of [other, abroad]) who.leave();
});
