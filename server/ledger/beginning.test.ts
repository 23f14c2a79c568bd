import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { createDatabase } from "#db/testing.ts";
import * as contract from "#shared/contract/ledger.ts";
import { commitmentTo } from "#shared/ledger/entry.ts";
import { until } from "../decisions/testing-scene.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startServerOn } from "../testing/server-on.ts";
import { act, exportOf, hash, headOf, signersOf } from "./testing-scene.ts";

/** What parts words from acts that were done before there was a ledger. */
async function wordsMigration(): Promise<string> {
  const folder = path.join(projectFolder, "db/migrations");
  const name = (await readdir(folder)).find((file) => file.endsWith("_ledger_words.sql"));
  return readFile(path.join(folder, name ?? ""), "utf8");
}

const keyOf = async (reader: Person, communityId: string) =>
  (await reader.call(contract.listLedgerWitnesses, { params: { communityId } })).verifierKey;

it("a new key is named in an entry that the old one signs, and signs from then on", async () => {
  const database = await createDatabase();
  const former = "what signed at first, in this test alone";
  const keep = { ...database, drop: () => Promise.resolve() };
  const before = await startServerOn(keep, { signingKey: former });
  const { communityId } = await addCommunity(before, await before.person("Olga"));
  await act(before, communityId, 5);
  await headOf(before.visitor(), communityId, 5);
  const oldKey = await keyOf(before.visitor(), communityId);
  await before.close();

  const after = await startServerOn(database, { formerSigningKey: former });
  const reader = after.visitor();
  try {
    const { note } = await headOf(reader, communityId, 6);
    const newKey = await keyOf(reader, communityId);
    expect(newKey).not.toBe(oldKey);
    expect(signersOf(note, [oldKey])).toHaveLength(1);
    expect(signersOf(note, [newKey])).toHaveLength(1);
    await act(after, communityId);
    const later = await headOf(reader, communityId, 7);
    expect(signersOf(later.note, [oldKey])).toEqual([]);
    expect(signersOf(later.note, [newKey])).toHaveLength(1);
    const [header, ...lines] = await exportOf(reader, communityId);
    expect(header).toMatchObject({
      verifierKey: newKey,
      keys: [
        { verifierKey: oldKey, to: 5 },
        { verifierKey: newKey, from: 6 },
      ],
    });
    const rotations = lines.filter((one) => one.type === "entry" && one.entry.seq === 5);
    expect(rotations).toMatchObject([
      {
        entry: {
          kind: "ledger.key-rotated",
          payload: { from: oldKey, to: newKey, isVouchedFor: true },
        },
      },
    ]);
    await after.checkLedgers();
    expect((await reader.send("/healthz")).status).toBe(200);
  } finally {
    await after.close();
  }
});

it("a key that was put aside never signs again, as where servers take turns with a key of each their own", async () => {
  const database = await createDatabase();
  const keep = { ...database, drop: () => Promise.resolve() };
  const former = "what signed at first, and must not come back";
  const first = await startServerOn(keep, { signingKey: former });
  const { communityId } = await addCommunity(first, await first.person("Olga"));
  await act(first, communityId, 3);
  await headOf(first.visitor(), communityId, 3);
  await first.close();
  const second = await startServerOn(keep);
  await headOf(second.visitor(), communityId, 4);
  await second.close();

  const again = await startServerOn(database, { signingKey: former });
  try {
    await act(again, communityId);
    await until(async () => (await again.visitor().send("/healthz")).status === 503);
    expect(again.deps.ledgers.problems()).toEqual([
      { communityId, fault: "key-retired", seq: null },
    ]);
    await again.checkLedgers();
    expect((await again.visitor().send("/healthz")).status).toBe(503);
    expect((await headOf(again.visitor(), communityId, 4)).checkpoint.size).toBe(4);
  } finally {
    await again.close();
  }
});

it("acts of before there was a ledger come first, and it says how many they are", async () => {
  const database = await createDatabase();
  const keep = { ...database, drop: () => Promise.resolve() };
  const before = await startServerOn(keep);
  const { communityId } = await addCommunity(before, await before.person("Olga"));
  await before.close();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(
    `insert into ledger_acts select $1, gen_random_uuid(), '2026-01-31'::timestamptz - n * interval '1 day',
       'debate.phase-moved', null, n::text, '{"to": "voting", "reason": "Ada asked for it"}'
     from generate_series(1, 30) n`,
    [communityId],
  );
  await client.query(await wordsMigration());
  await client.end();
  const after = await startServerOn(database);
  try {
    await act(after, communityId);
    await headOf(after.visitor(), communityId, 32);
    const params = { communityId };
    const { items } = await after.visitor().call(contract.listLedgerEntries, { params });
    expect(items.map(({ entry }) => entry.subject).slice(0, 30)).toEqual(
      Array.from({ length: 30 }, (_, at) => String(30 - at)),
    );
    expect(items.slice(30).map(({ entry }) => entry.kind)).toEqual(["ledger.begun", "test.acted"]);
    // What people wrote then stands apart by now, as it does from the beginning elsewhere.
    const [{ entry, words } = { entry: undefined, words: [] }] = items;
    expect(words).toMatchObject([{ field: "reason", value: "Ada asked for it" }]);
    const reason = commitmentTo(hash(words[0]?.salt ?? ""), "Ada asked for it");
    expect(entry?.payload).toEqual({ to: "voting", reason });
    expect(items[30]?.entry.payload).toEqual({ acts: 30, until: "2026-01-30T00:00:00.000Z" });
  } finally {
    await after.close();
  }
});
