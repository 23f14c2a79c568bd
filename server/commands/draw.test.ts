import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { testDraw } from "#shared/lottery/testing-draw.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-draw-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keep = (name: string, content: unknown) => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const run = (...args: string[]) => {
  const command = ["--import", "tsx", "server/commands/draw.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: projectFolder,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
};

it("the command draws a jury again", () => {
  const document = testDraw();
  const { status, said } = run(keep("good.json", document), "--pool", document.poolHash);
  expect([status, said]).toEqual([0, expect.stringContaining("This draw is right.")]);
  expect(said).toContain("5 seats, 12 people");
  expect(said).not.toContain("FAILED");
});

it("the command says what is wrong, and ends so that scripts notice", () => {
  const document = testDraw();
  document.seated.reverse();
  const { status, said } = run(keep("bad.json", document), "--pool", "0".repeat(64));
  expect(status).toBe(1);
  expect(said).toContain("FAILED   seated-differ");
  expect(said).toContain("FAILED   other-pool");
  expect(run(path.join(folder, "absent.json")).status).toBe(2);
});
