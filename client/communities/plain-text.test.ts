import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

describe("Markdown in one line", () => {
  it.each([
    ["We **train** models *together*.", "We train models together."],
    ["# Title\n\n- one\n- two", "Title one two"],
    ["See [the charter](https://example.org) and `code`.", "See the charter and code."],
    ["2 * 3 * 4 = 24", "2 * 3 * 4 = 24"],
    ["snake_case_name", "snake_case_name"],
  ])("%s reads %s", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});
