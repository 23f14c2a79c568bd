import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { testBundle, testReceipt } from "#shared/recount/testing-bundle.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-recount-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keep = (name: string, content: unknown) => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const commandFor = (...args: string[]) => [
  "--import",
  "tsx",
  "server/commands/recount.ts",
  ...args,
];
const run = (...args: string[]) => {
  const command = commandFor(...args);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: projectFolder,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
};

it("the command counts a bundle again and finds the own receipt", () => {
  const bundle = testBundle();
  const receipt = keep("receipt.json", testReceipt(1));
  const { status, said } = run(
    keep("good.json", bundle),
    "--receipt",
    receipt,
    "--key",
    bundle.publicKey,
  );
  expect([status, said]).toEqual([
    0,
    expect.stringContaining("All that could be checked is right"),
  ]);
  expect(said).not.toContain("FAILED");
});

it("the command says what is wrong, and ends so that scripts notice", () => {
  const bundle = testBundle();
  bundle.ballots.pop();
  const { status, said } = run(keep("short.json", bundle));
  expect(status).toBe(1);
  expect(said).toContain("ballots-missing, signed: 6, found: 5");
  expect(run(keep("none.json", "[".repeat(100_000))).status).toBe(2);
  expect(run(path.join(folder, "absent.json"))).toMatchObject({ status: 2 });
});

/** Somebody who serves a bundle, and a ledger in which the decision opened with rules of this hash. */
async function serve(bundle: ReturnType<typeof testBundle>, rulesHash: string) {
  const server = createServer(({ url = "" }, response) => {
    const isLedger = url.includes("/ledger/entries?kind=decision.opened&subject=");
    const items = [{ entry: { payload: { rulesHash } } }];
    response.end(JSON.stringify(isLedger ? { items } : bundle));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { communityId, id } = bundle.decision;
  const { port } = server.address() as AddressInfo;
  const path = `/api/communities/${communityId}/decisions/${id}/bundle`;
  return { address: `http://127.0.0.1:${port}${path}`, stop: () => server.close() };
}

const runBeside = (...args: string[]) =>
  new Promise<string>((resolve) => {
    execFile(process.execPath, commandFor(...args), { cwd: projectFolder }, (_error, stdout) =>
      resolve(stdout),
    );
  });

it("the command asks the ledger with which rules a decision opened, and refuses a bundle with others", async () => {
  const bundle = testBundle();
  const honest = await serve(bundle, bundle.decision.frozen?.hash ?? "");
  const other = await serve(bundle, "0".repeat(64));
  const [right, wrong] = await Promise.all([runBeside(honest.address), runBeside(other.address)]);
  honest.stop();
  other.stop();
  expect(right).toContain("All that could be checked is right");
  expect(wrong).toContain("This bundle is not right");
});
