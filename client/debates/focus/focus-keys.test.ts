import { describe, expect, it } from "vitest";
import { buildTree, type ClaimNode } from "../outline/tree.ts";
import { argumentOf } from "../testing-argument.ts";
import { focusDeedOf } from "./focus-keys.ts";

const tree = buildTree(
  argumentOf(
    ["P", "Q"],
    [
      { id: "a", under: "P" },
      { id: "pro-1", under: "a" },
      { id: "pro-2", under: "a" },
      { id: "con-1", under: "a", side: "con" },
      { id: "b", under: "P", side: "con" },
      { id: "con-only", under: "b", side: "con" },
    ],
  ),
);

function nodeOf(id: string): ClaimNode {
  const node = tree.ofClaim.get(id);
  if (!node) throw new Error(`no claim ${id}`);
  return node;
}

interface Standing {
  readonly in?: string;
  readonly on?: string;
  readonly isRightToLeft?: boolean;
}

/** What a key does, with `a` in the middle unless said. */
function press(key: string, { in: middle = "a", on, isRightToLeft = false }: Standing = {}) {
  const node = tree.nodes.get(middle) ?? nodeOf(middle);
  const card = on === undefined ? null : nodeOf(on);
  const deed = focusDeedOf(key, { tree, node, card, isRightToLeft });
  if (deed?.do === "stand") return `stand ${nameOf(deed.at)}`;
  if (deed?.do === "go") return `go ${nameOf(deed.to.id)}`;
  return deed?.do ?? null;
}
function nameOf(nodeId: string) {
  const node = tree.nodes.get(nodeId);
  return node?.kind === "claim" ? node.claim.id : nodeId;
}

describe("keys in the focus view", () => {
  it("lead from the middle to the pros at the start and the cons at the end, and back", () => {
    expect(press("ArrowLeft")).toBe("stand pro-1");
    expect(press("ArrowRight")).toBe("stand con-1");
    expect(press("ArrowRight", { on: "pro-1" })).toBe("stand a");
    expect(press("ArrowLeft", { on: "con-1" })).toBe("stand a");
    expect(press("ArrowLeft", { on: "pro-1" })).toBeNull();
  });

  it("are the other way round where one reads from right to left", () => {
    expect(press("ArrowRight", { isRightToLeft: true })).toBe("stand pro-1");
    expect(press("ArrowLeft", { isRightToLeft: true })).toBe("stand con-1");
  });

  it("go down and up a column, at its top to the middle, from the middle to what is above", () => {
    expect(press("ArrowDown")).toBe("stand pro-1");
    expect(press("ArrowDown", { on: "pro-1" })).toBe("stand pro-2");
    expect(press("ArrowDown", { on: "pro-2" })).toBeNull();
    expect(press("ArrowUp", { on: "pro-2" })).toBe("stand pro-1");
    expect(press("ArrowUp", { on: "pro-1" })).toBe("stand a");
    expect(press("ArrowUp")).toBe("go P");
    expect(press("ArrowUp", { in: "P" })).toBeNull();
  });

  it("find the cons where there are no pros", () => {
    expect(press("ArrowDown", { in: "b" })).toBe("stand con-only");
    expect(press("ArrowLeft", { in: "b" })).toBeNull();
  });

  it("go to the one beside it, and stop at the ends", () => {
    expect(press("j")).toBe("go b");
    expect(press("k", { in: "b" })).toBe("go a");
    expect(press("k")).toBeNull();
    expect(press("j", { in: "P" })).toBe("go Q");
  });

  it("lead out: to what is above, and from a position to the outline", () => {
    for (const key of ["Escape", "Backspace"]) {
      expect(press(key)).toBe("go P");
      expect(press(key, { on: "con-1" })).toBe("go P");
      expect(press(key, { in: "P" })).toBe("outline");
    }
    expect(press("o")).toBe("outline");
  });

  it("leave Enter to the link, and begin what they begin in the outline", () => {
    expect(press("Enter", { on: "pro-1" })).toBeNull();
    expect(["p", "c", "e", "r", "?"].map((key) => press(key))).toEqual([
      "pro",
      "con",
      "evidence",
      "rate",
      "help",
    ]);
  });
});
