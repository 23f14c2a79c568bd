import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as curation from "#shared/contract/curation.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { type Fairness, rateSummary, summaryRated } from "#shared/contract/summary-ratings.ts";
import {
  debateIn,
  moveTo,
  type Scene,
  type SceneDebate,
  setScene,
  until,
} from "../debates/testing-scene.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const write = (ids: SceneDebate, version: number, text: string) =>
  scene.author.call(curation.saveSummary, { params: ids, body: { version, text } });

/** A debate with a summary by the author. */
async function summed() {
  const { positionIds: _, ...ids } = await debateIn(scene);
  await write(ids, 0, "We are apart.");
  return ids;
}

const input = (ids: SceneDebate, number: number, rating: Fairness | null) => ({
  params: { ...ids, number },
  body: { rating },
});
const read = (person: Person, ids: SceneDebate) =>
  person.call(curation.readCuration, { params: ids });

describe("whether a summary is fair", () => {
  it("is said by members, its author among them, and by nobody else", async () => {
    const ids = await summed();
    for (const person of [scene.member, scene.moderator, scene.author]) {
      await person.call(rateSummary, input(ids, 1, "fair"));
    }
    expect((await scene.stranger.refusal(rateSummary, input(ids, 1, "fair"))).status).toBe(401);
    expect((await scene.foreigner.refusal(rateSummary, input(ids, 1, "fair"))).status).toBe(403);
    const { ratings, mine } = await read(scene.stranger, ids);
    expect(ratings).toEqual({ version: 1, fair: 3, partly: 0, unfair: 0 });
    expect(mine).toBeNull();
  });

  it("can be changed, said twice, and taken back; each knows the own answer alone", async () => {
    const ids = await summed();
    for (const rating of ["fair", "unfair", "unfair"] as const) {
      await scene.member.call(rateSummary, input(ids, 1, rating));
    }
    expect((await read(scene.member, ids)).mine).toEqual({ version: 1, rating: "unfair" });
    const { ratings, mine } = await read(scene.moderator, ids);
    expect([ratings, mine]).toEqual([{ version: 1, fair: 0, partly: 0, unfair: 1 }, null]);
    for (const _ of ["once", "again"]) await scene.member.call(rateSummary, input(ids, 1, null));
    const after = await read(scene.member, ids);
    expect([after.ratings?.unfair, after.mine]).toEqual([0, null]);
  });

  it("is said of the version that stands: of an older one it is a conflict, and changes nothing", async () => {
    const ids = await summed();
    await scene.member.call(rateSummary, input(ids, 1, "fair"));
    await write(ids, 1, "We come together.");
    const { ratings, mine } = await read(scene.member, ids);
    expect(ratings).toEqual({ version: 2, fair: 0, partly: 0, unfair: 0 });
    expect(mine).toEqual({ version: 1, rating: "fair" });
    for (const rating of ["unfair", null] as const) {
      const late = await scene.member.refusal(rateSummary, input(ids, 1, rating));
      expect([late.type, late.reason]).toEqual([
        "/problems/stale-version",
        { code: "summary-rewritten", values: { version: 2 } },
      ]);
    }
    expect((await read(scene.member, ids)).mine).toEqual({ version: 1, rating: "fair" });
    expect((await scene.member.refusal(rateSummary, input(ids, 3, "fair"))).status).toBe(404);
  });

  it("is not asked where there is no summary, or one that says nothing any more", async () => {
    const { positionIds: _, ...ids } = await debateIn(scene);
    expect((await scene.member.refusal(rateSummary, input(ids, 1, "fair"))).status).toBe(404);
    expect((await read(scene.member, ids)).ratings).toBeNull();
    await write(ids, 0, "We are apart.");
    await write(ids, 1, "");
    const gone = await scene.member.refusal(rateSummary, input(ids, 2, "fair"));
    expect(gone.type).toBe("/problems/withdrawn");
    expect((await read(scene.member, ids)).ratings).toBeNull();
  });

  it("is said while claims are rated: not before, and not once it is decided", async () => {
    const { positionIds: _, ...ids } = await debateIn(scene, "framing");
    await write(ids, 0, "We begin.");
    const early = await scene.member.refusal(rateSummary, input(ids, 1, "fair"));
    expect(early.type).toBe("/problems/phase-forbids");
    const decided = await summed();
    await moveTo(scene.author, decided, "voting");
    await scene.member.call(rateSummary, input(decided, 1, "partly"));
    await moveTo(scene.author, decided, "decided");
    const late = await scene.member.refusal(rateSummary, input(decided, 1, "fair"));
    expect(late.type).toBe("/problems/phase-forbids");
    expect((await read(scene.stranger, decided)).ratings?.partly).toBe(1);
  });

  it("is heard by whoever is there, as counts without names", async () => {
    const ids = await summed();
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    await scene.member.call(rateSummary, input(ids, 1, "partly"));
    const news = () => heard.filter(({ name }) => name === summaryRated.name);
    await until(() => news().length > 0);
    expect(news().at(-1)?.payload).toEqual({
      ...ids,
      ratings: { version: 1, fair: 0, partly: 1, unfair: 0 },
    });
  });

  it("stays said when who said it leaves", async () => {
    const ids = await summed();
    const leaver = await server.person("Lea");
    await addMember(server, ids.communityId, { person: leaver });
    await leaver.call(rateSummary, input(ids, 1, "unfair"));
    await leaver.call(leaveCommunity, { params: { communityId: ids.communityId } });
    expect((await read(scene.stranger, ids)).ratings?.unfair).toBe(1);
  });
});
