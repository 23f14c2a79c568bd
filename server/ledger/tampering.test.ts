import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { poolBelow } from "#db/client.ts";
import * as contract from "#shared/contract/ledger.ts";
import { leafOf } from "#shared/ledger/entry.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { announceRestore } from "./public.ts";
import { act, headOf } from "./testing-scene.ts";
import { createWalk } from "./walk.ts";

let server: TestServer;
let owner: Person;
let visitor: Person;
let folder: string;
let ready: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "folkmoot-ledger-"));
  server = await startTestServer({ ledgerFolder: folder });
  owner = await server.person("Olga");
  visitor = server.visitor();
  ready = await Promise.all(Array.from({ length: 17 }, makeSigned));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const size = 40;

/** The next community whose ledger is signed, and in order. */
function signed(): string {
  const next = ready.pop();
  if (next === undefined) throw new Error("make more communities");
  return next;
}

async function makeSigned(): Promise<string> {
  const { communityId } = await addCommunity(server, owner);
  await act(server, communityId, 20);
  await headOf(visitor, communityId, 20);
  await act(server, communityId, 20);
  await headOf(visitor, communityId, size);
  return communityId;
}

/** What the server finds wrong with one ledger, once it has looked, as its health says. */
async function found(communityId: string): Promise<unknown> {
  await server.checkLedgers();
  const response = await visitor.send("/healthz");
  const { ledgers = [] } = (await response.json()) as { ledgers?: { communityId: string }[] };
  expect(response.status).toBe(ledgers.length === 0 ? 200 : 503);
  return ledgers.find((one) => one.communityId === communityId);
}

const entryIs = (seq: number) =>
  `act.community_id = $1 and act.id = (
    select act_id from ledger_entries where community_id = $1 and seq = ${seq})`;

describe("a server notices, with the entry,", () => {
  it("nothing where nothing was touched", async () => {
    expect(await found(signed())).toBeUndefined();
  });

  it.each([
    [
      "an edited act",
      `update ledger_acts act set payload = '{"n": 99}' where ${entryIs(7)}`,
      { fault: "entry-changed", seq: 7 },
    ],
    [
      "an act of another time",
      `update ledger_acts act set time = time + interval '1 ms' where ${entryIs(39)}`,
      { fault: "entry-changed", seq: 39 },
    ],
    [
      "a removed act",
      `delete from ledger_acts act where ${entryIs(12)}`,
      { fault: "entry-missing", seq: 12 },
    ],
    [
      "a removed entry",
      "delete from ledger_entries where community_id = $1 and seq = 12",
      { fault: "entry-missing", seq: 12 },
    ],
    [
      "a removed tail",
      "delete from ledger_entries where community_id = $1 and seq >= 35",
      { fault: "shorter-than-signed", seq: 35 },
    ],
    [
      "another node",
      "update ledger_nodes set hash = sha256(hash) where community_id = $1 and level = 4 and index = 1",
      { fault: "tree-changed", seq: 16 },
    ],
    [
      "a checkpoint that nobody signed",
      `insert into ledger_checkpoints select community_id, 30, time, replace(note, '40', '30'), signed_by
       from ledger_checkpoints where community_id = $1 and size = 40`,
      { fault: "checkpoint-changed", seq: 29 },
    ],
    [
      "an act that never got a number",
      `insert into ledger_acts select community_id, gen_random_uuid(), time, kind, actor, subject, payload
       from ledger_acts where community_id = $1 limit 1`,
      { fault: "act-unnumbered", seq: null },
    ],
  ])("%s", async (_what, sql, expected) => {
    const communityId = signed();
    await server.sql(sql, [communityId]);
    expect(await found(communityId)).toEqual({ communityId, ...expected });
  });

  it("two entries that changed places", async () => {
    const communityId = signed();
    const swap = (from: number, to: number) =>
      server.sql(
        `update ledger_entries set seq = ${to} where community_id = $1 and seq = ${from}`,
        [communityId],
      );
    await swap(5, 1_000);
    await swap(9, 5);
    await swap(1_000, 9);
    const problem = { communityId, fault: "entry-changed", seq: 5 };
    expect(await found(communityId)).toEqual(problem);
  });

  it("a history that was rewritten with all its hashes", async () => {
    const communityId = signed();
    const params = { communityId };
    const query = { start: 38, end: 38 };
    const { items } = await visitor.call(contract.listLedgerEntries, { params, query });
    const [{ entry } = { entry: undefined }] = items;
    if (!entry) throw new Error("there is an entry 38");
    const other = { ...entry, payload: { n: "never happened" } };
    await server.sql(`update ledger_acts act set payload = $2 where ${entryIs(38)}`, [
      communityId,
      JSON.stringify(other.payload),
    ]);
    await server.sql(
      "update ledger_entries set leaf_hash = $2 where community_id = $1 and seq = 38",
      [communityId, Buffer.from(leafOf(other))],
    );
    // Something since the checkpoint before is another than what was signed.
    const problem = { communityId, fault: "other-than-signed", seq: 20 };
    expect(await found(communityId)).toEqual(problem);
    // What contradicts it is not signed either.
    await act(server, communityId);
    await new Promise((go) => setTimeout(go, 1_500));
    expect((await headOf(visitor, communityId)).checkpoint.size).toBe(size);
  });

  it("and finds in order what was put back", async () => {
    const communityId = signed();
    const edit = (from: string, to: string) =>
      server.sql(
        `update ledger_acts act set kind = '${to}' where kind = '${from}' and ${entryIs(3)}`,
        [communityId],
      );
    await edit("test.acted", "test.invented");
    expect(await found(communityId)).toMatchObject({ fault: "entry-changed", seq: 3 });
    await edit("test.invented", "test.acted");
    expect(await found(communityId)).toBeUndefined();
  });
});

describe("looking at a ledger", () => {
  it("leaves everybody else a turn between two signatures", async () => {
    let turns = 0;
    let next = setImmediate(function count() {
      turns += 1;
      next = setImmediate(count);
    });
    const turnsBefore: number[] = [];
    const walk = createWalk(signed(), () => {
      turnsBefore.push(turns);
      return true;
    });
    expect(await walk.step(poolBelow(server.deps.db), size)).toBeUndefined();
    clearImmediate(next);
    expect(walk.done).toBe(size);
    expect(turnsBefore).toHaveLength(2);
    expect(turnsBefore[1]).toBeGreaterThan(turnsBefore[0] ?? Number.POSITIVE_INFINITY);
  });
});

describe("an older backup", () => {
  async function restore(communityId: string): Promise<void> {
    for (const sql of [
      `delete from ledger_acts act using ledger_entries entry where entry.community_id = $1
         and act.community_id = $1 and act.id = entry.act_id and entry.seq >= 20`,
      "delete from ledger_entries where community_id = $1 and seq >= 20",
      "delete from ledger_nodes where community_id = $1 and level = 4 and index >= 1",
      "delete from ledger_checkpoints where community_id = $1 and size > 20",
    ]) {
      await server.sql(sql, [communityId]);
    }
  }

  it("is noticed, as this server remembers what it signed, and nothing shorter is signed", async () => {
    const communityId = signed();
    const before = await headOf(visitor, communityId);
    await restore(communityId);
    const problem = { communityId, fault: "shorter-than-signed", seq: 20 };
    expect(await found(communityId)).toEqual(problem);
    await act(server, communityId, 3);
    await new Promise((go) => setTimeout(go, 1_500));
    expect((await headOf(visitor, communityId)).checkpoint.size).toBe(20);

    // Whoever restored it says so: the ledger tells everybody, and goes on from there.
    await announceRestore(folder);
    const after = await headOf(visitor, communityId, 24);
    expect(await found(communityId)).toBeUndefined();
    const params = { communityId };
    const query = { kind: "ledger.restored" };
    const { items } = await visitor.call(contract.listLedgerEntries, { params, query });
    expect(items.map(({ entry }) => [entry.seq, entry.payload])).toEqual([
      [20, { size: 20, signedSize: size, signedRoot: toBase64(before.checkpoint.root) }],
    ]);
    expect(after.checkpoint.size).toBe(24);
  });
});
