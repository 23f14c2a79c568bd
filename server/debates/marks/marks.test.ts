import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editClaim } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import {
  listMarks,
  markClaim,
  type MarkKind,
  marksChanged,
  unmarkClaim,
} from "#shared/contract/marks.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { moveClaim, splitClaim } from "#shared/contract/structure.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { debateIn, say, type Scene, setScene, statusesOf, until } from "../testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

/** A claim of Ben's. */
async function claimed() {
  const { communityId, debateId, positionIds } = await debateIn(scene);
  const ids = { communityId, debateId };
  const { claim, edges } = await say(scene.member, ids, {
    under: positionIds[0],
    text: "They know it.",
  });
  const params = { ...ids, claimId: claim.id };
  const mark = (person: Person, kind: MarkKind) =>
    person.tryCall(markClaim, { params: { ...params, kind } });
  const unmark = (person: Person, kind: MarkKind) =>
    person.tryCall(unmarkClaim, { params: { ...params, kind } });
  const kinds = async () =>
    (await scene.stranger.call(listMarks, { params: ids })).items.map(({ kind }) => kind);
  return { ids, params, positionIds, edgeId: edges[0]?.id ?? "", mark, unmark, kinds };
}

describe("a mark for review", () => {
  it("that is set and taken away again and again is told of once", async () => {
    const { ids, mark, unmark } = await claimed();
    for (let times = 0; times < 3; times += 1) {
      expect((await mark(scene.author, "unclear")).status).toBe(204);
      expect((await unmark(scene.author, "unclear")).status).toBe(204);
    }
    const { items } = await scene.member.call(listNotices, { query: { limit: 20 } });
    expect(items.filter(({ link }) => link.includes(ids.debateId))).toHaveLength(1);
  });

  it("is set once by anybody but the author, who hears of it; two stand at most", async () => {
    const { ids, mark, kinds } = await claimed();
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    expect((await mark(scene.member, "unclear")).status).toBe(403);
    expect((await mark(scene.foreigner, "unclear")).status).toBe(403);
    const marked = await Promise.all(
      (["unclear", "unsupported", "duplicate"] as const).map((kind) => mark(scene.author, kind)),
    );
    expect(statusesOf(marked)).toEqual([204, 204, 409]);
    const standing = await kinds();
    expect(standing).toHaveLength(2);
    expect((await mark(scene.moderator, standing[0] ?? "unclear")).status).toBe(204);
    await until(() => heard.filter(({ name }) => name === marksChanged.name).length === 2);
    const { items } = await scene.member.call(listNotices, { query: { limit: 5 } });
    expect(items[0]).toMatchObject({ kind: "debates.claim-marked", data: { name: "Ada" } });
  });

  it("is taken away by who set it, and by who curates", async () => {
    const { mark, unmark, kinds } = await claimed();
    await mark(scene.moderator, "unrelated");
    await mark(scene.author, "duplicate");
    expect((await unmark(scene.member, "unrelated")).status).toBe(403);
    expect((await unmark(scene.author, "unrelated")).status).toBe(204);
    expect((await unmark(scene.author, "unrelated")).status).toBe(204);
    expect(await kinds()).toEqual(["duplicate"]);
  });

  it("goes when what it asks for is done", async () => {
    const { ids, params, positionIds, edgeId, mark, kinds } = await claimed();
    await mark(scene.author, "unclear");
    await mark(scene.author, "unsupported");
    await scene.member.call(editClaim, { params, body: { version: 1, text: "They know of it." } });
    expect(await kinds()).toEqual(["unsupported"]);
    await scene.member.call(addEvidence, {
      params,
      body: { kind: "data", url: "https://example.org/letters", title: "Letters" },
    });
    expect(await kinds()).toEqual([]);
    await mark(scene.author, "unrelated");
    await mark(scene.author, "several-points");
    await scene.member.call(moveClaim, {
      params: { ...ids, edgeId },
      body: { from: positionIds[0], target: { kind: "position", id: positionIds[1] }, side: "pro" },
    });
    expect(await kinds()).toEqual(["several-points"]);
    const body = { version: 2, texts: ["They know.", "They gain."] };
    await scene.member.call(splitClaim, { params, body });
    expect(await kinds()).toEqual([]);
  });
});
