import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createDebate,
  editDebate,
  moveDebate,
  readActivity,
  readDebate,
  scheduleMove,
  unscheduleMove,
} from "#shared/contract/debates.ts";
import { withdrawPosition } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { phases } from "#shared/contract/phases.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { moveByDecision } from "./public.ts";
import { debateIn, moveTo, type Scene, setScene, statusesOf, until } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const soon = (ms = 1_500) => new Date(Date.now() + ms).toISOString();

describe("a debate's phases", () => {
  it("are gone through step by step, each with who and why", async () => {
    const ids = await debateIn(scene, "voting");
    await scene.moderator.call(moveDebate, {
      params: ids,
      body: { from: "voting", to: "decided", reason: "We found consensus in the call of 3 May." },
    });
    const { items } = await scene.stranger.call(readActivity, { params: ids });
    const moves = items.filter(({ kind }) => kind === "moved");
    expect(moves.map(({ to }) => to)).toEqual(["decided", "voting", "deliberation", "framing"]);
    expect(moves[0]).toMatchObject({
      actor: { name: "Mona" },
      text: "We found consensus in the call of 3 May.",
      from: "voting",
    });
  });

  it("tell the room of each move", async () => {
    const ids = await debateIn(scene, "framing");
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    await moveTo(scene.author, ids, "deliberation");
    await until(() => heard.some(({ name }) => name === "debate.moved"));
    expect(heard.find(({ name }) => name === "debate.moved")?.payload).toMatchObject({
      debate: { phase: "deliberation" },
      move: { from: "framing", to: "deliberation", actor: { name: "Ada" }, reason: "it is time" },
    });
  });

  it("do not begin to argue or to vote with fewer than two positions, and say what to do", async () => {
    const ids = await debateIn(scene, "framing");
    const positionId = ids.positionIds[0];
    await scene.author.call(withdrawPosition, { params: { ...ids, positionId } });
    const problem = await scene.author.refusal(moveDebate, {
      params: ids,
      body: { from: "framing", to: "deliberation", reason: "now" },
    });
    expect(problem).toMatchObject({ status: 409, type: "/problems/phase-rule-unmet" });
    expect(problem.detail).toContain("propose another one");
  });

  it("cannot be jumped over", async () => {
    const ids = await debateIn(scene, "framing");
    const refused = { params: ids, body: { from: "framing", to: "voting", reason: "" } } as const;
    expect(await scene.author.refusal(moveDebate, refused)).toMatchObject({
      type: "/problems/phase-forbids",
    });
  });

  it("need a reason to go back, to be archived, and to be decided without a vote", async () => {
    const ids = await debateIn(scene, "voting");
    for (const to of ["decided", "deliberation", "archived"] as const) {
      const body = { from: "voting" as const, to, reason: " " };
      expect(await scene.author.refusal(moveDebate, { params: ids, body })).toMatchObject({
        type: "/problems/phase-rule-unmet",
        errors: [{ pointer: "#/body/reason" }],
      });
    }
  });

  it("are moved once by two who move at the same time", async () => {
    const ids = await debateIn(scene, "framing");
    const body = { from: "framing", to: "deliberation", reason: "" } as const;
    const answers = await Promise.all(
      [scene.author, scene.moderator].map((person) =>
        person.tryCall(moveDebate, { params: ids, body }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
  });

  it("lead from the archive back to where the debate was", async () => {
    const ids = await debateIn(scene, "deliberation");
    await moveTo(scene.author, ids, "archived");
    const archived = await scene.author.call(readDebate, { params: ids });
    expect(archived.can.move).toEqual(["deliberation"]);
    expect(archived.can.addClaim).toBe(false);
    await moveTo(scene.author, ids, "deliberation");
  });

  it("are moved by the author and by moderators alone", async () => {
    const ids = await debateIn(scene, "framing");
    const input = { params: ids, body: { from: "framing", to: "deliberation" } } as const;
    expect((await scene.member.refusal(moveDebate, input)).status).toBe(403);
    expect((await scene.foreigner.refusal(moveDebate, input)).status).toBe(403);
    expect((await scene.stranger.refusal(moveDebate, input)).status).toBe(401);
    const seen = await scene.member.call(readDebate, { params: ids });
    expect(seen.can).toMatchObject({ move: [], schedule: false, edit: false, addPosition: true });
    await scene.moderator.call(moveDebate, input);
  });

  it("follow a decision: to the vote when it opens, decided when it is counted, and no further", async () => {
    const ids = await debateIn(scene, "framing");
    const follow = (to: "voting" | "decided") =>
      server.deps.transact((tx) =>
        moveByDecision(tx, { ...ids, to, actorId: null, reason: "Schulze" }),
      );
    expect(await follow("voting")).toBe(true);
    expect(await follow("voting")).toBe(false);
    expect(await follow("decided")).toBe(true);
    await moveTo(scene.author, ids, "followup");
    expect(await follow("decided")).toBe(false);
    const { phase } = await scene.stranger.call(readDebate, { params: ids });
    expect(phase).toBe("followup");
  });

  it("name what each of them allows", async () => {
    const allowed = new Map<string, string[]>();
    for (const phase of phases) {
      const { can } = await scene.author.call(readDebate, { params: await debateIn(scene, phase) });
      const rights = Object.entries(can).filter(([, value]) => value === true);
      allowed.set(phase, rights.map(([name]) => name).toSorted());
    }
    expect(Object.fromEntries(allowed)).toEqual({
      draft: ["edit", "schedule"],
      framing: [
        "addPosition",
        "addStatement",
        "careForStatements",
        "edit",
        "openDecision",
        "respond",
        "schedule",
      ],
      deliberation: [
        "addClaim",
        "addPosition",
        "addStatement",
        "careForStatements",
        "openDecision",
        "rate",
        "respond",
        "schedule",
      ],
      voting: ["careForStatements", "openDecision", "rate", "respond", "schedule"],
      decided: ["schedule"],
      followup: ["schedule"],
      archived: [],
    });
  });
});

describe("a scheduled move", () => {
  it("happens when it is time, without anybody's hand", async () => {
    const ids = await debateIn(scene, "framing");
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const at = soon();
    const seen = await scene.author.call(scheduleMove, {
      params: { ...ids, to: "deliberation" },
      body: { at },
    });
    expect(seen.schedule).toEqual([{ to: "deliberation", at, refusal: null }]);
    await until(() => heard.some(({ name }) => name === "debate.moved"));
    expect(heard.find(({ name }) => name === "debate.moved")?.payload).toMatchObject({
      debate: { phase: "deliberation", schedule: [] },
      move: { actor: null },
    });
  });

  it("that a rule refuses is written down, and the author is told", async () => {
    const ids = await debateIn(scene, "framing");
    const params = { ...ids, to: "voting" } as const;
    await scene.moderator.call(scheduleMove, { params, body: { at: soon(300) } });
    await until(async () => {
      const { schedule, phase } = await scene.author.call(readDebate, { params: ids });
      return phase === "framing" && schedule[0]?.refusal === "no-way";
    });
    const { items } = await scene.author.call(listNotices, {});
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: "debates.move-refused",
        link: expect.stringContaining(ids.debateId),
      }),
    );
  });

  it("can be set anew and taken back; the time that counts is the last", async () => {
    const ids = await debateIn(scene, "framing");
    const params = { ...ids, to: "deliberation" } as const;
    await scene.author.call(scheduleMove, { params, body: { at: soon(500) } });
    await scene.author.call(scheduleMove, { params, body: { at: soon(900_000) } });
    const back = await scene.author.call(unscheduleMove, { params });
    expect(back.schedule).toEqual([]);
    await new Promise((go) => setTimeout(go, 1_500));
    expect((await scene.author.call(readDebate, { params: ids })).phase).toBe("framing");
  });

  it("is refused for a time that has passed, for a phase that lies behind, and to who may not move", async () => {
    const ids = await debateIn(scene, "deliberation");
    const voting = { ...ids, to: "voting" } as const;
    const past = { params: voting, body: { at: soon(-1_000) } };
    expect((await scene.author.refusal(scheduleMove, past)).status).toBe(422);
    const behind = { params: { ...ids, to: "framing" } as const, body: { at: soon() } };
    expect((await scene.author.refusal(scheduleMove, behind)).status).toBe(409);
    const other = { params: voting, body: { at: soon() } };
    expect((await scene.member.refusal(scheduleMove, other)).status).toBe(403);
  });
});

describe("a question", () => {
  const reworded = { question: "Who is to answer for harm done by a shared model?" };

  it("is worded by its author until people argue about it, then by moderators", async () => {
    const framing = await debateIn(scene, "framing");
    const edited = await scene.author.call(editDebate, {
      params: framing,
      body: { version: 1, ...reworded },
    });
    expect(edited).toMatchObject({ ...reworded, version: 2 });
    const arguing = await debateIn(scene, "deliberation");
    const input = { params: arguing, body: { version: 1, ...reworded } };
    expect((await scene.author.refusal(editDebate, input)).status).toBe(403);
    expect((await scene.member.refusal(editDebate, input)).status).toBe(403);
    expect((await scene.moderator.call(editDebate, input)).version).toBe(2);
  });

  it("changed by two from the same version is a conflict for one", async () => {
    const ids = await debateIn(scene, "framing");
    const answers = await Promise.all(
      [scene.author, scene.moderator].map((person, index) =>
        person.tryCall(editDebate, {
          params: ids,
          body: { version: 1, question: `Wording number ${index} of this question` },
        }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
  });

  it("sent twice with the same words is done the second time too", async () => {
    const ids = await debateIn(scene, "framing");
    const input = { params: ids, body: { version: 1, ...reworded } };
    expect((await scene.author.call(editDebate, input)).version).toBe(2);
    expect((await scene.author.call(editDebate, input)).version).toBe(2);
  });

  it("is trimmed, and refused with marks that turn what is read around", async () => {
    const { communityId } = scene;
    const body = { topic: "bias", language: "en" } as const;
    const asked = await scene.member.call(createDebate, {
      params: { communityId },
      body: { ...body, question: "  Is this\n a question?  " },
    });
    expect(asked.question).toBe("Is this a question?");
    for (const question of [
      "too short",
      "x".repeat(301),
      "A question \u202Eo reversed",
      "A \u0000 in it, long enough",
    ]) {
      const refused = { params: { communityId }, body: { ...body, question } };
      expect((await scene.member.refusal(createDebate, refused)).status).toBe(422);
    }
  });
});
