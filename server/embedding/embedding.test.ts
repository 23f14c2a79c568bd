import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { communities } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { ledgerActs } from "#db/schema/platform.ts";
import {
  embeddingSettled,
  readEmbedding,
  settleEmbedding,
  unknownSite,
} from "#shared/contract/embedding.ts";
import { debateRoom } from "#shared/contract/event.ts";
import {
  beginVisit,
  endVisit,
  nextForVisitor,
  respondAsVisitor,
} from "#shared/contract/visitors.ts";
import { createVisits } from "../platform/visits.ts";
import { serveBuilt } from "../platform/client-assets.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { openDebate, type OpenDebate, say } from "../visitors/testing-visits.ts";

let server: TestServer;
beforeAll(async () => {
  const folder = path.join(projectFolder, "client", "public");
  server = await startTestServer({ serveClient: (app) => serveBuilt(app, folder) });
});
afterAll(() => server.close());

const blog = "https://blog.example.org";
const paper = "http://localhost:8080";

const settle = ({ moderator, params }: OpenDebate, sites: readonly string[]) =>
  moderator.call(settleEmbedding, { params, body: { sites: [...sites] } });

async function slugOf({ communityId }: OpenDebate): Promise<string> {
  const [row] = await server.deps.db
    .select({ slug: communities.slug })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row?.slug ?? "";
}

/** Whom browsers let show a page in a frame. */
async function framersOf(address: string) {
  const { headers } = await server.visitor().send(address, { headers: { accept: "text/html" } });
  const [, ancestors] =
    /frame-ancestors ([^;]+)/.exec(headers.get("content-security-policy") ?? "") ?? [];
  return { ancestors, options: headers.get("x-frame-options") };
}

const nobody = { ancestors: "'none'", options: "SAMEORIGIN" };

describe("a debate in a page of another site", () => {
  it("is shown by the sites that moderators list, by no other, and no other page of ours is", async () => {
    const scene = await openDebate(server);
    const at = `c/${await slugOf(scene)}/d/${scene.debateId}/both`;
    expect(await framersOf(`/embed/${at}`)).toEqual(nobody);
    await settle(scene, [blog, paper]);
    const framed = { ancestors: `${blog} ${paper}`, options: null };
    expect(await framersOf(`/embed/${at}`)).toEqual(framed);
    expect(await framersOf(`/embed/${at.replace("both", "map")}`)).toEqual(framed);
    const others = [`/${at}/statements`, `/embed/${at}/x`, `/embed//${at}`, `/%65mbed/${at}`, "/"];
    for (const path of others) expect([path, await framersOf(path)]).toEqual([path, nobody]);
    expect(await server.visitor().call(readEmbedding, { params: scene.params })).toEqual({
      sites: [blog, paper],
    });
    await settle(scene, []);
    expect(await framersOf(`/embed/${at}`)).toEqual(nobody);
  });

  it("is in no frame while strangers can't read it: a draft, or of a private community", async () => {
    const scene = await openDebate(server);
    const path = `/embed/c/${await slugOf(scene)}/d/${scene.debateId}/deck`;
    await settle(scene, [blog]);
    const { db } = server.deps;
    await db.update(debates).set({ phase: "draft" }).where(eq(debates.id, scene.debateId));
    expect(await framersOf(path)).toEqual(nobody);
    await db.update(debates).set({ phase: "deliberation" }).where(eq(debates.id, scene.debateId));
    expect((await framersOf(path)).ancestors).toBe(blog);
    await db
      .update(communities)
      .set({ isPrivate: true })
      .where(eq(communities.id, scene.communityId));
    server.deps.forgetStandings();
    expect(await framersOf(path)).toEqual(nobody);
    const input = { params: scene.params, body: { sites: [paper] } };
    const refused = await scene.moderator.refusal(settleEmbedding, input);
    expect(refused.reason?.code).toBe("embedding-needs-public");
    expect(await settle(scene, [])).toEqual({ sites: [] });
  });

  it("is settled by moderators alone, once in the public record for each change", async () => {
    const scene = await openDebate(server);
    const input = { params: scene.params, body: { sites: [blog] } };
    expect((await server.visitor().refusal(settleEmbedding, input)).status).toBe(401);
    expect((await scene.member.refusal(settleEmbedding, input)).status).toBe(403);
    await settle(scene, [blog]);
    await settle(scene, [blog]);
    const acts = await server.deps.db
      .select()
      .from(ledgerActs)
      .where(
        and(
          eq(ledgerActs.subject, scene.debateId),
          eq(ledgerActs.kind, "debate.embedding-settled"),
        ),
      );
    expect(acts.map(({ payload }) => payload)).toMatchObject([{ count: 1 }]);
  });

  it("takes addresses of sites only, and nothing that would say more in the policy", async () => {
    const scene = await openDebate(server);
    const wrong = [
      "https://blog.example.org/",
      "https://blog.example.org;script-src",
      "https://blog.example.org *",
      "https://a,b",
      "https://*",
      "*",
      "'self'",
      "https://BLOG.example.org",
      "https://blog.example.org:443",
      "https://me@blog.example.org",
      "javascript://blog.example.org",
      "blog.example.org",
      "null",
    ];
    for (const site of wrong) {
      const input = { params: scene.params, body: { sites: [site] } };
      const { status, errors } = await scene.moderator.refusal(settleEmbedding, input);
      expect([site, status, errors?.[0]?.reason?.code]).toEqual([site, 422, "embedding-site"]);
    }
    const twice = { params: scene.params, body: { sites: [blog, blog] } };
    const { errors } = await scene.moderator.refusal(settleEmbedding, twice);
    expect(errors?.[0]?.reason?.code).toBe("same-sites");
  });

  it("takes no more from a frame that was open when its site was taken off the list, and tells the room", async () => {
    const scene = await openDebate(server);
    const { params, ids } = scene;
    await settle(scene, [blog, paper]);
    const { heard } = await scene.member.listen(debateRoom(params));
    const reader = server.visitor();
    const beginBy = (framedBy: string) => ({
      params,
      query: { framed: "true", framedBy } as const,
    });
    const respondBy = (framedBy: string) => ({
      params: { ...params, statementId: ids[0] ?? "" },
      query: { framedBy },
      body: { value: 1 } as const,
    });
    await reader.call(beginVisit, beginBy(blog));
    await reader.call(respondAsVisitor, respondBy(blog));
    await settle(scene, [paper]);
    await vi.waitFor(
      () => expect(heard.map(({ name }) => name)).toContain(embeddingSettled.name),
      10_000,
    );
    for (const refused of [
      await reader.refusal(respondAsVisitor, respondBy(blog)),
      await server.visitor().refusal(beginVisit, beginBy(blog)),
    ]) {
      expect([refused.status, refused.reason?.code]).toEqual([403, "site-not-listed"]);
    }
    // Elsewhere the visit goes on: on a site that may, on one whose name the browser keeps, and on our own page.
    await reader.call(respondAsVisitor, respondBy(paper));
    await reader.call(respondAsVisitor, respondBy(unknownSite));
    await say(reader, scene, { to: ids[0] });
    await settle(scene, []);
    const kept = await reader.refusal(respondAsVisitor, respondBy(unknownSite));
    expect(kept.reason?.code).toBe("site-not-listed");
  });

  it("keeps a visit by a cookie that browsers send from that site's page only", async () => {
    const scene = await openDebate(server);
    const visitor = server.visitor();
    const begun = await visitor.tryCall(beginVisit, {
      params: scene.params,
      query: { framed: "true" },
    });
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^folkmoot-framed-visit=[\w.-]+; Max-Age=15552000; Path=\/; HttpOnly; Secure; Partitioned; SameSite=None$/,
      ),
    ]);
    await say(visitor, scene, { to: scene.ids[0] });
    const { progress } = await visitor.call(nextForVisitor, { params: scene.params, query: {} });
    expect(progress.responded).toBe(1);
    const ended = await visitor.tryCall(endVisit, {});
    expect(ended.headers.getSetCookie()).toHaveLength(2);
  });

  it("goes on with a visit that counts where the browser also shows one that does not", () => {
    const visits = createVisits({ secretKey: "k".repeat(32), isSecure: true });
    const now = new Date();
    const [pair] = visits.begin(now, { isFramed: true }).split(";");
    expect(visits.read(`__Host-folkmoot-visit=forged; ${pair}`, now)).toMatchObject({
      state: "begun",
    });
  });

  it("gets the script that gives frames their height, and no page of ours is given away with it", async () => {
    const policyOf = async (path: string) =>
      (await server.visitor().send(path)).headers.get("cross-origin-resource-policy");
    expect(await policyOf("/embed.js")).toBe("cross-origin");
    expect(await policyOf("/theme.js")).toBe("same-origin");
  });
});
