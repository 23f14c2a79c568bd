import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import * as contract from "#shared/contract/ledger.ts";
import type { SeenLedger } from "#shared/ledger/faults.ts";
import { verifyExport } from "#shared/ledger/verify-export.ts";
import { act, headOf } from "../ledger/testing-scene.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { faultSentence } from "./ledger-words.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-verify-"));
const inFolder = (name: string) => path.join(folder, name);
let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga");
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command as people do. */
async function run(name: string, ...args: string[]) {
  const command = ["--import", "tsx", `server/commands/${name}.ts`, ...args];
  const child = spawn(process.execPath, command, { cwd: projectFolder });
  let said = "";
  child.stdout.on("data", (data) => (said += data));
  child.stderr.on("data", (data) => (said += data));
  const status = await new Promise<number | null>((done) => child.on("close", done));
  return { status, said };
}

/** A community with some acts, all of which are signed. */
async function moot() {
  const { communityId } = await addCommunity(server, owner);
  await act(server, communityId, 8);
  const { checkpoint } = await headOf(owner, communityId, 8);
  const exported = async () => {
    const response = await owner.tryCall(contract.exportLedger, { params: { communityId } });
    return response.text();
  };
  return {
    communityId,
    size: checkpoint.size,
    /** What somebody who verifies it now remembers. */
    head: async () => verifyExport(await exported()).head,
    /** What whoever verifies the ledger is told. */
    async told(seen?: SeenLedger | null): Promise<string[]> {
      const { faults } = verifyExport(await exported(), { seen: seen ?? undefined });
      return faults.map(faultSentence);
    },
    /** Does what only the owner of the database can do. */
    sql: (text: string, ...values: unknown[]) => server.sql(text, [communityId, ...values]),
  };
}

describe("a ledger that nobody touched", { timeout: 60_000 }, () => {
  it("is verified from its address, remembered, and signed by a witness", async () => {
    const { communityId, size } = await moot();
    const address = `${server.url}/api/communities/${communityId}`;
    const key = inFolder("witness.key");
    const { said } = await run("witness", "--new-key", "witness.example.org/moot", "--key", key);
    const body = { verifierKeys: [said.trim()] };
    await owner.call(contract.setLedgerWitnesses, { params: { communityId }, body });
    await headOf(owner, communityId, size + 1);
    const state = inFolder("witness.json");
    const watch = () => run("witness", address, "--key", key, "--state", state, "--once");
    expect((await watch()).said).toContain(`signed ${size + 1} entries`);
    const found = await run("verify", address, "--state", inFolder("state.json"));
    expect([found.status, found.said]).toEqual([0, expect.stringContaining("is right")]);
    expect(found.said).toContain(`witness.example.org/moot saw ${size + 1} entries`);
    await act(server, communityId, 3);
    await headOf(owner, communityId, size + 4);
    expect(await watch()).toMatchObject({ status: 0, said: expect.stringContaining("signed") });
    // Somebody showed it another history before.
    const seen = JSON.parse(readFileSync(state, "utf8")) as SeenLedger;
    const other = {
      ...seen,
      root: seen.root.replace(/^../, (two) => (two === "AA" ? "BB" : "AA")),
    };
    writeFileSync(state, JSON.stringify(other));
    const refused = await watch();
    expect([refused.status, refused.said]).toEqual([1, expect.stringContaining("NOT SIGNED")]);
    expect(JSON.parse(readFileSync(state, "utf8"))).toEqual(other);
    const differs = await run("verify", address, "--state", state);
    expect(differs.status).toBe(1);
    expect(differs.said).toContain("are not those that were last seen");
  });
});

describe("whoever owns the database and", () => {
  const actAt = "(select act_id from ledger_entries where community_id = $1 and seq = $2)";
  const hashed = "it was changed: it is not what was hashed when it got its number";

  it("edits an act is found out, to the entry", async () => {
    const { told, sql } = await moot();
    await sql(
      `update ledger_acts set subject = 'another' where community_id = $1 and id = ${actAt}`,
      4,
    );
    expect(await told()).toEqual([`Entry 4: ${hashed}`]);
  });

  it("hashes it anew is found out to what was signed at once", async () => {
    const { told, sql } = await moot();
    await sql(
      `update ledger_entries set leaf_hash = sha256('') where community_id = $1 and seq = 4`,
    );
    expect((await told())[0]).toBe(`Entry 4: ${hashed}`);
  });

  it("deletes an act, or gives it another place, is found out", async () => {
    const { told, sql } = await moot();
    const ids = await sql("select act_id from ledger_entries where community_id = $1 order by seq");
    const at = (seq: number) => ids[seq]?.["act_id"];
    const put = "update ledger_entries set act_id = $3 where community_id = $1 and seq = $2";
    await sql(put, 4, "00000000-0000-7000-8000-000000000000");
    expect((await told())[0]).toBe("Entry 4: it is missing; entry 5 stands in its place");
    await sql(put, 5, at(4));
    await sql(put, 4, at(5));
    expect(await told()).toEqual([`Entry 4: ${hashed}`, `Entry 5: ${hashed}`]);
  });

  it("cuts off the end, or puts back an older copy, is found out by whoever saw more", async () => {
    const { communityId, told, sql, head, size: older } = await moot();
    await act(server, communityId, 2);
    await headOf(owner, communityId, older + 2);
    const seen = await head();
    const cut = [
      "delete from ledger_checkpoints where community_id = $1 and size > $2",
      "delete from ledger_entries where community_id = $1 and seq >= $2",
      "update ledger_checkpoints set note = note where community_id = $1 and size = $2",
    ];
    for (const text of cut) await sql(text, older);
    expect(await told()).toEqual([]);
    expect((await told(seen))[0]).toContain(
      `it had ${older + 2} entries when it was last seen, and has ${older} now`,
    );
  });

  it("forges a checkpoint is found out: nobody signed it", async () => {
    const { told, sql, size } = await moot();
    const forge =
      "update ledger_checkpoints set note = replace(note, $3, $4) where community_id = $1 and size = $2";
    await sql(forge, size, `\n${size}\n`, `\n${size + 1}\n`);
    expect(await told()).toEqual([
      `Entry ${size - 1}: the checkpoint of ${size} entries is not signed by whom it names, or says something else`,
      expect.stringContaining("the first line does not fit"),
    ]);
  });
});
