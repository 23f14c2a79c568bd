import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listStatements } from "#shared/contract/statements.ts";
import { listImports } from "#shared/contract/transfer.ts";
import { countResponses } from "../statements/public.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  addPlace,
  rowCounts,
  seattle,
  seedFolder,
  smallExport,
  vTaiwan,
} from "../transfer/testing.ts";
import { runImport, startImport } from "./testing-import.ts";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(path.join(tmpdir(), "folkmoot-polis-"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (args: readonly string[]) => startImport(server, args);
const run = (...args: readonly string[]) => runImport(server, args);

describe("npm run import", () => {
  it("brings vTaiwan's folder into a community while the server runs, and says what came in", async () => {
    const place = await addPlace(server);
    const choices = ["--language", "zh-TW", "--topic", "governance"];
    const { code, text } = await run(
      "polis",
      seedFolder(vTaiwan),
      "--community",
      place.slug,
      ...choices,
    );
    expect(text).toContain("197 statements came in, 78 of them hidden by moderators,");
    expect(text).toContain("with 49443 responses of 1921 people, who responded 49997 times.");
    expect(code).toBe(0);
    const params = { communityId: place.communityId };
    const [done] = (await place.owner.call(listImports, { params })).items;
    expect(done).toMatchObject({ status: "done", by: { name: "Olu" } });
    const debateId = done?.debateId ?? "";
    expect(text).toContain(`/c/${place.slug}/d/${debateId}`);
    const ids = { ...params, debateId };
    expect(await countResponses(server.deps.db, ids)).toEqual({
      responses: 49_443,
      people: 1_921,
      visitors: null,
    });
    const { items } = await server.visitor().call(listStatements, { params: ids });
    expect(items[0]?.language).toBe("zh-TW");
  }, 120_000);

  it("says in one sentence what is wrong, where, and stores nothing", async () => {
    const place = await addPlace(server);
    await writeFile(path.join(folder, "comments.csv"), smallExport["comments.csv"]);
    await writeFile(path.join(folder, "votes.csv"), `${smallExport["votes.csv"]}1,x,999,1,1\n`);
    const before = await rowCounts(server);
    const wrong = await run("polis", folder, "--community", place.slug, "--question", "Why?");
    expect(wrong.code).toBe(1);
    expect(wrong.text).toMatch(
      /votes\.csv, row 2997, column "timestamp": .*nothing was stored\.$/m,
    );
    expect(await rowCounts(server)).toEqual(before);
    const nowhere = await run("polis", seedFolder(seattle), "--community", "no-such-place");
    expect(nowhere).toMatchObject({ code: 1, text: 'There is no community "no-such-place".\n' });
    const missing = await run("polis", path.join(folder, "gone"), "--community", place.slug);
    expect(missing.text).toContain("There is no folder");
    const unclear = await run("polis", seedFolder(seattle));
    expect(unclear.code).toBe(1);
    expect(unclear.text).toContain("npm run import -- polis <folder> --community <slug>");
  }, 120_000);

  it("leaves nothing when Ctrl-C is pressed amid it", async () => {
    const place = await addPlace(server);
    const before = await rowCounts(server);
    const { child, said, ended } = start(["polis", seedFolder(vTaiwan), "--community", place.slug]);
    for (let left = 600; left > 0 && !said.text.includes("responses"); left -= 1) {
      await new Promise((go) => setTimeout(go, 20));
    }
    child.kill("SIGINT");
    await ended;
    expect(said.text).toContain("Stopping");
    expect(await rowCounts(server)).toEqual(before);
    const params = { communityId: place.communityId };
    const [stopped] = (await place.owner.call(listImports, { params })).items;
    expect(stopped?.status).toBe("cancelled");
  }, 120_000);
});
