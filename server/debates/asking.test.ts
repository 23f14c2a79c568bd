import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "#shared/contract/claims.ts";
import { createDebate, readDebate } from "#shared/contract/debates.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let owner: Person;
let communityId = "";
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga");
  ({ communityId } = await addCommunity(server, owner));
});
afterAll(() => server.close());

const question = {
  question: "Who is treated worse by the model, and what do we do?",
  context: "**The system:** Commons 2",
  topic: "bias",
  language: "en",
  phase: "framing",
} as const;

describe("a question that is asked with a frame and first answers", () => {
  it("begins with them, in their order, as its author's", async () => {
    const positions = [{ title: "Release it", text: "As it is." }, { title: "Hold it back" }];
    const body = { ...question, template: "bias-audit" as const, positions };
    const debate = await owner.call(createDebate, { params: { communityId }, body });
    expect(debate).toMatchObject({ template: "bias-audit", counts: { positions: 2 } });
    const params = { communityId, debateId: debate.id };
    const outline = await owner.call(readOutline, { params });
    expect(outline.positions.map(({ title, text }) => [title, text])).toEqual([
      ["Release it", "As it is."],
      ["Hold it back", ""],
    ]);
    expect(new Set(outline.positions.map(({ authorId }) => authorId))).toEqual(
      new Set([debate.author.id]),
    );
    const { template } = await server.visitor().call(readDebate, { params });
    expect(template).toBe("bias-audit");
  });

  it("needs neither", async () => {
    const body = { ...question, question: "A question without anything else?" };
    const debate = await owner.call(createDebate, { params: { communityId }, body });
    expect(debate).toMatchObject({ template: null, counts: { positions: 0 } });
  });

  it("is refused with the same answer twice, and nothing of it is kept", async () => {
    const positions = [{ title: "Release it" }, { title: "RELEASE IT" }];
    const body = { ...question, question: "Is the same twice an answer?", positions };
    const refused = await owner.tryCall(createDebate, { params: { communityId }, body });
    expect(refused.status).toBe(422);
    const { errors } = (await refused.json()) as { errors: unknown };
    expect(errors).toEqual([
      {
        pointer: "#/body/positions",
        detail: "Two positions have the same title.",
        reason: { code: "same-titles", values: {} },
      },
    ]);
  });
});
