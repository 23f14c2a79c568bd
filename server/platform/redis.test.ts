import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMe } from "#shared/contract/accounts.ts";
import { addPosition } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { presenceChanged } from "#shared/contract/rooms.ts";
import { addDebate } from "../decisions/testing-scene.ts";
import { Person } from "../testing/person.ts";
import { startServerOn, type TestServer } from "../testing/server-on.ts";
import { startTestServer } from "../testing/server.ts";

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
const port = 21_000 + (process.pid % 9_000);
const env = { REDIS_URL: `redis://127.0.0.1:${port}`, RATE_LIMITS: "on" };

let redis: ChildProcess;
let one: TestServer;
let two: TestServer;

function startRedis(): ChildProcess {
  return spawn("redis-server", ["--port", String(port), "--save", "", "--bind", "127.0.0.1"], {
    stdio: "ignore",
  });
}

describe.runIf(hasRedis)("two servers that Redis joins", () => {
  beforeAll(async () => {
    redis = startRedis();
    one = await startTestServer({ env });
    const { databaseUrl: appUrl, ownerUrl } = one;
    two = await startServerOn({ appUrl, ownerUrl, drop: async () => {} }, { env });
  });
  afterAll(async () => {
    redis.kill("SIGKILL");
    await two.close();
    await one.close();
  });

  it("count people who are present on either", async () => {
    const scene = await addDebate(one);
    const room = debateRoom(scene);
    const { heard } = await scene.owner.listen(room);
    const abroad = new Person(two.url, "Mem", scene.member.accountId);
    abroad.cookie = scene.member.cookie;
    await abroad.listen(room);
    const total = () =>
      presenceChanged.payload.safeParse(
        heard.findLast(({ name }) => name === presenceChanged.name)?.payload,
      ).data?.total;
    await expect.poll(total, { timeout: 20_000 }).toBe(2);
    abroad.leave();
    await expect.poll(total, { timeout: 20_000 }).toBe(1);
  });

  it("share one limit for one person", async () => {
    const person = await one.person("Busy");
    const abroad = new Person(two.url, "Busy", person.accountId);
    abroad.cookie = person.cookie;
    const remaining = async (who: Person) =>
      Number((await who.tryCall(readMe, {})).headers.get("ratelimit-remaining"));
    const first = await remaining(person);
    expect(await remaining(abroad)).toBe(first - 1);
  });

  it("go on by themselves when Redis is gone, and tell what is committed all the same", async () => {
    const scene = await addDebate(one);
    const abroad = new Person(two.url, "Mem", scene.member.accountId);
    abroad.cookie = scene.member.cookie;
    redis.kill("SIGKILL");
    await new Promise((resolve) => redis.once("exit", resolve));
    expect((await abroad.tryCall(readMe, {})).status).toBe(200);
    const { heard, joined } = await abroad.listen(debateRoom(scene));
    expect(joined.joined).toBe(true);
    await scene.owner.call(addPosition, {
      params: { communityId: scene.communityId, debateId: scene.debateId },
      body: { title: "Without any help from Redis" },
    });
    await expect.poll(() => heard.map(({ name }) => name)).toContain("position.added");
    abroad.leave();
  });
});
