import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDebate } from "#shared/contract/debates.ts";
import {
  admitVisitors,
  beginVisit,
  nextForVisitor,
  openVisitPuzzle,
  respondAsVisitor,
} from "#shared/contract/visitors.ts";
import { isSolved, mostProofBits, solve } from "#shared/spam/proof-of-work.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { openDebate, type OpenDebate, visit } from "./testing-visits.ts";

let server: TestServer;
let now = new Date();
beforeAll(async () => {
  server = await startTestServer({ given: { clock: () => now } });
});
afterAll(() => server.close());

const bits = 10;

/** A debate in which browsers of visitors give a proof first. */
async function guarded(asked = bits) {
  const scene = await openDebate(server);
  await scene.moderator.call(admitVisitors, {
    params: scene.params,
    body: { admitted: true, counted: true, proofBits: asked },
  });
  return scene;
}

async function solved(visitor: Person, { params }: OpenDebate) {
  const puzzle = await visitor.call(openVisitPuzzle, { params });
  const answer = solve(puzzle, 0, 1_000_000);
  if (answer === null) throw new Error("hardly ever");
  return { challenge: puzzle.challenge, answer };
}

/** One in a thousand of other numbers is an answer as well. */
function noAnswerTo({ challenge, answer }: { challenge: string; answer: number }): number {
  const next = answer + 1;
  return isSolved({ challenge, bits }, next) ? noAnswerTo({ challenge, answer: next }) : next;
}

const respond = (visitor: Person, { params, ids }: OpenDebate) =>
  visitor.tryCall(respondAsVisitor, {
    params: { ...params, statementId: ids[0] ?? "" },
    body: { value: 1 },
  });

const begin = (
  visitor: Person,
  { params }: OpenDebate,
  body?: { challenge: string; answer: number },
) => visitor.tryCall(beginVisit, { params, body });

const reasonOf = async (response: Response) =>
  ((await response.json()) as { reason?: { code: string } }).reason?.code;

describe("a debate that asks visitors' browsers for a proof of work", () => {
  it("lets them respond once they have given one, and asks for no second one", async () => {
    const scene = await guarded();
    const visitor = server.visitor();
    const bare = await begin(visitor, scene);
    expect([bare.status, await reasonOf(bare)]).toEqual([403, "proof-missing"]);
    expect((await begin(visitor, scene, await solved(visitor, scene))).status).toBe(204);
    expect((await respond(visitor, scene)).status).toBe(200);
    const { hasVisit } = await visitor.call(nextForVisitor, { params: scene.params });
    expect(hasVisit).toBe(true);
    expect((await visitor.call(openVisitPuzzle, { params: scene.params })).bits).toBe(0);
    expect((await begin(visitor, scene)).status).toBe(204);
    expect((await visitor.call(readDebate, { params: scene.params })).visitorProofBits).toBe(bits);
  });

  it("is not entered by a visit that was begun where none is asked for; the visit goes on with its proof", async () => {
    const open = await openDebate(server);
    const scene = await guarded();
    const visitor = await visit(server, open);
    expect((await respond(visitor, open)).status).toBe(200);
    const refused = await respond(visitor, scene);
    expect([refused.status, await reasonOf(refused)]).toEqual([403, "proof-missing"]);
    const [id] = visitor.cookie.split(".");
    await begin(visitor, scene, await solved(visitor, scene));
    expect(visitor.cookie.split(".")[0]).toBe(id);
    expect((await respond(visitor, scene)).status).toBe(200);
    const harder = await guarded(bits + 1);
    expect((await respond(visitor, harder)).status).toBe(403);
  });

  it("takes each answer once, for its own debate, in its time, and signed by this server", async () => {
    const scene = await guarded();
    const other = await guarded();
    const visitor = server.visitor();
    const first = await solved(visitor, scene);
    const misuses = {
      "in another debate": [other, first],
      "with another answer": [scene, { ...first, answer: noAnswerTo(first) }],
      "with a challenge of one's own": [scene, { ...first, challenge: `x${first.challenge}` }],
    } as const;
    for (const [how, [where, given]] of Object.entries(misuses)) {
      const refused = await begin(visitor, where, given);
      expect([how, refused.status, await reasonOf(refused)]).toEqual([how, 403, "proof-wrong"]);
    }
    const both = await Promise.all([1, 2].map(() => begin(server.visitor(), scene, first)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 403]);
    const late = await solved(visitor, scene);
    now = new Date(now.getTime() + 11 * 60_000);
    expect(await reasonOf(await begin(visitor, scene, late))).toBe("proof-wrong");
  });

  it("is no way for an easier puzzle of earlier", async () => {
    const scene = await guarded(8);
    const visitor = server.visitor();
    const easy = await solved(visitor, scene);
    const body = { admitted: true, counted: true, proofBits: 12 };
    await scene.moderator.call(admitVisitors, { params: scene.params, body });
    expect(await reasonOf(await begin(visitor, scene, easy))).toBe("proof-wrong");
  });

  it("asks for no more than browsers can do, and not of members or where nobody is admitted", async () => {
    const scene = await guarded();
    const body = { admitted: true, counted: true, proofBits: mostProofBits + 1 };
    const refused = await scene.moderator.refusal(admitVisitors, { params: scene.params, body });
    expect(refused.status).toBe(422);
    const asked = await scene.member.refusal(openVisitPuzzle, { params: scene.params });
    expect(asked.reason?.code).toBe("members-respond");
    const closed = await openDebate(server, { admitted: false });
    const stranger = await server.visitor().refusal(openVisitPuzzle, { params: closed.params });
    expect(stranger.reason?.code).toBe("visitors-closed");
  });
});
