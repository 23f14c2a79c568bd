import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCases } from "../cases.ts";
import { hostile } from "./area.ts";
import { htmlProblems } from "./page.ts";

interface Payloads {
  readonly sources: readonly { readonly payloads: readonly string[] }[];
}

const payloads = new URL("../../../../e2e/hostile/payloads.json", import.meta.url);
const cases = new URL("../../../../shared/conformance/fixtures/hostile/", import.meta.url).pathname;

describe("hostile texts", () => {
  it("of others do nothing on pages, in mails and in files, and come back as they were", async () => {
    const findings = await checkCases(cases);
    expect(findings.filter(({ verdict }) => verdict !== "passed")).toEqual([]);
    const kinds = new Set(findings.map(({ rule }) => rule));
    expect(kinds).toEqual(new Set(["strings", "html-sanitiser", "markdown"]));
  });

  it(
    "that stories read a part of in a browser do nothing either",
    { timeout: 120_000 },
    async () => {
      const { sources } = JSON.parse(readFileSync(payloads, "utf8")) as Payloads;
      const strings = sources.flatMap((source) => source.payloads);
      const findings = await hostile.check("payloads", { kind: "strings", strings });
      expect(findings.filter(({ verdict }) => verdict !== "passed")).toEqual([]);
      expect(findings).toHaveLength(strings.length);
    },
  );

  it("of a kind that nothing answers, or of a form that none have, are named", async () => {
    const verdict = async (content: unknown) => {
      const [found] = await hostile.check("case", content);
      return `${found?.verdict}: ${found && "reason" in found ? found.reason : ""}`;
    };
    expect(await verdict({ kind: "rhymes", strings: ["x"] })).toBe(
      "not-applicable: nothing here answers this kind of question",
    );
    expect(await verdict({ kind: "strings", strings: [7] })).toMatch(/failed: malformed: strings/);
    expect(await verdict({ kind: "markdown" })).toMatch(/failed: malformed: items/);
    expect(await verdict(null)).toMatch(/failed: malformed/);
  });
});

describe("what the check of a page looks for would be seen:", () => {
  const link = (more: string) => `<a href="https://a.example" ${more}>x</a>`;
  const rel = 'rel="nofollow ugc noopener noreferrer"';
  it.each([
    ["<script>alert(1)</script>", "an element script"],
    ["<p onclick=alert(1)>x</p>", "an attribute onclick on p"],
    ["<p><svg><a href=x>x</a></svg></p>", "an element svg"],
    [`<a href="javascript:alert(1)" ${rel}>x</a>`, "a link leads to javascript:alert(1)"],
    [`<a href="//evil.example" ${rel}>x</a>`, "a link leads to //evil.example"],
    [link('rel="ugc"'), "rel of a link: "],
    [link(`${rel} style="position:fixed"`), "an attribute style on a"],
  ])("%s", (html, problem) => {
    expect(htmlProblems(html).join()).toContain(problem);
  });

  it("but nothing is wrong with what is harmless", () => {
    expect(htmlProblems(`<p>${link(rel)}</p><ol start="3"><li>x</li></ol>`)).toEqual([]);
  });
});
