import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { areas } from "./areas.ts";

const folder = new URL("./fixtures/", import.meta.url);
const cases = areas.flatMap((area) =>
  readdirSync(new URL(`${area.name}/`, folder)).map((file) => ({
    name: `${area.name}/${file}`,
    area,
  })),
);

describe("published cases", () => {
  it.each(cases)("$name", { timeout: 30_000 }, ({ name, area }) => {
    const content: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const findings = area.check(name, content);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ verdict }) => verdict !== "passed")).toEqual([]);
  });
});
