import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
const run = (...args: string[]) => {
  const command = ["--import", "tsx", "server/commands/recount.ts", ...args];
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
