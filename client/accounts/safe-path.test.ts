import { describe, expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

const site = "https://moot.example.org";

describe("after signing in one returns", () => {
  test.each([
    ["to where one came from", "/c/open/d/1/arguments?sort=new#claim-7", undefined],
    ["not to another site", "https://evil.example", "/"],
    ["not to another site by its bare name", "//evil.example/x", "/"],
    ["not to another site by a backslash", "/\\evil.example", "/"],
    ["not to another site by a tab in between", "/\t/evil.example", "/"],
    ["not to a script", "javascript:alert(1)", "/"],
    ["not to the entrance again", "/sign-in?next=/sign-in", "/"],
    ["to the first page when nothing is said", undefined, "/"],
  ])("%s", (_where, next, path) => {
    expect(safePath(next, site)).toBe(path ?? next);
  });
});
