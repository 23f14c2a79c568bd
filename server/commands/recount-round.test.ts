import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { testRoundBundle } from "#shared/funding/testing-bundle.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-round-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(bundle: unknown) {
  const file = path.join(folder, "round.json");
  writeFileSync(file, JSON.stringify(bundle));
  const command = ["--import", "tsx", "server/commands/recount.ts", file];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: projectFolder,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

it("the command counts a funding round again, and says what is funded", () => {
  const { status, said } = run(testRoundBundle());
  expect([status, said]).toEqual([
    0,
    expect.stringContaining("All that could be checked is right"),
  ]);
  expect(said).toContain("4 ballots, 600 of 1000 hundredths of EUR");
  expect(said).toMatch(/600 {2}The garden\n/);
  expect(said).not.toContain("The tower");
});

it("the command says what is wrong with a round, and ends so that scripts notice", () => {
  const { status, said } = run({ ...testRoundBundle(), budget: 900 });
  expect(status).toBe(1);
  expect(said).toContain("FAILED counted again");
  expect(said).toContain("This bundle is not right.");
  expect(run({ ...testRoundBundle(), ballots: null })).toEqual({
    status: 2,
    said: "This bundle of a funding round has faults, and cannot be counted.\n",
  });
});
