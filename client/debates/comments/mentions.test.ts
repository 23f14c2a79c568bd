import { describe, expect, it } from "vitest";
import type { Author } from "#shared/contract/ids.ts";
import { callingAt, withIds, withNames } from "./mentions.ts";

const person = (name: string, digit: string): Author => ({
  id: `0000000${digit}-0000-7000-8000-000000000000`,
  name,
  kind: "member",
});
const ann = person("Ann", "1");
const annLee = person("Ann Lee", "2");

describe("a name that is being typed", () => {
  it.each([
    ["@", 0, ""],
    ["so, @an", 4, "an"],
    ["@Ann Le", 0, "Ann Le"],
    ["(@ann", 1, "ann"],
    ["「@林", 1, "林"],
  ])("is found in “%s”", (text, from, words) => {
    expect(callingAt(text, text.length)).toEqual({ from, words });
  });

  it.each(["ann@example", "@Ann Lee says", "no name"])("is none in “%s”", (text) =>
    expect(callingAt(text, text.length)).toBeNull(),
  );

  it("is looked for before the caret alone", () => {
    expect(callingAt("@an and more", 3)).toEqual({ from: 0, words: "an" });
  });
});

describe("people in a text", () => {
  it("are sent by id and read by name, the longer name first", () => {
    const typed = "Ask @Ann Lee, then @Ann.";
    const sent = withIds(typed, [ann, annLee]);
    expect(sent).toBe(`Ask @{${annLee.id}}, then @{${ann.id}}.`);
    expect(withNames(sent, [ann, annLee])).toBe(typed);
  });

  it("stay as they were typed where nobody was picked", () => {
    expect(withIds("mail @Ann", [])).toBe("mail @Ann");
  });
});
