import { parse } from "csv-parse/sync";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { participants } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { ledgerActs } from "#db/schema/platform.ts";
import { responseHistory, responses, statements } from "#db/schema/statements.ts";
import { accountRoom } from "#shared/contract/event.ts";
import { listStatements, nextStatements, respond } from "#shared/contract/statements.ts";
import { cancelImport, listImports, readImport } from "#shared/contract/transfer.ts";
import { countResponses } from "../statements/public.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  addPlace,
  begin,
  ended,
  packed,
  rowCounts,
  seattle,
  smallExport,
  unpacked,
  upload,
  vTaiwan,
} from "./testing.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface VoteRow {
  readonly timestamp: string;
  readonly "comment-id": string;
  readonly "voter-id": string;
  readonly vote: string;
}

/** The last votes, made from the file without any of the importer's code. */
function lastVotes(conversation: string) {
  const rows: VoteRow[] = parse(unpacked(conversation, "votes.csv"), { columns: true });
  const last = new Map<string, { time: number; vote: number; comment: number }>();
  for (const row of rows) {
    const time = Number(row.timestamp);
    const key = `${row["comment-id"]} ${row["voter-id"]}`;
    const known = last.get(key);
    if (known && known.time > time) continue;
    last.set(key, { time, vote: Number(row.vote), comment: Number(row["comment-id"]) });
  }
  return { events: rows.length, last };
}

type Triple = [agrees: number, disagrees: number, passes: number];

function countsByNumber(conversation: string): Map<number, Triple> {
  const counts = new Map<number, Triple>();
  for (const { vote, comment } of lastVotes(conversation).last.values()) {
    const triple = counts.get(comment) ?? [0, 0, 0];
    triple[vote === 1 ? 0 : vote === -1 ? 1 : 2] += 1;
    counts.set(comment, triple);
  }
  return counts;
}

type Place = Awaited<ReturnType<typeof addPlace>>;

/** What the product shows: every statement with its counts, by the number of the source. */
async function shownCounts({ communityId, moderator }: Place, debateId: string) {
  await server.deps.db.update(debates).set({ phase: "decided" }).where(eq(debates.id, debateId));
  const found = new Map<number, Triple>();
  for (const status of ["shown", "hidden"] as const) {
    let after: string | undefined;
    do {
      const { items, next } = await moderator.call(listStatements, {
        params: { communityId, debateId },
        query: { status, limit: 100, after },
      });
      for (const { sourceNumber, counts } of items) {
        const { agrees = 0, disagrees = 0, passes = 0 } = counts ?? {};
        found.set(sourceNumber ?? -1, [agrees, disagrees, passes]);
      }
      after = next ?? undefined;
    } while (after !== undefined);
  }
  return found;
}

const all = ["comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"];
const filesOf = (conversation: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`${name}.gz`, packed(conversation, name)]));

describe("vTaiwan's conversation", () => {
  it("comes in with counts that equal the source's, people and hidden statements included", async () => {
    const place = await addPlace(server);
    const { heard } = await place.moderator.listen(
      accountRoom({ accountId: place.moderator.accountId }),
    );
    const { db } = server.deps;
    const begun = await begin(place.moderator, place.communityId, {
      files: filesOf(vTaiwan, all),
      fields: { language: "zh-TW", topic: "governance", attribution: "CC BY 4.0" },
    });
    expect(begun).toMatchObject({ status: "running", by: { name: "Mor" }, can: { cancel: true } });
    const done = await ended(place.moderator, begun);
    expect(done).toMatchObject({
      status: "done",
      title: "UberX 自用車載客 — vTaiwan.tw",
      problem: null,
      report: {
        statements: 197,
        hiddenStatements: 78,
        people: 1_921,
        responses: 49_443,
        events: 49_997,
        notes: [],
        differences: [],
      },
    });
    const debateId = done.debateId ?? "";
    const ids = { communityId: place.communityId, debateId };
    expect(await countResponses(db, ids)).toEqual({
      responses: 49_443,
      people: 1_921,
      visitors: null,
    });
    expect(await shownCounts(place, debateId)).toEqual(
      withoutVotes(countsByNumber(vTaiwan), vTaiwan),
    );

    const [debate] = await db.select().from(debates).where(eq(debates.id, debateId));
    expect(debate).toMatchObject({ language: "zh-TW", attribution: "CC BY 4.0" });
    expect(debate?.context).toContain("線上叫車");

    const history = await db
      .select()
      .from(responseHistory)
      .where(eq(responseHistory.debateId, debateId))
      .orderBy(asc(responseHistory.id));
    expect(history).toHaveLength(49_997);
    expect(history[0]?.respondedAt.getTime()).toBe(1_435_654_192_085);
    const latest = await db.select().from(responses).where(eq(responses.debateId, debateId));
    const times = latest.map(({ respondedAt }) => respondedAt.getTime());
    const expected = [...lastVotes(vTaiwan).last.values()].map(({ time }) => time);
    const inOrder = (some: readonly number[]) => some.toSorted((a, b) => a - b);
    expect(inOrder(times)).toEqual(inOrder(expected));

    const people = await db
      .select()
      .from(participants)
      .where(
        and(eq(participants.communityId, place.communityId), eq(participants.kind, "imported")),
      );
    expect(people.length).toBeGreaterThanOrEqual(1_921);
    expect(people.every(({ name }) => /^Participant \d+$/.test(name))).toBe(true);

    const acts = await db.select().from(ledgerActs).where(eq(ledgerActs.subject, debateId));
    expect(acts).toMatchObject([{ kind: "debate.imported", payload: { responses: 49_443 } }]);
    const told = heard.filter(({ name }) => name === "import.progressed");
    expect(JSON.stringify(told.at(-1))).toContain('"status":"done"');
  }, 120_000);
});

/** Statements that nobody voted on have no row among the votes. */
function withoutVotes(counts: Map<number, Triple>, conversation: string): Map<number, Triple> {
  const rows: { "comment-id": string }[] = parse(unpacked(conversation, "comments.csv"), {
    columns: true,
  });
  return new Map(
    rows.map((row) => {
      const number = Number(row["comment-id"]);
      return [number, counts.get(number) ?? [0, 0, 0]];
    }),
  );
}

describe("Seattle's conversation", () => {
  it.each([
    ["its history alone", ["comments.csv", "votes.csv"], 2_995],
    ["its matrix alone", ["comments.csv", "participants-votes.csv"], 2_872],
    ["all its files", all, 2_995],
  ])("comes in from %s with the same counts", async (_, names, events) => {
    const place = await addPlace(server);
    const question = "What should the minimum wage be?";
    const begun = await begin(place.owner, place.communityId, {
      files: filesOf(seattle, names),
      fields: { question },
    });
    const done = await ended(place.owner, begun);
    expect(done).toMatchObject({ status: "done", title: question });
    expect(done.report).toMatchObject({ people: 339, responses: 2_872, events, statements: 54 });
    expect(await shownCounts(place, done.debateId ?? "")).toEqual(
      withoutVotes(countsByNumber(seattle), seattle),
    );
  });

  it("can be answered like any other debate", async () => {
    const place = await addPlace(server);
    const { debateId } = await ended(
      place.owner,
      await begin(place.owner, place.communityId, { files: filesOf(seattle, all) }),
    );
    const params = { communityId: place.communityId, debateId: debateId ?? "" };
    const { items, progress } = await place.member.call(nextStatements, { params });
    expect(progress.responded).toBe(0);
    const [card] = items;
    const before = countsByNumber(seattle).get(card?.sourceNumber ?? -1) ?? [0, 0, 0];
    const reply = await place.member.call(respond, {
      params: { ...params, statementId: card?.id ?? "" },
      body: { value: 1 },
    });
    expect(reply.counts).toEqual({
      agrees: before[0] + 1,
      disagrees: before[1],
      passes: before[2],
    });
  });
});

describe("an import under way", () => {
  it("leaves nothing when it is cancelled", async () => {
    const place = await addPlace(server);
    const before = await rowCounts(server);
    const begun = await begin(place.owner, place.communityId, { files: filesOf(vTaiwan, all) });
    const params = { communityId: place.communityId, importId: begun.id };
    for (let left = 200; left > 0; left -= 1) {
      const { stage } = await place.owner.call(readImport, { params });
      if (stage !== "reading") break;
      await new Promise((go) => setTimeout(go, 20));
    }
    const cancelled = await place.moderator.call(cancelImport, { params });
    expect(cancelled).toMatchObject({ status: "cancelled", debateId: null });
    await new Promise((go) => setTimeout(go, 1_000));
    expect(await rowCounts(server)).toEqual(before);
    expect(await place.moderator.call(cancelImport, { params })).toEqual(cancelled);
  });

  it("does not hinder another at the same time", async () => {
    const place = await addPlace(server);
    const begun = await Promise.all([
      begin(place.owner, place.communityId, { files: filesOf(vTaiwan, all) }),
      begin(place.moderator, place.communityId, { files: filesOf(seattle, all) }),
    ]);
    const [first, second] = await Promise.all(begun.map((one) => ended(place.owner, one)));
    expect(first?.report?.responses).toBe(49_443);
    expect(second?.report?.responses).toBe(2_872);
    const { items } = await place.owner.call(listImports, {
      params: { communityId: place.communityId },
    });
    expect(items.map(({ status }) => status)).toEqual(["done", "done"]);
  });

  it("is begun once when the same request comes twice", async () => {
    const place = await addPlace(server);
    const options = { files: filesOf(seattle, all), key: crypto.randomUUID() };
    const first = await begin(place.owner, place.communityId, options);
    const again = await begin(place.owner, place.communityId, options);
    expect(again).toEqual(first);
    await ended(place.owner, first);
    const { items } = await place.owner.call(listImports, {
      params: { communityId: place.communityId },
    });
    expect(items).toHaveLength(1);
  });

  it("takes three at a time, and says so to the fourth", async () => {
    const place = await addPlace(server);
    const replies = await Promise.all(
      Array.from({ length: 5 }, () =>
        upload(place.owner, place.communityId, { files: filesOf(vTaiwan, all) }),
      ),
    );
    const codes = replies.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(codes).toEqual([200, 200, 200, 429, 429]);
    const { items } = await place.owner.call(listImports, {
      params: { communityId: place.communityId },
    });
    for (const { id } of items) {
      await place.owner.call(cancelImport, {
        params: { communityId: place.communityId, importId: id },
      });
    }
    await new Promise((go) => setTimeout(go, 1_500));
    const begun = await begin(place.owner, place.communityId, { files: smallFiles() });
    expect((await ended(place.owner, begun)).status).toBe("done");
  });
});

const smallFiles = () => ({ ...smallExport, "summary.csv": unpacked(seattle, "summary.csv") });

it("keeps a statement's text as its author wrote it", async () => {
  const place = await addPlace(server);
  const done = await ended(
    place.owner,
    await begin(place.owner, place.communityId, { files: smallFiles() }),
  );
  const [row] = await server.deps.db
    .select()
    .from(statements)
    .where(and(eq(statements.debateId, done.debateId ?? ""), eq(statements.sourceNumber, 48)));
  expect(row?.text).toContain("Businesses, small or large, shouldn't be able to pay workers");
  expect(row?.createdAt.getTime()).toBe(1_403_067_224_363);
});
