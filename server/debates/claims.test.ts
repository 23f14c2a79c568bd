import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addClaim,
  addPosition,
  editClaim,
  editPosition,
  listClaimRevisions,
  listPositionRevisions,
  readOutline,
  withdrawClaim,
  withdrawPosition,
} from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addEvidence, editEvidence, withdrawEvidence } from "#shared/contract/evidence.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { debateIn, moveTo, say, type Scene, setScene, statusesOf, until } from "./testing-scene.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const source = {
  kind: "study",
  url: "https://example.org/study?page=2#results",
  title: "Harm by shared models",
  publisher: "Example University",
  publishedOn: "2026-02-28",
  quote: "Most harm was done by operators.",
} as const;

describe("a claim", () => {
  it("stands for or against a position, a claim, or a claim's bearing, as deep as people go", async () => {
    const ids = await debateIn(scene);
    const first = await say(scene.member, ids, {
      under: ids.positionIds[0],
      text: "They choose the settings.",
    });
    const second = await say(scene.author, ids, {
      kind: "claim",
      under: first.claim.id,
      side: "con",
      text: "Most never change a setting.",
    });
    const third = await say(scene.member, ids, {
      kind: "edge",
      under: second.edges[0]?.id ?? "",
      side: "con",
      text: "Not choosing is a choice too.",
    });
    let under = third.claim.id;
    for (let depth = 0; depth < 40; depth += 1) {
      const next = await say(scene.member, ids, {
        kind: "claim",
        under,
        text: `And so on, ${depth}`,
      });
      under = next.claim.id;
    }
    const outline = await scene.stranger.call(readOutline, { params: ids });
    expect(outline.claims).toHaveLength(43);
    expect(outline.edges.slice(0, 3)).toMatchObject([
      { side: "pro", targetKind: "position", targetId: ids.positionIds[0] },
      { side: "con", targetKind: "claim", targetId: first.claim.id },
      { side: "con", targetKind: "edge", targetId: second.edges[0]?.id },
    ]);
    expect(outline.authors.map(({ name }) => name).toSorted()).toEqual(["Ada", "Ben"]);
  });

  it("can bring its evidence in the same breath", async () => {
    const ids = await debateIn(scene);
    const placed = await scene.member.call(addClaim, {
      params: ids,
      body: {
        target: { kind: "position", id: ids.positionIds[0] },
        side: "pro",
        text: "Operators did most of the harm.",
        evidence: [source],
      },
    });
    expect(placed.evidence).toMatchObject([{ ...source, claimId: placed.claim.id }]);
    const outline = await scene.stranger.call(readOutline, { params: ids });
    expect(outline.evidence).toEqual(placed.evidence);
  });

  it("sent sixteen times at once with one key is one claim and one event", async () => {
    const ids = await debateIn(scene);
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const target = { kind: "position" as const, id: ids.positionIds[0] };
    const input = { params: ids, body: { target, side: "pro" as const, text: "Said only once." } };
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => scene.member.call(addClaim, input, "one-key-for-all")),
    );
    expect(new Set(replies.map(({ claim }) => claim.id)).size).toBe(1);
    const other = { ...input, body: { ...input.body, text: "Another text, same key." } };
    const reused = await scene.member.tryCall(addClaim, other, "one-key-for-all");
    expect(reused.status).toBe(422);
    await until(() => heard.length > 0);
    const { claims } = await scene.stranger.call(readOutline, { params: ids });
    expect(claims).toHaveLength(1);
    expect(heard.filter(({ name }) => name === "claim.added")).toHaveLength(1);
  });

  it("is said once at a place, whatever the case and the stop, even by two at once", async () => {
    const ids = await debateIn(scene);
    const under = ids.positionIds[0];
    const target = { kind: "position" as const, id: under };
    const answers = await Promise.all(
      ["They run it.", "they RUN it", "They run it!"].map((text) =>
        scene.member.tryCall(addClaim, { params: ids, body: { target, side: "con", text } }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    await say(scene.author, ids, { under: ids.positionIds[1], text: "They run it." });
  });

  it("is edited by its author alone, and keeps its history", async () => {
    const ids = await debateIn(scene);
    const { claim } = await say(scene.member, ids, {
      under: ids.positionIds[0],
      text: "First words",
    });
    const params = { ...ids, claimId: claim.id };
    const edit = { params, body: { version: 1, text: "Better words" } };
    expect((await scene.author.refusal(editClaim, edit)).status).toBe(403);
    expect((await scene.moderator.refusal(editClaim, edit)).status).toBe(403);
    expect(await scene.member.call(editClaim, edit)).toMatchObject({
      text: "Better words",
      version: 2,
    });
    const { items } = await scene.stranger.call(listClaimRevisions, { params });
    expect(items).toMatchObject([
      { version: 2, text: "Better words", editor: { name: "Ben" } },
      { version: 1, text: "First words", at: claim.createdAt },
    ]);
  });

  it("edited twice from the same version is a conflict; the same edit again is not", async () => {
    const ids = await debateIn(scene);
    const { claim } = await say(scene.member, ids, {
      under: ids.positionIds[0],
      text: "First words",
    });
    const params = { ...ids, claimId: claim.id };
    const answers = await Promise.all(
      ["One wording", "Another wording"].map((text) =>
        scene.member.tryCall(editClaim, { params, body: { version: 1, text } }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
    const { claims } = await scene.member.call(readOutline, { params: ids });
    const again = { params, body: { version: 1, text: claims[0]?.text ?? "" } };
    expect((await scene.member.call(editClaim, again)).version).toBe(2);
  });

  it("withdrawn keeps its place and the replies, and says nothing any more", async () => {
    const ids = await debateIn(scene);
    const { claim } = await scene.member.call(addClaim, {
      params: ids,
      body: {
        target: { kind: "position", id: ids.positionIds[0] },
        side: "pro",
        text: "A claim that was hasty.",
        evidence: [source],
      },
    });
    const reply = await say(scene.author, ids, { kind: "claim", under: claim.id, text: "Why so?" });
    const params = { ...ids, claimId: claim.id };
    expect((await scene.author.refusal(withdrawClaim, { params })).status).toBe(403);
    const withdrawn = await scene.member.call(withdrawClaim, { params });
    expect(await scene.member.call(withdrawClaim, { params })).toEqual(withdrawn);

    const outline = await scene.stranger.call(readOutline, { params: ids });
    expect(outline.claims).toMatchObject([
      { text: "", withdrawnAt: withdrawn.withdrawnAt },
      reply.claim,
    ]);
    expect(JSON.stringify(outline)).not.toMatch(/hasty|Harm by/);
    const edit = { params, body: { version: 1, text: "Still here?" } };
    const add = {
      params: ids,
      body: { target: { kind: "claim", id: claim.id }, side: "pro", text: "Hello?" },
    } as const;
    for (const problem of [
      await scene.member.refusal(editClaim, edit),
      await scene.author.refusal(addClaim, add),
      await scene.stranger.refusal(listClaimRevisions, { params }),
    ]) {
      expect(problem.type).toBe("/problems/withdrawn");
    }
  });

  it("is one line of 3 to 500 characters", async () => {
    const ids = await debateIn(scene);
    const { claim } = await say(scene.member, ids, {
      under: ids.positionIds[0],
      text: "  One\n line  ",
    });
    expect(claim.text).toBe("One line");
    for (const text of ["ab", "x".repeat(501), "with a \u0007 bell", "half \ud800 sign"]) {
      const target = { kind: "position" as const, id: ids.positionIds[0] };
      const refused = { params: ids, body: { target, side: "pro" as const, text } };
      expect((await scene.member.refusal(addClaim, refused)).status).toBe(422);
    }
  });

  it("is not hung under what belongs to another debate", async () => {
    const ids = await debateIn(scene);
    const other = await debateIn(scene);
    const { edges, claim } = await say(scene.member, other, {
      under: other.positionIds[0],
      text: "Elsewhere",
    });
    const strangers = [
      { kind: "position", id: other.positionIds[0] },
      { kind: "claim", id: claim.id },
      { kind: "edge", id: edges[0]?.id ?? "" },
    ] as const;
    for (const target of strangers) {
      const body = { target, side: "pro" as const, text: "Misplaced" };
      expect((await scene.member.refusal(addClaim, { params: ids, body })).status).toBe(404);
    }
    const params = { ...ids, claimId: claim.id };
    expect((await scene.member.refusal(withdrawClaim, { params })).status).toBe(404);
  });

  it("is written while people deliberate, not before and not after", async () => {
    for (const phase of ["framing", "voting", "decided", "archived"] as const) {
      const ids = await debateIn(scene, phase);
      const target = { kind: "position" as const, id: ids.positionIds[0] };
      const body = { target, side: "pro" as const, text: "Too early or too late" };
      expect(await scene.member.refusal(addClaim, { params: ids, body })).toMatchObject({
        type: "/problems/phase-forbids",
        detail: expect.stringContaining(phase),
      });
    }
  });

  it("that has stood until the vote stays as it is", async () => {
    const ids = await debateIn(scene);
    const { claim } = await say(scene.member, ids, {
      under: ids.positionIds[0],
      text: "On the record",
    });
    const before = await scene.member.call(readOutline, { params: ids });
    expect(before.can.change).toContain(claim.id);
    await moveTo(scene.author, ids, "voting");
    const params = { ...ids, claimId: claim.id };
    expect((await scene.member.refusal(withdrawClaim, { params })).type).toBe(
      "/problems/phase-forbids",
    );
    const after = await scene.member.call(readOutline, { params: ids });
    const can = { arrange: false, addPosition: false, addClaim: false, rate: true, change: [] };
    expect(after.can).toEqual(can);
  });
});

describe("a position", () => {
  it("is proposed by members, reworded and withdrawn by its author, with its history", async () => {
    const ids = await debateIn(scene, "framing");
    const position = await scene.member.call(addPosition, {
      params: ids,
      body: { title: "Both of them", text: "In **equal** parts." },
    });
    const params = { ...ids, positionId: position.id };
    const edit = { params, body: { version: 1, title: "Both", text: "In equal parts." } };
    expect((await scene.author.refusal(editPosition, edit)).status).toBe(403);
    await scene.member.call(editPosition, edit);
    const { items } = await scene.stranger.call(listPositionRevisions, { params });
    expect(items.map(({ text }) => text)).toEqual([
      "Both\n\nIn equal parts.",
      "Both of them\n\nIn **equal** parts.",
    ]);
    await scene.member.call(withdrawPosition, { params });
    const { positions } = await scene.stranger.call(readOutline, { params: ids });
    expect(positions.at(-1)).toMatchObject({
      title: "",
      text: "",
      withdrawnAt: expect.any(String),
    });
  });

  it("of the same title is not proposed twice", async () => {
    const ids = await debateIn(scene, "framing");
    const body = { title: "those who RUN it" };
    expect((await scene.member.refusal(addPosition, { params: ids, body })).type).toBe(
      "/problems/duplicate-text",
    );
  });

  it("that was withdrawn takes no more claims; those under it stay", async () => {
    const ids = await debateIn(scene);
    const [positionId] = ids.positionIds;
    await say(scene.member, ids, { under: positionId, text: "Said in time" });
    await scene.author.call(withdrawPosition, { params: { ...ids, positionId } });
    const body = {
      target: { kind: "position", id: positionId },
      side: "pro",
      text: "Late",
    } as const;
    expect((await scene.member.refusal(addClaim, { params: ids, body })).type).toBe(
      "/problems/withdrawn",
    );
    const { claims } = await scene.stranger.call(readOutline, { params: ids });
    expect(claims).toMatchObject([{ text: "Said in time" }]);
  });
});

describe("evidence", () => {
  it("is attached to anybody's claim, corrected and taken away by who brought it", async () => {
    const ids = await debateIn(scene);
    const { claim } = await say(scene.author, ids, {
      under: ids.positionIds[0],
      text: "Needs a source",
    });
    const evidence = await scene.member.call(addEvidence, {
      params: { ...ids, claimId: claim.id },
      body: source,
    });
    const params = { ...ids, evidenceId: evidence.id };
    const edit = { params, body: { ...source, version: 1, title: "The right title" } };
    expect((await scene.author.refusal(editEvidence, edit)).status).toBe(403);
    expect((await scene.author.refusal(withdrawEvidence, { params })).status).toBe(403);
    expect(await scene.member.call(editEvidence, edit)).toMatchObject({ version: 2 });
    const stale = { params, body: { ...edit.body, title: "Another", version: 1 } };
    expect((await scene.member.refusal(editEvidence, stale)).type).toBe("/problems/stale-version");
    await scene.member.call(withdrawEvidence, { params });
    await scene.member.call(withdrawEvidence, { params });
    const outline = await scene.stranger.call(readOutline, { params: ids });
    expect(outline.evidence).toEqual([]);
  });

  it("has an address that opens a page and can do nothing else", async () => {
    const ids = await debateIn(scene);
    const { claim } = await say(scene.author, ids, {
      under: ids.positionIds[0],
      text: "Needs a source",
    });
    const params = { ...ids, claimId: claim.id };
    for (const url of [
      "javascript:alert(1)",
      " jAvAsCrIpT:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "file:///etc/passwd",
      "ftp://example.org/a",
      "//example.org",
      "example.org",
      "https://user:pass@example.org/",
      "https://",
      `https://example.org/${"x".repeat(2_001)}`,
    ]) {
      const refused = { params, body: { ...source, url } };
      const { status } = await scene.member.refusal(addEvidence, refused);
      expect([url, status]).toEqual([url, 422]);
    }
    const kept = await scene.member.call(addEvidence, {
      params,
      body: { ...source, url: "HTTPS://Example.org/a b" },
    });
    expect(kept.url).toBe("https://example.org/a%20b");
  });
});

describe("the room of a debate", () => {
  it("hears everything that is written, in order, with all that is needed to show it", async () => {
    const ids = await debateIn(scene);
    const { heard } = await scene.stranger.listen(debateRoom(ids));
    const { claim } = await say(scene.member, ids, {
      under: ids.positionIds[0],
      text: "First words",
    });
    const params = { ...ids, claimId: claim.id };
    await scene.member.call(editClaim, { params, body: { version: 1, text: "Better words" } });
    const evidence = await scene.author.call(addEvidence, { params, body: source });
    await scene.author.call(withdrawEvidence, { params: { ...ids, evidenceId: evidence.id } });
    await scene.member.call(withdrawClaim, { params });
    const numbered = () =>
      heard.filter(({ seq, name }) => seq !== null && /^(claim|evidence)/.test(name));
    await until(() => numbered().length === 5);
    expect(numbered().map(({ name }) => name)).toEqual([
      "claim.added",
      "claim.changed",
      "evidence.added",
      "evidence.withdrawn",
      "claim.withdrawn",
    ]);
    const seqs = numbered().map(({ seq }) => seq ?? 0);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(numbered()[0]?.payload).toMatchObject({ claim, authors: [{ name: "Ben" }] });
    expect(JSON.stringify(numbered().at(-1)?.payload)).not.toContain("words");
  });
});
