import { describe, expect, it } from "vitest";
import { deedOf } from "./keys.ts";
import { buildTree, flatten } from "./tree.ts";

const createdAt = "2026-01-01T00:00:00.000Z";
const rest = { authorId: "a", version: 1, createdAt };
const tree = buildTree({
  positions: [{ id: "P", title: "P", text: "", ...rest }],
  claims: ["a", "b"].map((id) => ({ id, text: id, language: "en", ...rest })),
  edges: [
    { id: "a-edge", claimId: "a", side: "pro", targetKind: "position", targetId: "P" },
    { id: "b-edge", claimId: "b", side: "con", targetKind: "claim", targetId: "a" },
  ],
});
const open = flatten(tree, () => true);
const closed = flatten(tree, ({ kind }) => kind === "position");
const at = (place: number, rows = open) => ({ rows, at: place, isRightToLeft: false });

describe("keys in the outline", () => {
  it("go down and up, and stop at the ends", () => {
    expect(deedOf("j", at(-1))).toEqual({ do: "go", to: "P" });
    expect(deedOf("j", at(0))).toEqual({ do: "go", to: "a-edge" });
    expect(deedOf("ArrowDown", at(2))).toEqual({ do: "go", to: "b-edge" });
    expect(deedOf("k", at(1))).toEqual({ do: "go", to: "P" });
    expect(deedOf("k", at(0))).toEqual({ do: "go", to: "P" });
    expect(deedOf("End", at(0))).toEqual({ do: "go", to: "b-edge" });
    expect(deedOf("Home", at(2))).toEqual({ do: "go", to: "P" });
  });

  it("open and close what has something below it", () => {
    expect(deedOf("o", at(1))).toEqual({ do: "close" });
    expect(deedOf("Enter", at(1, closed))).toEqual({ do: "open" });
    expect(deedOf("o", at(2))).toBeNull();
  });

  it("lead inwards and outwards, along the line of reading", () => {
    expect(deedOf("ArrowRight", at(1, closed))).toEqual({ do: "open" });
    expect(deedOf("ArrowRight", at(1))).toEqual({ do: "go", to: "b-edge" });
    expect(deedOf("ArrowLeft", at(2))).toEqual({ do: "go", to: "a-edge" });
    expect(deedOf("ArrowLeft", at(1))).toEqual({ do: "close" });
    expect(deedOf("ArrowRight", { ...at(2), isRightToLeft: true })).toEqual({
      do: "go",
      to: "a-edge",
    });
    expect(deedOf("ArrowRight", at(2))).toBeNull();
  });

  it("lead no deeper than what is drawn", () => {
    const narrowed = flatten(
      tree,
      () => true,
      ({ id }) => id !== "b-edge",
    );
    expect(deedOf("ArrowRight", at(1, narrowed))).toBeNull();
    expect(deedOf("o", at(1, narrowed))).toBeNull();
    expect(deedOf("ArrowLeft", at(1, narrowed))).toEqual({ do: "go", to: "P" });
  });

  it("search and go on to what is new", () => {
    expect(deedOf("/", at(-1))).toEqual({ do: "find" });
    expect(deedOf("n", at(-1))).toEqual({ do: "new" });
  });

  it("begin to write: p for, c against, e with a source", () => {
    expect(["p", "c", "e", "r", "?", "Escape"].map((key) => deedOf(key, at(1))?.do)).toEqual([
      "pro",
      "con",
      "evidence",
      "rate",
      "help",
      "leave",
    ]);
    expect(deedOf("x", at(1))).toBeNull();
  });
});
