import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communities } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { statementCounts, statements } from "#db/schema/statements.ts";
import { readSample } from "#shared/contract/samples.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addDebate } from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Scene = Awaited<ReturnType<typeof addDebate>>;

interface Said {
  readonly answers: number;
  readonly language?: string;
}

/** A statement that so many have answered, put straight into the tables. */
async function say(scene: Scene, { answers, language = "en" }: Said): Promise<string> {
  const { communityId, debateId, authorId } = scene;
  const id = uuidv7();
  const text = `Said ${id}.`;
  const { db } = server.deps;
  await db.insert(statements).values({ communityId, debateId, id, text, language, authorId });
  await db
    .insert(statementCounts)
    .values({ communityId, statementId: id, agrees: answers - 1, disagrees: 1, passes: 0 });
  return id;
}

const offered = async (language?: "en" | "es" | "ar") => {
  const query = language === undefined ? {} : { language };
  const { sample } = await server.visitor().call(readSample, { query });
  return sample;
};
const statementOffered = async (language?: "en" | "es" | "ar") =>
  (await offered(language))?.statement.id;

describe("what a stranger is offered to try", () => {
  it("is nothing where no statement has five answers", async () => {
    const scene = await addDebate(server);
    await say(scene, { answers: 4 });
    expect(await offered()).toBeNull();
  });

  it("is the statement with most answers, with how members answered and where it is from", async () => {
    const scene = await addDebate(server);
    await say(scene, { answers: 7 });
    const id = await say(scene, { answers: 9 });
    const { communityId, debateId } = scene;
    expect(await offered()).toEqual({
      community: { id: communityId, slug: `c-${communityId}`, name: "The Commons" },
      debate: { id: debateId, question: "Who may retrain the shared model?", language: "en" },
      statement: { id, text: `Said ${id}.`, language: "en" },
      counts: { agrees: 8, disagrees: 1, passes: 0 },
    });
  });

  it("is one in the reader's language where there is one, else an English one", async () => {
    const scene = await addDebate(server);
    const most = await say(scene, { answers: 12 });
    const spanish = await say(scene, { answers: 6, language: "es" });
    await say(scene, { answers: 20, language: "zh-TW" });
    expect(await statementOffered("es")).toBe(spanish);
    expect(await statementOffered("ar")).toBe(most);
    expect(await statementOffered()).toBe(most);
  });

  it("is never of a private community, nor of one that takes in nobody without an invitation", async () => {
    const shown = await statementOffered();
    await say(await addDebate(server, { isPrivate: true }), { answers: 100 });
    const closed = await addDebate(server);
    await server.deps.db
      .update(communities)
      .set({ joinPolicy: "by-invitation" })
      .where(eq(communities.id, closed.communityId));
    await say(closed, { answers: 100 });
    expect(await statementOffered()).toBe(shown);
  });

  it.each(["draft", "decided", "followup", "archived"] as const)(
    "is never of a debate that takes no answers: %s",
    async (phase) => {
      const shown = await statementOffered();
      await say(await addDebate(server, { phase }), { answers: 100 });
      expect(await statementOffered()).toBe(shown);
    },
  );

  it("is never one that was hidden or withdrawn", async () => {
    const { db } = server.deps;
    const scene = await addDebate(server);
    const [hidden, withdrawn] = [
      await say(scene, { answers: 90 }),
      await say(scene, { answers: 91 }),
    ];
    expect(await statementOffered()).toBe(withdrawn);
    const isOne = (id: string) =>
      and(eq(statements.communityId, scene.communityId), eq(statements.id, id));
    await db.update(statements).set({ status: "hidden" }).where(isOne(hidden));
    await db.update(statements).set({ withdrawnAt: new Date() }).where(isOne(withdrawn));
    expect([hidden, withdrawn]).not.toContain(await statementOffered());
    await db.update(debates).set({ phase: "decided" }).where(eq(debates.phase, "deliberation"));
    expect(await offered()).toBeNull();
  });
});
