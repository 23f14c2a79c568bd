import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { imports } from "#db/schema/transfer.ts";
import { accountRoom } from "#shared/contract/event.ts";
import { cancelImport, listImports, readImport } from "#shared/contract/transfer.ts";
import { createDatabase } from "#db/testing.ts";
import { startServerOn } from "../testing/server-on.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  addPlace,
  begin,
  ended,
  type Files,
  packed,
  rowCounts,
  seattle,
  smallExport,
  upload,
  vTaiwan,
} from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const comments = smallExport["comments.csv"];
const votes = smallExport["votes.csv"];
const question = "What should the minimum wage be?";
const matrix = "participant,n-agree,n-disagree,";

/** Replaces one cell; the first row is number 1, as in a spreadsheet. */
function withCell(text: string, row: number, change: (line: string) => string): string {
  const lines = text.split("\n");
  return lines.map((line, at) => (at === row - 1 ? change(line) : line)).join("\n");
}

/** Some 40 kB that unpack to 40 MB of empty lines. */
const gzipBomb = () => {
  const lines = gzipSync(Buffer.alloc(8 * 1024 * 1024, "\n"));
  return Buffer.concat([gzipSync("timestamp,comment-id,voter-id,vote"), ...Array(5).fill(lines)]);
};

interface Wrong {
  readonly files: Files;
  readonly problem: { rule: string; file: string; row?: number | null; column?: string | null };
  readonly says: RegExp;
}

const wrongs: Record<string, () => Wrong> = {
  "a header without a column": () => ({
    files: { "comments.csv": comments.replace("comment-body", "text"), "votes.csv": votes },
    problem: { rule: "missing-column", file: "comments.csv", row: 1, column: "comment-body" },
    says: /comments\.csv, row 1, column "comment-body"/,
  }),
  "a vote of 2": () => ({
    files: {
      "comments.csv": comments,
      "votes.csv": withCell(votes, 7, (line) => line.replace(/,-?[01]$/, ",2")),
    },
    problem: { rule: "vote", file: "votes.csv", row: 7, column: "vote" },
    says: /a vote is -1, 0 or 1 \(found: "2"\)/,
  }),
  "a vote on a comment that is not there": () => ({
    files: {
      "comments.csv": comments,
      "votes.csv": withCell(votes, 9, (line) => line.replace(/,0,(\d+),/, ",999,$1,")),
    },
    problem: { rule: "unknown-comment", file: "votes.csv", row: 9, column: "comment-id" },
    says: /must be on a comment of comments\.csv/,
  }),
  "a row that is cut off": () => ({
    files: { "comments.csv": comments, "votes.csv": votes.slice(0, -12) },
    problem: { rule: "row-length", file: "votes.csv", row: 2_996 },
    says: /as many cells as the header/,
  }),
  "more comments than a debate holds": () => ({
    files: {
      "comments.csv": [
        comments.split("\n")[0],
        ...Array.from({ length: 20_001 }, (_, id) => `1403054214,,${id},1,0,0,1,Well ${id}`),
      ].join("\n"),
      "votes.csv": votes,
    },
    problem: { rule: "many-statements", file: "comments.csv" },
    says: /up to 20,000 statements.*Divide it into several debates/,
  }),
  "a quote that is never closed": () => ({
    files: { "comments.csv": `${comments}1403054214,,99,1,0,0,1,"never`, "votes.csv": votes },
    problem: { rule: "csv", file: "comments.csv" },
    says: /quotes closed/,
  }),
  "bytes that are no text": () => ({
    files: { "comments.csv": comments, "votes.csv": Buffer.from([0xff, 0xfe, 0, 1, 2, 3]) },
    problem: { rule: "encoding", file: "votes.csv" },
    says: /UTF-8/,
  }),
  "text in another encoding": () => ({
    files: { "comments.csv": comments, "votes.csv": Buffer.from("timestamp,caf\xe9\n", "latin1") },
    problem: { rule: "encoding", file: "votes.csv" },
    says: /UTF-8/,
  }),
  "a packed file that is cut off": () => ({
    files: {
      "comments.csv": comments,
      "votes.csv.gz": packed(seattle, "votes.csv").subarray(0, 4_000),
    },
    problem: { rule: "packed-badly", file: "votes.csv" },
    says: /packed by gzip/,
  }),
  "a small file that unpacks to a hundred times its size": () => ({
    files: { "comments.csv": comments, "votes.csv.gz": gzipBomb() },
    problem: { rule: "unpacked-size", file: "votes.csv" },
    says: /a hundred times its packed size/,
  }),
  "a row without an end": () => ({
    files: { "comments.csv": comments, "votes.csv.gz": gzipSync(Buffer.alloc(4_000_000, ",")) },
    problem: { rule: "long-row", file: "votes.csv" },
    says: /not longer/,
  }),
  "an empty file": () => ({
    files: { "comments.csv": comments, "votes.csv": "" },
    problem: { rule: "missing-column", file: "votes.csv", row: 1 },
    says: /the header must name this column/,
  }),
  "files that do not tell which sign means agree": () => ({
    files: {
      "comments.csv":
        "timestamp,comment-id,author-id,moderated,comment-body\n1403054214,0,9,1,Yes?\n",
      "participants-votes.csv": `${matrix}0\n1,1,1,1\n2,1,1,-1\n`,
    },
    problem: { rule: "ambiguous-sign", file: "participants-votes.csv" },
    says: /Say with the import which sign means agree; nothing was stored/,
  }),
};

describe("files that can't be imported", () => {
  it.each(Object.entries(wrongs))(
    "%s: told where and why, and nothing is stored",
    async (_, make) => {
      const place = await addPlace(server);
      const { files, problem, says } = make();
      const before = await rowCounts(server);
      const failed = await ended(
        place.owner,
        await begin(place.owner, place.communityId, { files, fields: { question } }),
      );
      expect(failed).toMatchObject({ status: "failed", debateId: null, report: null, problem });
      expect(failed.problem?.detail).toMatch(says);
      expect(failed.problem?.detail).toMatch(/nothing was stored\.$/);
      expect(await rowCounts(server)).toEqual(before);
    },
  );

  it("an export without a question: asked for", async () => {
    const place = await addPlace(server);
    const failed = await ended(
      place.owner,
      await begin(place.owner, place.communityId, { files: smallExport }),
    );
    expect(failed.problem).toMatchObject({ rule: "no-question" });
  });

  it.each([
    ["no comments", { "votes.csv": votes }, /comments\.csv/],
    ["no votes", { "comments.csv": comments }, /votes\.csv/],
    ["a name that is unknown", { ...smallExport, "notes.txt": "x" }, /known by its name/],
    ["a file twice", { ...smallExport, "old-votes.csv": votes }, /given once/],
    ["no files at all", {}, /comments\.csv/],
  ])("%s: refused at once", async (_, files: Files, says) => {
    const place = await addPlace(server);
    const reply = await upload(place.owner, place.communityId, { files, fields: { question } });
    expect(reply.status).toBe(422);
    const problem = (await reply.json()) as { type: string; detail: string };
    expect(problem.type).toBe("/problems/import-invalid");
    expect(problem.detail).toMatch(says);
    const params = { communityId: place.communityId };
    expect((await place.owner.call(listImports, { params })).items).toEqual([]);
  });

  it("a file of more than 50 MB: refused while it arrives", async () => {
    const place = await addPlace(server);
    const large = Buffer.alloc(50 * 1024 * 1024 + 1, "x");
    const files = { ...smallExport, "participants-votes.csv": large };
    const reply = await upload(place.owner, place.communityId, { files, fields: { question } });
    expect(reply.status).toBe(413);
    expect(((await reply.json()) as { detail: string }).detail).toContain("participants-votes.csv");
  });

  it("a field that is not one of the form: refused", async () => {
    const place = await addPlace(server);
    for (const fields of [{ communityId: place.communityId }, { topic: "weather" }]) {
      const reply = await upload(place.owner, place.communityId, { files: smallExport, fields });
      expect(reply.status).toBe(422);
    }
  });

  it("what is no form: refused", async () => {
    const place = await addPlace(server);
    for (const type of ["application/json", "text/csv", "multipart/form-data"]) {
      const reply = await place.owner.send(`/api/communities/${place.communityId}/imports`, {
        method: "POST",
        headers: { "idempotency-key": crypto.randomUUID(), "content-type": type },
        body: "{}",
      });
      expect([415, 422]).toContain(reply.status);
    }
  });
});

describe("who may import", () => {
  it("are moderators and owners; others are refused before a byte of a file is read", async () => {
    const place = await addPlace(server);
    const foreign = await addPlace(server);
    const files = smallExport;
    const status = async (person: typeof place.owner) =>
      (await upload(person, place.communityId, { files, fields: { question } })).status;
    expect(await status(server.visitor())).toBe(401);
    expect(await status(foreign.owner)).toBe(403);
    expect(await status(place.member)).toBe(403);
    expect(await status(place.moderator)).toBe(200);
    const params = { communityId: place.communityId };
    const [mine] = (await place.moderator.call(listImports, { params })).items;
    const one = { params: { ...params, importId: mine?.id ?? "" } };
    for (const [person, code] of [
      [server.visitor(), 401],
      [foreign.owner, 403],
      [place.member, 403],
    ] as const) {
      expect((await person.refusal(listImports, { params })).status).toBe(code);
      expect((await person.refusal(readImport, one)).status).toBe(code);
      expect((await person.refusal(cancelImport, one)).status).toBe(code);
    }
    const elsewhere = { params: { communityId: foreign.communityId, importId: mine?.id ?? "" } };
    expect((await foreign.owner.refusal(readImport, elsewhere)).status).toBe(404);
    expect((await foreign.owner.refusal(cancelImport, elsewhere)).status).toBe(404);
  });

  it("gives a stranger of a private community the 404 of none", async () => {
    const place = await addPlace(server, { isPrivate: true });
    const foreign = await addPlace(server);
    for (const person of [server.visitor(), foreign.owner]) {
      const files = smallExport;
      const found = await upload(person, place.communityId, { files });
      const none = await upload(person, server.deps.random.id(), { files });
      expect([found.status, await found.text()]).toEqual([404, await none.text()]);
      const params = { communityId: place.communityId };
      expect((await person.refusal(listImports, { params })).status).toBe(404);
    }
  });

  it("hears of its progress alone", async () => {
    const place = await addPlace(server);
    const room = accountRoom({ accountId: place.owner.accountId });
    expect((await place.moderator.listen(room)).joined).toEqual({ joined: false });
  });
});

describe("an import whose process ends", () => {
  it("is told as interrupted once it is silent, and can be begun anew", async () => {
    const place = await addPlace(server);
    const id = server.deps.random.id();
    await server.deps.db.insert(imports).values({
      communityId: place.communityId,
      id,
      kind: "polis",
      byId: place.ownerId,
      status: "running",
      seenAt: new Date(Date.now() - 60_000),
    });
    const found = await place.owner.call(readImport, {
      params: { communityId: place.communityId, importId: id },
    });
    expect(found).toMatchObject({ status: "failed", problem: { rule: "interrupted" } });
  });

  it("stops with the server, stores nothing, and says why", async () => {
    const database = await createDatabase();
    const first = await startServerOn({ ...database, drop: () => Promise.resolve() });
    const place = await addPlace(first);
    const before = await rowCounts(first);
    const files = {
      "comments.csv.gz": packed(vTaiwan, "comments.csv"),
      "votes.csv.gz": packed(vTaiwan, "votes.csv"),
    };
    const begun = await begin(place.owner, place.communityId, { files, fields: { question } });
    const params = { communityId: place.communityId, importId: begun.id };
    for (let left = 300; left > 0; left -= 1) {
      const { stage } = await place.owner.call(readImport, { params });
      if (stage === "responses" || stage === "history") break;
      await new Promise((go) => setTimeout(go, 10));
    }
    await first.close();
    const second = await startServerOn(database);
    const [row] = await second.deps.db.select().from(imports).where(eq(imports.id, begun.id));
    expect(row).toMatchObject({ status: "failed", problem: { rule: "interrupted" } });
    expect(await rowCounts(second)).toEqual(before);
    await second.close();
  });
});
