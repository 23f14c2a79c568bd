import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communityRoom } from "#shared/contract/event.ts";
import * as contract from "#shared/contract/ledger.ts";
import { commitmentTo, entryText, leafOf } from "#shared/ledger/entry.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { createGrowth } from "#shared/merkle/growth.ts";
import { isConsistent, isIncluded } from "#shared/merkle/tree.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { until } from "../decisions/testing-scene.ts";
import { act, createWitness, exportOf, hash, headOf, signersOf } from "./testing-scene.ts";

let server: TestServer;
let owner: Person;
let visitor: Person;
let communityId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga");
  visitor = server.visitor();
  ({ communityId } = await addCommunity(server, owner));
  await act(server, communityId, 40);
});
afterAll(() => server.close());

const params = () => ({ communityId });

const told = (heard: readonly { name: string; payload: unknown }[]) =>
  heard.flatMap(({ name, payload }) =>
    name === "ledger.signed" ? [contract.ledgerSigned.payload.parse(payload)] : [],
  );

describe("a public act", () => {
  it("is numbered in the order in which acts were done, in a checkpoint of which whoever looks is told", async () => {
    const { heard } = await visitor.listen(communityRoom({ communityId }));
    await act(server, communityId);
    const { checkpoint } = await headOf(visitor, communityId, 41);
    await until(async () => told(heard).some(({ size }) => size === 41));
    const { items, size } = await visitor.call(contract.listLedgerEntries, { params: params() });
    expect([size, checkpoint.size]).toEqual([41, 41]);
    expect(items.map(({ entry }) => entry.seq)).toEqual(Array.from({ length: 41 }, (_, at) => at));
    expect(items.slice(0, 40).map(({ entry }) => entry.payload["n"])).toEqual(
      Array.from({ length: 40 }, (_, at) => at),
    );
  });

  it("is a leaf of the signed tree, as everybody can prove", async () => {
    const { note, checkpoint } = await headOf(visitor, communityId, 41);
    expect(checkpoint.origin).toBe(`localhost/${communityId}`);
    const { verifierKey } = await visitor.call(contract.listLedgerWitnesses, { params: params() });
    expect(signersOf(note, [verifierKey])).toEqual([checkpoint.origin]);
    const { items } = await visitor.call(contract.listLedgerEntries, { params: params() });
    for (const { entry, leafHash } of items) {
      expect(toBase64(leafOf(entry))).toBe(leafHash);
      const query = { seq: entry.seq };
      const proof = await visitor.call(contract.readInclusionProof, { params: params(), query });
      const { root, size } = checkpoint;
      const claim = { leaf: leafOf(entry), index: entry.seq, size, root };
      expect(isIncluded({ ...claim, proof: proof.proof.map(hash) })).toBe(true);
      expect(isIncluded({ ...claim, proof: proof.proof.map(hash).toReversed() })).toBe(false);
    }
  });

  it("never goes away: each tree is the beginning of the later ones", async () => {
    const growth = createGrowth();
    const { items } = await visitor.call(contract.listLedgerEntries, { params: params() });
    const roots = items.map(({ entry }) => {
      growth.add(leafOf(entry));
      return growth.root();
    });
    for (const [at, root] of roots.entries()) {
      const query = { from: at + 1 };
      const told = await visitor.call(contract.readConsistencyProof, { params: params(), query });
      expect(toBase64(root)).toBe(told.fromRoot);
      const claim = {
        older: { size: at + 1, root },
        newer: { size: told.to, root: growth.root() },
        proof: told.proof.map(hash),
      };
      expect(isConsistent(claim)).toBe(true);
    }
  });

  it("says nothing of what people wrote but by salt, which stands beside it", async () => {
    const query = { start: 3, end: 3 };
    const { items } = await visitor.call(contract.listLedgerEntries, { params: params(), query });
    const [{ entry, words } = { entry: undefined, words: [] }] = items;
    expect(words.map(({ field, value }) => [field, value])).toEqual([["reason", "because of 3"]]);
    const { salt = "", value = "" } = words[0] ?? {};
    expect(entry?.payload).toEqual({ n: 3, reason: commitmentTo(hash(salt), value) });
    expect(hash(salt)).toHaveLength(16);
  });
});

describe("the list of entries", () => {
  const list = (query: object) =>
    visitor.call(contract.listLedgerEntries, { params: params(), query });

  it("comes in pages, from either end", async () => {
    const first = await list({ limit: 3 });
    expect(first.items.map(({ entry }) => entry.seq)).toEqual([0, 1, 2]);
    expect(first.next).toBe(3);
    const newest = await list({ order: "newest", limit: 2 });
    const last = newest.size - 1;
    expect(newest.items.map(({ entry }) => entry.seq)).toEqual([last, last - 1]);
    const before = await list({ order: "newest", limit: 2, end: newest.next });
    expect(before.items.map(({ entry }) => entry.seq)).toEqual([last - 2, last - 3]);
    expect((await list({ start: last + 1 })).items).toEqual([]);
  });

  it("is narrowed by kind, actor and subject", async () => {
    expect((await list({ kind: "test", subject: "subject 7" })).items).toHaveLength(1);
    expect((await list({ kind: "test.acted", limit: 5 })).items).toHaveLength(5);
    expect((await list({ kind: "tes" })).items).toEqual([]);
    expect((await list({ actor: crypto.randomUUID() })).items).toEqual([]);
    const refused = await visitor.refusal(contract.listLedgerEntries, {
      params: params(),
      query: { limit: 1_001 },
    });
    expect(refused.status).toBe(422);
  });

  it("refuses proofs of what is not there", async () => {
    for (const query of [{ seq: 9_999 }, { seq: 0, size: 9_999 }]) {
      const input = { params: params(), query };
      const refused = await visitor.refusal(contract.readInclusionProof, input);
      expect([refused.status, refused.reason?.code]).toEqual([422, "no-such-entry"]);
    }
    const query = { from: 9, to: 8 };
    const refused = await visitor.refusal(contract.readConsistencyProof, {
      params: params(),
      query,
    });
    expect(refused.reason?.code).toBe("larger-first");
  });
});

describe("an entry", () => {
  it("is looked for by no subject that can't be written", async () => {
    const input = { params: params(), query: { subject: "subject\u0000" } };
    expect((await visitor.refusal(contract.listLedgerEntries, input)).status).toBe(422);
  });
});

describe("the ledger of a private community", () => {
  it("is there for its members, and for nobody else", async () => {
    const { communityId: hidden } = await addCommunity(server, owner, { isPrivate: true });
    const member = await server.person("Ben");
    await addMember(server, hidden, { person: member });
    await act(server, hidden, 2);
    expect((await headOf(member, hidden, 2)).checkpoint.size).toBe(2);
    for (const endpoint of contract.ledgerEndpoints.filter(({ method }) => method === "GET")) {
      const response = await visitor.send(endpoint.path.replace(":communityId", hidden));
      expect([endpoint.name, response.status]).toEqual([endpoint.name, 404]);
    }
  });
});

describe("the export", () => {
  it("holds every entry in the bytes of its leaf, every checkpoint, and the key", async () => {
    const { checkpoint } = await headOf(visitor, communityId, 41);
    const response = await visitor.tryCall(contract.exportLedger, { params: params() });
    expect(response.headers.get("content-type")).toContain("application/x-ndjson");
    const text = await response.text();
    const [header, ...lines] = await exportOf(visitor, communityId);
    expect(header).toMatchObject({ type: "header", communityId, size: checkpoint.size });
    const growth = createGrowth();
    const entries = lines.flatMap((line) => (line.type === "entry" ? [line.entry] : []));
    for (const entry of entries) {
      expect(text.includes(`"entry":${entryText(entry)},"words"`)).toBe(true);
      growth.add(leafOf(entry));
    }
    expect(growth.root()).toEqual(checkpoint.root);
    const notes = lines.flatMap((line) => (line.type === "checkpoint" ? [line] : []));
    expect(notes.at(-1)?.size).toBe(checkpoint.size);
    const { verifierKey } = await visitor.call(contract.listLedgerWitnesses, { params: params() });
    for (const { note } of notes) expect(signersOf(note, [verifierKey])).toHaveLength(1);
  });
});

describe("a witness", () => {
  const witness = createWitness("witness.example.org/moot");

  it("is listed by owners, in public", async () => {
    const body = { verifierKeys: [witness.verifierKey] };
    const listed = await owner.call(contract.setLedgerWitnesses, { params: params(), body });
    expect(listed.items.map(({ name, seen }) => [name, seen])).toEqual([
      ["witness.example.org/moot", null],
    ]);
    const query = { kind: "ledger.witnesses-changed" };
    await headOf(visitor, communityId, 42);
    const { items, people } = await visitor.call(contract.listLedgerEntries, {
      params: params(),
      query,
    });
    expect(items.map(({ entry }) => entry.payload)).toEqual([{ ...body }]);
    expect(people.map(({ name }) => name)).toEqual(["Olga"]);
    for (const keys of [["nonsense"], [witness.verifierKey, witness.verifierKey]]) {
      const bad = { params: params(), body: { verifierKeys: keys } };
      expect((await owner.refusal(contract.setLedgerWitnesses, bad)).status).toBe(422);
    }
  });

  it.each(["\u0000", "\u0001", "\u0085", "\uD800"])(
    "has a name that whoever reads the note can read (not %j)",
    async (sign) => {
      const { verifierKey } = createWitness(`witness${sign}example.org`);
      const body = { verifierKeys: [verifierKey] };
      const refused = await owner.refusal(contract.setLedgerWitnesses, { params: params(), body });
      expect([refused.status, refused.reason?.code]).toEqual([422, "witness-key-form"]);
    },
  );

  it("leaves a signature that stands below the checkpoint", async () => {
    const { note, checkpoint } = await headOf(visitor, communityId, 42);
    const body = { size: checkpoint.size, cosignature: witness.sign(note) };
    const { heard } = await visitor.listen(communityRoom({ communityId }));
    const kept = await visitor.call(contract.cosignCheckpoint, { params: params(), body });
    expect(kept.witness).toBe(witness.verifierKey);
    await until(async () => told(heard).length > 0);
    await visitor.call(contract.cosignCheckpoint, { params: params(), body });
    const after = await headOf(visitor, communityId, 42);
    expect(after.note).toBe(`${note}${body.cosignature}\n`);
    const { items } = await visitor.call(contract.listLedgerWitnesses, { params: params() });
    expect(items[0]?.seen?.size).toBe(checkpoint.size);
    const lines = await exportOf(visitor, communityId);
    expect(lines.filter(({ type }) => type === "cosignature")).toHaveLength(1);
  });

  it("is refused for what is stale, garbage, of another key or of the future", async () => {
    const { note, checkpoint } = await headOf(visitor, communityId, 42);
    const { size } = checkpoint;
    const code = async (body: { size: number; cosignature: string }) => {
      const refused = await visitor.refusal(contract.cosignCheckpoint, { params: params(), body });
      return [refused.status, refused.reason?.code];
    };
    const right = witness.sign(note);
    expect(await code({ size: size - 9, cosignature: right })).toEqual([409, "checkpoint-passed"]);
    expect(await code({ size, cosignature: "garbage" })).toEqual([422, "cosignature-form"]);
    const stranger = createWitness("witness.example.org/moot").sign(note);
    expect(await code({ size, cosignature: stranger })).toEqual([422, "witness-unlisted"]);
    const other = witness.sign(note.replace(`\n${size}\n`, `\n${size + 1}\n`));
    expect(await code({ size, cosignature: other })).toEqual([422, "cosignature-wrong"]);
    const ahead = witness.sign(note, Math.floor(Date.now() / 1_000) + 3_600);
    expect(await code({ size, cosignature: ahead })).toEqual([422, "cosignature-ahead"]);
  });
});
