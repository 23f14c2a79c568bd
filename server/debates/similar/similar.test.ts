import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claims, debates } from "#db/schema/debates.ts";
import { likenessKey } from "#db/schema/likeness.ts";
import { addPosition, type TargetKind, withdrawClaim } from "#shared/contract/claims.ts";
import { createDebate } from "#shared/contract/debates.ts";
import {
  findSimilar,
  mostSimilar,
  type SimilarKind,
  similarKinds,
} from "#shared/contract/similar.ts";
import { addStatement, withdrawStatement } from "#shared/contract/statements.ts";
import { archiveClaim, mergeClaims, restoreClaim } from "#shared/contract/structure.ts";
import { apart } from "#shared/finding/likeness.ts";
import { addPastStatements } from "../../statements/public.ts";
import { addMember } from "../../testing/community.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { debateIn, moveTo, say, type Scene, type SceneDebate, setScene } from "../testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server, { isPrivate: true });
});
afterAll(() => server.close());

interface Asked {
  readonly kind?: SimilarKind;
  readonly by?: Person;
}

const ask = async (ids: SceneDebate, text: string, { kind = "claim", by }: Asked = {}) => {
  const { communityId, debateId } = ids;
  const params = { communityId, debateId };
  return (await (by ?? scene.member).call(findSimilar, { params, body: { kind, text } })).items;
};
const tell = async (
  ids: SceneDebate,
  text: string,
  { under, kind = "position" }: { readonly under: string; readonly kind?: TargetKind },
) => {
  const { claim, edges } = await say(scene.member, ids, { under, text, kind });
  return { ...claim, edgeId: edges[0]?.id ?? "" };
};
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe("what was said in similar words", () => {
  it("is found in this debate first, then in others, with where it stands and how similar it is", async () => {
    const elsewhere = await debateIn(scene);
    const here = await debateIn(scene);
    const [under] = elsewhere.positionIds;
    const other = await tell(elsewhere, "Open models let anybody check them for bias.", { under });
    const [position] = here.positionIds;
    const claim = await tell(here, "Anybody can check models that are open.", { under: position });
    const found = await ask(here, "open models let ANYBODY check them for bias!");
    expect(found).toEqual([
      {
        id: claim.id,
        text: "Anybody can check models that are open.",
        language: "en",
        likeness: "alike",
        debate: null,
        place: { side: "pro", targetKind: "position", about: "Those who run it" },
      },
      expect.objectContaining({
        id: other.id,
        likeness: "same",
        debate: expect.objectContaining({ id: elsewhere.debateId }) as unknown,
      }),
    ]);
    expect(await ask(here, "Elections are held in spring and in autumn.")).toEqual([]);
  });

  it("is at most a glance, the most similar before the others", async () => {
    const here = await debateIn(scene);
    const [under] = here.positionIds;
    for (let n = 0; n < mostSimilar + 2; n += 1) {
      const more = " indeed".repeat(n);
      await tell(here, `Meetings begin when the kettle boils${more}.`, { under });
    }
    const found = await ask(here, "Meetings begin when the kettle boils.");
    expect(found).toHaveLength(mostSimilar);
    expect(found.map(({ likeness }) => likeness).slice(0, 2)).toEqual(["same", "nearly"]);
  });

  it("is found in Chinese, Arabic and Spanish as people word it twice", async () => {
    const here = await debateIn(scene);
    const pairs = [
      ["公部門的程式碼應當公開。", "公部門程式碼應該公開"],
      ["審查的費用小型專案負擔不起。", "小型專案付不起審查的費用。"],
      ["使用模型的人應該為造成的傷害負責。", "誰使用模型，誰就應該對傷害負責。"],
      ["المسؤولية تقع على من يشغّل النموذج.", "من يشغل النموذج يتحمل المسؤولية."],
      ["يجب أن تكون البيانات متاحة للجميع.", "ينبغي أن تكون البيانات متاحةً للجميع"],
      ["Los datos deben ser públicos.", "los datos deberian ser publicos"],
    ] as const;
    for (const [said, sought] of pairs) {
      const claim = await tell(here, said, { under: here.positionIds[0] });
      expect([sought, idsOf(await ask(here, sought))]).toEqual([sought, [claim.id]]);
    }
    expect(await ask(here, "政府應該補助電動車")).toEqual([]);
  });

  it("is looked for among what is of the same kind", async () => {
    const here = await debateIn(scene);
    const params = { communityId: here.communityId, debateId: here.debateId };
    const title = "A jury that is drawn by lot";
    const { id: positionId } = await scene.member.call(addPosition, { params, body: { title } });
    const statement = await scene.member.call(addStatement, { params, body: { text: title } });
    expect(idsOf(await ask(here, title, { kind: "position" }))).toEqual([positionId]);
    expect(await ask(here, title, { kind: "statement" })).toMatchObject([
      { id: statement.id, likeness: "same", debate: null, place: null },
    ]);
    expect(await ask(here, title)).toEqual([]);
    await scene.member.call(withdrawStatement, {
      params: { ...params, statementId: statement.id },
    });
    expect(await ask(here, title, { kind: "statement" })).toEqual([]);
  });
});

describe("what does not stand", () => {
  it("is not offered: withdrawn, archived with all below it, or one with another claim", async () => {
    const here = await debateIn(scene);
    const { communityId, debateId } = here;
    const [under] = here.positionIds;
    const above = await tell(here, "Rivers remember every drought they had.", { under });
    const below = await tell(here, "Wells run dry before the rivers do.", {
      under: above.id,
      kind: "claim",
    });
    const against = await tell(here, "Wells run dry long before rivers do.", {
      under: below.edgeId,
      kind: "edge",
    });
    const sought = "Wells run dry before rivers do.";
    const found = await ask(here, sought);
    expect(idsOf(found).toSorted()).toEqual([below.id, against.id].toSorted());
    expect(found.find(({ id }) => id === against.id)?.place).toEqual({
      side: "pro",
      targetKind: "edge",
      about: "Wells run dry before the rivers do.",
    });
    const at = (claimId: string) => ({ params: { communityId, debateId, claimId } });
    const reason = { body: { reason: "beside the point" } };
    await scene.moderator.call(archiveClaim, { ...at(above.id), ...reason });
    expect(await ask(here, sought)).toEqual([]);
    expect(await ask(here, "Rivers remember every drought.")).toEqual([]);
    await scene.moderator.call(restoreClaim, at(above.id));
    expect(await ask(here, sought)).toHaveLength(2);
    const into = await tell(here, "Groundwater is used up first.", { under });
    await scene.moderator.call(mergeClaims, { ...at(against.id), body: { into: into.id } });
    expect(idsOf(await ask(here, sought))).toEqual([below.id]);
    await scene.member.call(withdrawClaim, at(below.id));
    expect(await ask(here, sought)).toEqual([]);
  });

  it("is not offered: statements that moderators hid, to nobody", async () => {
    const here = await debateIn(scene);
    const { communityId, debateId } = here;
    const author = await addMember(server, communityId, { person: await server.person("Kim") });
    const text = "Whoever disagrees here is a fool and a liar.";
    await addPastStatements(server.deps.db, { communityId, debateId }, [
      {
        id: server.deps.random.id(),
        text,
        language: "en",
        authorId: author,
        status: "hidden",
        sourceNumber: 7,
        createdAt: new Date("2026-01-01T00:00:00.000Z"),
      },
    ]);
    for (const by of [scene.member, scene.moderator, scene.owner]) {
      expect(await ask(here, text, { kind: "statement", by })).toEqual([]);
    }
  });

  it("is not offered: what was said in debates that were put away before they were asked", async () => {
    const here = await debateIn(scene);
    const put = await debateIn(scene, "framing");
    const title = "An ombudsperson for shared machines";
    const params = { communityId: put.communityId, debateId: put.debateId };
    const { id } = await scene.member.call(addPosition, { params, body: { title } });
    const sought = { kind: "position" } as const;
    expect(idsOf(await ask(here, title, sought))).toEqual([id]);
    await moveTo(scene.moderator, params, "archived");
    expect(idsOf(await ask(here, title, sought))).toEqual([id]);
    const { db } = server.deps;
    await db.update(debates).set({ archivedFrom: "draft" }).where(eq(debates.id, put.debateId));
    expect(await ask(here, title, sought)).toEqual([]);
  });
});

it("is looked up as it is written down: the database and what asks it take texts apart alike", async () => {
  const unit = fc.constantFrom(...Array.from("ab .，公共資金のカ豈إé🙂"));
  const texts = fc.sample(fc.string({ unit, maxLength: 30 }), 200);
  const { rows } = await server.deps.db.execute<{ key: string }>(sql`
    select ${likenessKey(claims.text)} as "key"
    from unnest(${sql.param(texts)}::text[]) with ordinality as "claims" ("text", "n") order by "n"`);
  expect(rows.map(({ key }) => key)).toEqual(texts.map(apart));
});

describe("who asks", () => {
  it("is a member; for strangers and members of other communities a private one is not there", async () => {
    const here = await debateIn(scene);
    const params = { communityId: here.communityId, debateId: here.debateId };
    const text = "Lanterns are lit when the council meets.";
    const claim = await tell(here, text, { under: here.positionIds[0] });
    for (const by of [scene.member, scene.moderator, scene.owner, scene.author]) {
      expect(idsOf(await ask(here, text, { by }))).toEqual([claim.id]);
    }
    const body = { kind: "claim" as const, text };
    for (const by of [scene.stranger, scene.foreigner]) {
      expect((await by.refusal(findSimilar, { params, body })).status).toBe(404);
    }
  });

  it("hears nothing from other communities, of whatever kind it is", async () => {
    const hidden = await debateIn(scene);
    const text = "Owls keep the minutes of every meeting.";
    const at = { communityId: hidden.communityId, debateId: hidden.debateId };
    await tell(hidden, text, { under: hidden.positionIds[0] });
    await scene.member.call(addPosition, { params: at, body: { title: text } });
    await scene.member.call(addStatement, { params: at, body: { text } });
    const open = await setScene(server);
    const here = await debateIn(open);
    const params = { communityId: here.communityId, debateId: here.debateId };
    for (const kind of similarKinds) {
      const body = { kind, text };
      expect(await ask(hidden, text, { kind })).toHaveLength(1);
      expect((await open.member.call(findSimilar, { params, body })).items).toEqual([]);
      expect((await open.stranger.refusal(findSimilar, { params, body })).status).toBe(401);
      expect((await open.foreigner.refusal(findSimilar, { params, body })).status).toBe(403);
    }
  });

  it("asks in a debate that is theirs to read: a draft is there for its author alone", async () => {
    const { communityId } = scene;
    const { id: debateId } = await scene.author.call(createDebate, {
      params: { communityId },
      body: { question: "What might we ask next?", topic: "governance", language: "en" },
    });
    const asked = {
      params: { communityId, debateId },
      body: { kind: "claim" as const, text: "Yes." },
    };
    expect((await scene.member.refusal(findSimilar, asked)).status).toBe(404);
    expect(await scene.author.call(findSimilar, asked)).toEqual({ items: [] });
  });
});
