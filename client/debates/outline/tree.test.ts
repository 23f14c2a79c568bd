import { describe, expect, it } from "vitest";
import type { Claim, Edge, Position } from "#shared/contract/claims.ts";
import {
  ancestorsOf,
  type Argument,
  buildTree,
  claimPlaces,
  flatten,
  newcomers,
  onlyKnown,
  type Row,
  sidesOf,
} from "./tree.ts";

const moment = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, "0")}:00.000Z`;

const position = (id: string): Position => ({
  id,
  title: id,
  text: "",
  authorId: "a",
  version: 1,
  createdAt: moment(0),
});

interface Said {
  readonly side: "pro" | "con";
  readonly under: string;
  readonly minute?: number;
  readonly withdrawn?: boolean;
  readonly kind?: Edge["targetKind"];
}

/** An argument by short names: `{ a: { side: "pro", under: "P" } }`; the edge of claim `a` is `a-edge`. */
function argue(positions: readonly string[], said: Record<string, Said>): Argument {
  const claims: Claim[] = [];
  const edges: Edge[] = [];
  for (const [index, [id, one]] of Object.entries(said).entries()) {
    const createdAt = moment(one.minute ?? index + 1);
    const claim = { id, text: id, language: "en", authorId: "a", version: 1, createdAt } as const;
    claims.push(one.withdrawn ? { ...claim, text: "", withdrawnAt: createdAt } : claim);
    const targetKind = one.kind ?? (positions.includes(one.under) ? "position" : "claim");
    edges.push({ id: `${id}-edge`, claimId: id, side: one.side, targetKind, targetId: one.under });
  }
  return { positions: positions.map(position), claims, edges };
}

const nameOf = ({ node }: Row) => (node.kind === "position" ? node.id : node.claim.id);
const all = () => true;
const drawn = (argument: Argument, isOpen = all) =>
  flatten(buildTree(argument), isOpen).map((row) => "  ".repeat(row.node.depth) + nameOf(row));

describe("the outline", () => {
  it("draws positions, their claims, and claims about claims, whatever the order on the wire", () => {
    const argument = argue(["P", "Q"], {
      b: { side: "con", under: "a" },
      c: { side: "pro", under: "b" },
      a: { side: "pro", under: "P" },
      d: { side: "con", under: "Q" },
    });
    expect(drawn(argument)).toEqual(["P", "  a", "    b", "      c", "Q", "  d"]);
  });

  it("leaves a line where moderation hid a claim, and none where its author took one back", () => {
    const argument = argue(["P"], {
      hidden: { side: "pro", under: "P", withdrawn: true },
      gone: { side: "con", under: "P", withdrawn: true },
    });
    const moderation = { state: "hidden", rule: null, actionId: "x" } as const;
    const claims = argument.claims.map((claim) =>
      claim.id === "hidden" ? { ...claim, moderation } : claim,
    );
    expect(drawn({ ...argument, claims })).toEqual(["P", "  hidden"]);
  });

  it("lets pro and con take turns, each by age", () => {
    const argument = argue(["P"], {
      pro2: { side: "pro", under: "P", minute: 2 },
      pro1: { side: "pro", under: "P", minute: 1 },
      pro3: { side: "pro", under: "P", minute: 3 },
      con1: { side: "con", under: "P", minute: 9 },
    });
    expect(drawn(argument)).toEqual(["P", "  pro1", "  con1", "  pro2", "  pro3"]);
  });

  it("hides what is below a closed node, and knows each row's place among its siblings", () => {
    const argument = argue(["P"], {
      a: { side: "pro", under: "P" },
      b: { side: "con", under: "a" },
      c: { side: "pro", under: "P" },
    });
    const rows = flatten(buildTree(argument), ({ kind }) => kind === "position");
    expect(rows.map(nameOf)).toEqual(["P", "a", "c"]);
    expect(rows.map(({ place, siblings }) => [place, siblings])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
    expect(rows.map(({ isOpen }) => isOpen)).toEqual([true, false, false]);
  });

  it("draws only what is kept, with places among what is drawn", () => {
    const argument = argue(["P", "Q"], {
      a: { side: "pro", under: "P" },
      b: { side: "con", under: "P" },
      c: { side: "pro", under: "b" },
      d: { side: "con", under: "Q" },
    });
    const rows = flatten(buildTree(argument), all, ({ id }) => ["P", "b-edge"].includes(id));
    expect(rows.map(nameOf)).toEqual(["P", "b"]);
    expect(
      rows.map(({ isOpen, hasBelow, place, siblings }) => [isOpen, hasBelow, place, siblings]),
    ).toEqual([
      [true, true, 1, 1],
      [false, false, 1, 1],
    ]);
  });

  it("keeps a withdrawn claim for as long as something that stands hangs below it", () => {
    const argument = argue(["P"], {
      kept: { side: "pro", under: "P", withdrawn: true },
      reply: { side: "con", under: "kept" },
      gone: { side: "pro", under: "P", withdrawn: true },
      alsoGone: { side: "con", under: "gone", withdrawn: true },
    });
    expect(drawn(argument)).toEqual(["P", "  kept", "    reply"]);
    const { positions } = buildTree(argument);
    expect(positions[0]?.below).toBe(1);
  });

  it("counts what is below, and the sides that speak to it directly", () => {
    const tree = buildTree(
      argue(["P"], {
        a: { side: "pro", under: "P" },
        b: { side: "con", under: "P" },
        c: { side: "con", under: "b" },
        d: { side: "con", under: "P", withdrawn: true },
        e: { side: "pro", under: "d" },
      }),
    );
    const [root] = tree.positions;
    expect(root?.below).toBe(4);
    expect(root && sidesOf(root)).toEqual({ pro: 1, con: 1 });
  });

  it("draws a claim about an edge below the claim of that edge", () => {
    const argument = argue(["P"], {
      a: { side: "pro", under: "P" },
      beside: { side: "con", under: "a-edge", kind: "edge" },
    });
    expect(drawn(argument)).toEqual(["P", "  a", "    beside"]);
  });

  it("draws a claim at each of its places, and ends where it would stand below itself", () => {
    const argument = argue(["P"], {
      a: { side: "pro", under: "P" },
      b: { side: "pro", under: "a" },
    });
    const circle: Edge = {
      id: "circle",
      claimId: "a",
      side: "con",
      targetKind: "claim",
      targetId: "b",
    };
    expect(drawn({ ...argument, edges: [...argument.edges, circle] })).toEqual([
      "P",
      "  a",
      "    b",
    ]);
    const again: Edge = { ...circle, id: "again", claimId: "b", targetId: "P" };
    expect(drawn({ ...argument, edges: [...argument.edges, again] })).toEqual([
      "P",
      "  a",
      "    b",
      "  b",
    ]);
  });

  it("draws what is below a claim at each of its places, under names of its own", () => {
    const argument = argue(["P", "Q"], {
      a: { side: "pro", under: "P" },
      b: { side: "pro", under: "a" },
    });
    const link: Edge = {
      id: "link",
      claimId: "a",
      side: "con",
      targetKind: "position",
      targetId: "Q",
    };
    const linked = { ...argument, edges: [...argument.edges, link] };
    expect(drawn(linked)).toEqual(["P", "  a", "    b", "Q", "  a", "    b"]);
    const tree = buildTree(linked);
    expect([...tree.nodes.keys()].toSorted()).toEqual(
      ["P", "Q", "a-edge", "b-edge", "b-edge.1", "link"].toSorted(),
    );
    expect(
      claimPlaces(tree)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(["a-edge", "b-edge", "link"]);
  });

  it("does not draw what stands below more and more places without end", () => {
    const names = Array.from({ length: 40 }, (_, at) => `n${at}`);
    const { claims } = argue(
      ["P"],
      Object.fromEntries(names.map((n) => [n, { side: "pro" as const, under: "P" }])),
    );
    const edges = names.slice(1).flatMap((name, at) =>
      [names[at], names[at - 1]]
        .filter((above) => above !== undefined)
        .map((above) => ({
          id: `${name}-${above}`,
          claimId: name,
          side: "pro" as const,
          targetKind: "claim" as const,
          targetId: above,
        })),
    );
    const root: Edge = {
      id: "root",
      claimId: "n0",
      side: "pro",
      targetKind: "position",
      targetId: "P",
    };
    const tree = buildTree({ ...argue(["P"], {}), claims, edges: [root, ...edges] });
    expect(tree.nodes.size).toBeLessThan(2_000);
    expect(claimPlaces(tree)).toHaveLength(edges.length + 1);
  });

  it("leaves out what was archived with all below it, and finds a merged claim in the other", () => {
    const argument = argue(["P"], {
      a: { side: "pro", under: "P" },
      b: { side: "pro", under: "a" },
      c: { side: "con", under: "P" },
    });
    const away = argument.claims.map((claim) =>
      claim.id === "a" ? { ...claim, archivedAt: "2026-01-02T00:00:00.000Z" } : claim,
    );
    expect(drawn({ ...argument, claims: away })).toEqual(["P", "  c"]);
    const merged = argument.claims.map((claim) =>
      claim.id === "b" ? { ...claim, mergedInto: "c" } : claim,
    );
    const edges = argument.edges.filter(({ claimId }) => claimId !== "b");
    expect(buildTree({ ...argument, claims: merged, edges }).ofClaim.get("b")?.claim.id).toBe("c");
  });

  it("leaves out edges whose claim or target is not known", () => {
    const argument = argue(["P"], { a: { side: "pro", under: "nowhere" } });
    const orphan: Edge = {
      id: "x",
      claimId: "unknown",
      side: "pro",
      targetKind: "position",
      targetId: "P",
    };
    expect(drawn({ ...argument, edges: [...argument.edges, orphan] })).toEqual(["P"]);
  });

  it("names the way up from a deep node", () => {
    const tree = buildTree(
      argue(["P"], { a: { side: "pro", under: "P" }, b: { side: "pro", under: "a" } }),
    );
    const deep = tree.ofClaim.get("b");
    expect(deep && ancestorsOf(deep).map(({ id }) => id)).toEqual(["a-edge", "P"]);
  });

  it("bears five thousand claims, one below the other or side by side", () => {
    const chain: Record<string, Said> = {};
    const row: Record<string, Said> = {};
    for (let index = 0; index < 5_000; index += 1) {
      chain[`c${index}`] = { side: "pro", under: index === 0 ? "P" : `c${index - 1}` };
      row[`c${index}`] = { side: index % 2 ? "pro" : "con", under: "P", minute: index % 60 };
    }
    expect(flatten(buildTree(argue(["P"], chain)), all)).toHaveLength(5_001);
    const tree = buildTree(argue(["P"], row));
    expect(tree.positions[0]?.below).toBe(5_000);
    expect(flatten(tree, all)).toHaveLength(5_001);
  });
});

describe("claims that others add", () => {
  const argument = argue(["P"], {
    a: { side: "pro", under: "P" },
    b: { side: "con", under: "a" },
    c: { side: "con", under: "b" },
    d: { side: "con", under: "P" },
  });

  it("wait, counted at the place where they will appear", () => {
    const known = new Set(["a"]);
    expect(newcomers(buildTree(argument), known)).toEqual(
      new Map([
        ["a-edge", 2],
        ["P", 1],
      ]),
    );
    expect(drawn(onlyKnown(argument, known))).toEqual(["P", "  a"]);
  });

  it("change nothing while there are none", () => {
    const known = new Set(["a", "b", "c", "d"]);
    expect(onlyKnown(argument, known)).toBe(argument);
    expect(newcomers(buildTree(argument), known).size).toBe(0);
  });
});
