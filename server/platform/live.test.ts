import { z } from "zod";
import { afterAll, beforeAll, expect, it } from "vitest";
import { communityRoom, event } from "#shared/contract/event.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { addCommunity } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

const said = event({
  name: "test.said",
  payload: z.object({ communityId: z.string(), n: z.int() }),
  room: communityRoom,
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const until = async (isSo: () => boolean) => {
  for (let left = 100; left > 0 && !isSo(); left -= 1)
    await new Promise((go) => setTimeout(go, 20));
};
const say = (communityId: string, n: number) =>
  server.deps.transact(async (tx) => tx.record(said, { communityId, n }));

it("tells everybody in the room what was committed, numbered without gaps", async () => {
  const owner = await server.person("Olu");
  const { communityId } = await addCommunity(server, owner);
  const room = communityRoom({ communityId });
  const { joined, heard } = await server.visitor().listen(room);
  expect(joined).toEqual({ joined: true, seq: 0 });
  await Promise.all(Array.from({ length: 40 }, (_, n) => say(communityId, n)));
  await until(() => heard.length === 40);
  expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  const numbers = heard.map(({ payload }) => (payload as { n: number }).n);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

it("tells nothing of a change that was rolled back", async () => {
  const owner = await server.person("Rosa");
  const { communityId } = await addCommunity(server, owner);
  const room = communityRoom({ communityId });
  const { heard } = await owner.listen(room);
  const failing = server.deps.transact(async (tx) => {
    await tx.record(said, { communityId, n: 1 });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await say(communityId, 2);
  await until(() => heard.length > 0);
  expect(heard).toMatchObject([{ seq: 1, payload: { n: 2 } }]);
});

it("lets somebody who was away fetch exactly what they missed", async () => {
  const owner = await server.person("Ada");
  const { communityId } = await addCommunity(server, owner);
  const room = communityRoom({ communityId });
  for (let n = 1; n <= 6; n += 1) await say(communityId, n);
  const { heard } = await owner.listen(room);
  await say(communityId, 7);
  await until(() => heard.some(({ seq }) => seq === 7));
  const missed = await owner.call(readRoomEvents, { params: { room }, query: { after: 2 } });
  expect(missed.head).toBe(7);
  expect(missed.reset).toBe(false);
  expect(missed.events.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7]);
});

it("says so when what was missed is kept no longer", async () => {
  const owner = await server.person("Bo");
  const { communityId } = await addCommunity(server, owner);
  const room = communityRoom({ communityId });
  await server.sql("insert into room_heads (room, seq) values ($1, 900)", [room]);
  const missed = await owner.call(readRoomEvents, { params: { room }, query: { after: 2 } });
  expect(missed).toEqual({ events: [], head: 900, reset: true });
});

it("goes on telling after the relay's connection was cut", async () => {
  const owner = await server.person("Kofi");
  const { communityId } = await addCommunity(server, owner);
  const { heard } = await owner.listen(communityRoom({ communityId }));
  await server.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folkmoot-relay' and datname = current_database()",
  );
  await say(communityId, 1);
  await until(() => heard.length > 0);
  expect(heard).toMatchObject([{ seq: 1 }]);
});

it("does not let a stranger into the room of a private community, nor at its past", async () => {
  const owner = await server.person("Pia");
  const { communityId } = await addCommunity(server, owner, { isPrivate: true });
  const room = communityRoom({ communityId });
  const outsider = await server.person("Otto");
  for (const stranger of [server.visitor(), outsider]) {
    expect((await stranger.listen(room)).joined).toEqual({ joined: false });
    const refused = await stranger.refusal(readRoomEvents, {
      params: { room },
      query: { after: 0 },
    });
    const none = await stranger.refusal(readRoomEvents, {
      params: { room: communityRoom({ communityId: crypto.randomUUID() }) },
      query: { after: 0 },
    });
    expect(refused).toEqual(none);
  }
  expect((await owner.listen(room)).joined).toEqual({ joined: true, seq: 0 });
});

it("ends the stream within seconds when a session ends", async () => {
  const owner = await server.person("Lin");
  const { communityId } = await addCommunity(server, owner);
  await owner.listen(communityRoom({ communityId }));
  const gone = new Promise((resolve) => owner.socket.once("disconnect", resolve));
  await server.sql("delete from sessions where account_id = $1", [owner.accountId]);
  const before = performance.now();
  await gone;
  expect(performance.now() - before).toBeLessThan(10_000);
});

it("shuts out who floods the socket, and leaves others alone", async () => {
  const owner = await server.person("Max");
  const { communityId } = await addCommunity(server, owner);
  const bystander = server.visitor();
  await bystander.listen(communityRoom({ communityId }));
  const gone = new Promise((resolve) => owner.socket.once("disconnect", resolve));
  for (let n = 0; n < 200; n += 1) owner.socket.emit("leave", "nonsense");
  await gone;
  expect(bystander.socket.connected).toBe(true);
});
