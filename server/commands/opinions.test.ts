import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { projectFolder } from "#db/project-folder.ts";
import { analyse } from "#shared/opinions/analyse.ts";
import { algorithm } from "#shared/opinions/analysis.ts";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { ResponseMatrix } from "#shared/opinions/response-matrix.ts";
import { runText } from "#shared/opinions/run-document.ts";
import { scoresOf } from "#shared/opinions/scores.ts";
import { campResponses } from "#shared/opinions/testing-conversation.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-opinions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(name: string, text: string) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const command = ["--import", "tsx", "server/commands/opinions.ts", file];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: projectFolder,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

it("the command makes a published map again, and says whether the same bytes come out", () => {
  const matrix = ResponseMatrix.of(campResponses({ sizes: [20, 15], statements: 12 }));
  const result = analyse({ matrix }, folkmoot);
  const raters = { drawn: null, circles: [[0, 1, 2]] };
  const items = scoresOf(matrix, raters, undefined);
  const text = runText({
    algorithm,
    conversation: { matrix },
    parameters: folkmoot,
    before: undefined,
    result,
    scores: { ...raters, before: undefined, items },
    statementIds: [],
  });
  const good = run("good.json", text);
  expect(good).toMatchObject({
    status: 0,
    said: expect.stringContaining("The same bytes") as string,
  });
  expect(good.said).toContain(
    "420 responses of 35 people to 12 statements\ngroups of 20, 15 people\nbridging scores, where 3 people count as one with others",
  );
  const bad = run("bad.json", text.replace(/"silhouette":0\.\d/, '"silhouette":0.0'));
  expect(bad).toMatchObject({
    status: 1,
    said: expect.stringContaining("FAILED   result") as string,
  });
  expect(bad.said).toContain("This map is not what it says.");
  const older = run("older.json", text.replace(algorithm, "another-1"));
  expect(older).toMatchObject({ status: 0 });
  const other = run(
    "other.json",
    text.replace(algorithm, "another-1").replace(/"silhouette":0\.\d/, '"silhouette":0.0'),
  );
  expect(other).toMatchObject({
    status: 1,
    said: expect.stringContaining("made by another version of this program (another-1)") as string,
  });
  expect(other.said).not.toContain("not what it says");
  const biased = run("biased.json", text.replace('"circles":[[0,1,2]]', '"circles":[]'));
  expect(biased).toMatchObject({
    status: 1,
    said: expect.stringContaining("FAILED   result") as string,
  });
  expect(run("none.json", "{}")).toMatchObject({
    status: 2,
    said: expect.stringContaining("This is no opinion map") as string,
  });
});
