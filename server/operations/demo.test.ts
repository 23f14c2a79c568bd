import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signIn } from "#shared/contract/accounts.ts";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listDebates } from "#shared/contract/debates.ts";
import { listDecisions } from "#shared/contract/decisions.ts";
import { phases } from "#shared/contract/phases.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { ensureDemo, type SignIns } from "./demo.ts";

let server: TestServer;
let folder: string;
let signIns: SignIns;
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(path.join(tmpdir(), "folkmoot-demo-"));
  const made = await ensureDemo(server.deps, folder);
  if (!made) throw new Error("an empty database gets the demo");
  signIns = made;
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const slug = "open-model-commons";

it("lets each of its people sign in with what was printed", async () => {
  expect(signIns.people).toHaveLength(4);
  for (const { email, name } of signIns.people) {
    const person = server.visitor();
    const { account } = await person.call(signIn, { body: { email, password: signIns.password } });
    expect(account?.name).toBe(name);
  }
});

it("keeps the password where only its owner reads it, and tells the same at the next start", async () => {
  const file = path.join(folder, "demo-sign-ins.json");
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await readFile(file, "utf8")).toContain(signIns.password);
  expect(await ensureDemo(server.deps, folder)).toEqual(signIns);
});

it("shows debates in every phase, and the vTaiwan conversation with its attribution", async () => {
  const visitor = server.visitor();
  const community = await visitor.call(readCommunityBySlug, { params: { slug } });
  const email = signIns.people[0]?.email ?? "";
  await visitor.call(signIn, { body: { email, password: signIns.password } });
  const { items } = await visitor.call(listDebates, {
    params: { communityId: community.id },
    query: { limit: 100 },
  });
  expect(new Set(items.map(({ phase }) => phase))).toEqual(new Set(phases));
  expect(items.find(({ language }) => language === "zh-TW")?.counts.statements).toBeGreaterThan(
    100,
  );
  const decided = items.find(({ question }) => /stake/i.test(question));
  const { decisions } = await visitor.call(listDecisions, {
    params: { communityId: community.id, debateId: decided?.id ?? "" },
  });
  expect(decisions[0]).toMatchObject({ method: "schulze", status: "closed", ballotCount: 30 });
  expect(decisions[0]?.result?.outcome.result).toBe("passed");
});
