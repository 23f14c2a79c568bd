import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/commitments.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { followDebate, type Stance } from "#shared/contract/reading.ts";
import { toldTo } from "../disputes/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { type Ids, inDays, passTime, promise, read, report, review } from "./testing-scene.ts";
import { type Scene, setScene } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const choose = (person: Person, params: Ids, follow = true) =>
  person.call(contract.followCommitment, { params, body: { follow } });
const chooseOfDebate = (person: Person, { communityId, debateId }: Scene, stance: Stance) =>
  person.call(followDebate, { params: { communityId, debateId }, body: { stance } });

const kindsFor = async (person: Person) =>
  (await toldTo(person)).filter((kind) => kind.startsWith("commitments."));
const counted = (kinds: readonly string[], what: string) =>
  kinds.filter((kind) => kind === `commitments.${what}`).length;

describe("whoever follows a commitment", () => {
  it("is told of progress, of delay and of the review", async () => {
    const ids = await promise(scene);
    const fan = await scene.join("Fanny");
    expect(await read(fan, ids)).toMatchObject({ isFollowed: false, can: { follow: true } });
    await choose(fan, ids);
    await choose(fan, ids);
    expect((await read(fan, ids)).isFollowed).toBe(true);
    expect((await read(scene.owner, ids)).isFollowed).toBe(false);
    await report(scene.promiser, ids, 30);
    await passTime(scene, ids, { due: 1 });
    await review(scene.owner, ids, { outcome: "revoke" });
    expect((await kindsFor(fan)).toSorted()).toEqual([
      "commitments.overdue",
      "commitments.progress",
      "commitments.reviewed",
    ]);
  });

  it("is told of its parts, too, until they follow it no more", async () => {
    const part = { title: "One", criterion: "It is there.", dueAt: inDays(10) };
    const parts = [{ ...part, ownerId: scene.promiserId }];
    const ids = await promise(scene, { parts });
    const fan = await scene.join("Fadi");
    await choose(fan, ids);
    const [one] = (await read(fan, ids)).parts;
    const first = { communityId: ids.communityId, commitmentId: one?.id ?? "" };
    await report(scene.promiser, first, 10);
    await choose(fan, ids, false);
    await report(scene.promiser, first, 20);
    expect(counted(await kindsFor(fan), "progress")).toBe(1);
  });

  it("is told once where they follow the debate as well, and even where they muted that", async () => {
    const ids = await promise(scene);
    const [both, muter] = [await scene.join("Bo"), await scene.join("Mute")];
    await choose(both, ids);
    await chooseOfDebate(both, scene, "following");
    await choose(muter, ids);
    await chooseOfDebate(muter, scene, "muted");
    await report(scene.promiser, ids, 30);
    for (const person of [both, muter]) {
      expect(counted(await kindsFor(person), "progress")).toBe(1);
    }
  });

  it("is not told what they reported themselves", async () => {
    const ids = await promise(scene);
    await choose(scene.promiser, ids);
    await report(scene.promiser, ids, 30);
    expect(counted(await kindsFor(scene.promiser), "progress")).toBe(0);
  });

  it("is a member, and hears no more of it once they left", async () => {
    const ids = await promise(scene);
    const input = { params: ids, body: { follow: true } };
    const stranger = await server.visitor().refusal(contract.followCommitment, input);
    expect(stranger.status).toBe(401);
    const outsider = await (await server.person("Ole")).refusal(contract.followCommitment, input);
    expect(outsider.status).toBe(403);
    expect((await read(server.visitor(), ids)).can.follow).toBe(false);
    const elsewhere = { ...input, params: { ...ids, commitmentId: crypto.randomUUID() } };
    expect((await scene.member.refusal(contract.followCommitment, elsewhere)).status).toBe(404);
    const leaver = await scene.join("Lea");
    await choose(leaver, ids);
    await leaver.call(leaveCommunity, { params: { communityId: ids.communityId } });
    await report(scene.promiser, ids, 30);
    expect(await kindsFor(leaver)).toEqual([]);
  });
});
