import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runConformance } from "./conformance/run.ts";

const script = new URL("./conformance.ts", import.meta.url).pathname;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "conformance-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runConformance(args, (line) => lines.push(line));
  return { code, text: lines.join("\n") };
}

/** The same as people run it: what counts is how it ends. */
async function runProgram(...args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    execFile(process.execPath, ["--import", "tsx", script, ...args], (error) => {
      done(error ? Number(error.code) : 0);
    });
  });
}

async function place(name: string, content: string | object): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
}

const election = (expected: object) => ({
  id: "two-to-one",
  ballotType: "ranked",
  candidates: ["A", "B"],
  ballots: [
    { count: 2, ranking: [["A"], ["B"]] },
    { count: 1, ranking: [["B"], ["A"]] },
  ],
  expected: [expected],
});
const gini = { id: "level", values: [2, 2], expected: { gini: 0, atkinson: 0 } };

describe("npm run conformance", () => {
  it("says by area and method how cases fare that it has never seen, and what nothing here answers", async () => {
    await place("good/elections/one.json", election({ method: "irv", winners: ["A"] }));
    await place("good/elections/note.txt", "no case");
    await place("good/concentration/one.json", gini);
    await place("good/astrology/one.json", {});
    const { code, text } = await run(path.join(folder, "good"));
    expect(text).toMatch(/^elections +irv +1 +0 +0$/m);
    expect(text).toMatch(/^concentration +\(all\) +1 +0 +1$/m);
    expect(text).toContain("concentration: atkinson: no measure of this name is computed here (1)");
    expect(text).toMatch(/^astrology +case +0 +0 +1$/m);
    expect(text).toContain("astrology: case: nothing here checks this kind of cases (1)");
    expect(text).toContain("2 passed, 0 failed, 2 not applicable.");
    expect(code).toBe(0);
    expect((await run(path.join(folder, "good/elections"))).code).toBe(0);
  });

  it("shows what was expected and what it got, names files that are none, and ends with 1", async () => {
    await place("bad/elections/wrong.json", election({ method: "borda", scores: { A: 3 } }));
    await place("bad/elections/broken.json", "{");
    await place("bad/power/empty.json", {});
    const { code, text } = await run(path.join(folder, "bad"));
    expect(text).toMatch(/elections\/two-to-one: borda\n +score of A\n +expected 3\n +got +"2"/);
    expect(text).toMatch(/elections\/broken: case\n +malformed: not readable as JSON/);
    expect(text).toMatch(/power\/empty: case\n +malformed: quota/);
    expect(text).toContain("0 passed, 3 failed, 0 not applicable.");
    expect(code).toBe(1);
    expect(await runProgram(path.join(folder, "bad"))).toBe(1);
  });

  it("finds cases in lists, in folders of folders, in one file, and by their shape where no folder tells", async () => {
    const right = { ...election({ method: "irv", winners: ["A"] }), id: undefined };
    await place("found/elections/more/list.JSON", [right, { ...right, id: "named" }, {}]);
    await place("found/alone.json", `\uFEFF${JSON.stringify(right)}`);
    await place("found/package.json", { name: "no case" });
    await place("found/elections/nothing.json", "[]");
    const { code, text } = await run(path.join(folder, "found"));
    expect(text).toContain("3 passed, 2 failed, 1 not applicable.");
    expect(text).toMatch(/elections\/list\[2\]: case\n +malformed/);
    expect(text).toMatch(/elections\/nothing: case\n +malformed: it holds no case/);
    expect(text).toContain("nothing tells what kind of case it is (1)");
    expect(code).toBe(1);
    const one = await run(path.join(folder, "found/alone.json"));
    expect(one).toMatchObject({ code: 0, text: expect.stringContaining("1 passed") as string });
  });

  it("counts options of any name and number, and lets sources leave out what they need not say", async () => {
    const many = Array.from({ length: 520 }, (_, at) => `option ${at}`);
    const names = ["__proto__", "constructor", "", "名".repeat(100), 'a, "b"', ...many];
    const ranking = names.map((name) => [name]);
    const rules = ["irv", "borda", "copeland", "plurality", "schulze", "condorcet-winner"];
    const strange = { ballotType: "ranked", candidates: names, ballots: [{ ranking, by: "me" }] };
    await place("any/elections/one.json", {
      ...strange,
      expected: rules.map((method) => ({
        method,
        variant: null,
        seats: null,
        winners: names.slice(0, 1),
      })),
    });
    await place("any/elections/two.json", {
      ...strange,
      ballotType: "score",
      ballots: [{ count: 2, scores: { ["__proto__"]: 5, constructor: 1 } }],
      expected: [{ method: "score", scores: { constructor: 2 } }, { method: 7 }],
    });
    const { text } = await run(path.join(folder, "any"));
    expect(text).toContain(`${rules.length + 1} passed, 1 failed, 0 not applicable.`);
    expect(text).toMatch(/elections\/two: case\n +malformed: expected\.1\.method/);
  });

  it("does not take nothing for success", async () => {
    await mkdir(path.join(folder, "empty"), { recursive: true });
    expect((await run(path.join(folder, "empty"))).code).toBe(1);
    expect(await run(path.join(folder, "gone"))).toMatchObject({ code: 2 });
    expect((await run()).text).toContain("npm run conformance -- <folder");
  });
});
