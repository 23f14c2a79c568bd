import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bundle } from "./bundle.ts";
import { sealGroup } from "../counting/group-seals.ts";
import type { BundleElector } from "./bundle.ts";
import { recount, type RecountOptions } from "./recount.ts";
import { frozenWith, sealed, testBundle, testReceipt } from "./testing-bundle.ts";

const copy = (bundle: Bundle) => JSON.parse(JSON.stringify(bundle)) as Bundle;
const statesOf = (bundle: unknown, options: RecountOptions = {}) => {
  const { checks } = recount(bundle, options);
  return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
};
/** What is found to be wrong with a bundle in which something was changed. */
const faultsAfter = (change: (bundle: Bundle) => void, from: Bundle = testBundle()) => {
  const changed = copy(from);
  change(changed);
  return recount(changed).checks.flatMap(({ id, faults }) =>
    faults.map(({ code }) => `${id}: ${code}`),
  );
};
const first = <T>(list: readonly T[] | null): T => {
  const [one] = list ?? [];
  if (one === undefined) throw new Error("the list is empty");
  return one;
};

describe("a bundle as it was given out", () => {
  it("is right in all that can be checked", () => {
    const { isRight, checks, counted, decision } = recount(testBundle(), {
      receipt: testReceipt(2),
      publicKey: testBundle().publicKey,
      rulesHash: testBundle().decision.frozen?.hash,
    });
    expect(checks.filter(({ state }) => state !== "ok")).toMatchObject([
      { id: "groups", skipped: "no-groups-asked" },
    ]);
    expect(isRight).toBe(true);
    expect(counted).toEqual(decision?.result);
  });

  it("is right where a share in every opinion group was asked, and wrong once anybody is in another one", () => {
    const bundle = testBundle({ asksGroups: true });
    const { checks, counted } = recount(bundle);
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(counted?.outcome.groups?.shares).toHaveLength(counted?.tally.winners.length ?? 0);
    const faultsAs = (opinionGroup: BundleElector["opinionGroup"]) => {
      const electors = bundle.electors?.map((one, at) =>
        at === 0 ? { ...one, opinionGroup } : one,
      );
      const again = recount({ ...bundle, electors });
      return again.checks.flatMap(({ id, faults }) => faults.map(({ code }) => `${id} ${code}`));
    };
    expect(faultsAs({ group: null, salt: "salt-0" })).toContain("groups groups-changed");
    expect(faultsAs({ group: 7, salt: "salt-0" })).toContain("groups group-unknown");
    const seal = sealGroup(bundle.electors?.[0]?.id ?? "", { group: 0, salt: "salt-0" });
    expect(faultsAs({ seal })).toContain("groups group-sealed");
    expect(faultsAs(undefined)).toContain("groups groups-changed");
  });

  it("is right by tokens and their square roots too", () => {
    const snapshotId = "01930000-0000-7000-8000-000000000009";
    const { isRight, checks } = recount(testBundle({ weighting: { kind: "token", snapshotId } }));
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(isRight).toBe(true);
  });

  it("of a secret decision shows its count, and says what strangers can't see", () => {
    expect(statesOf(testBundle({ isSecret: true }), { receipt: testReceipt(0) })).toMatchObject({
      list: "ok",
      ballots: "ok",
      electorate: "skipped",
      weights: "skipped",
      delegations: "skipped",
      tally: "ok",
      outcome: "ok",
      receipt: "ok",
    });
  });

  it("draws its lot again: by seed and ballots, or in decisions of before by the seed alone", () => {
    for (const lotBy of ["seed", "seed-and-ballots"] as const) {
      const drawn = testBundle({ isSecret: true, lotBy });
      expect(drawn.decision.result.tally.tie?.rule).toBe("lot");
      expect(recount(drawn).checks.flatMap(({ faults }) => faults)).toEqual([]);
      drawn.decision.tieBreak.seed = "0ther";
      expect(recount(sealed(drawn)).isRight).toBe(false);
    }
  });

  it("from before rules were kept whole is read, and says that they are not in it", () => {
    const old = testBundle();
    delete old.decision.frozen;
    const { isRight, checks } = recount(sealed(old), { rulesHash: "0".repeat(64) });
    expect(isRight).toBe(true);
    expect(checks.filter(({ skipped }) => skipped === "rules-absent").map(({ id }) => id)).toEqual([
      "frozen",
      "published",
    ]);
  });

  it("says so where the reader does not know with which rules it opened", () => {
    const { checks } = recount(testBundle());
    expect(checks.find(({ id }) => id === "published")?.skipped).toBe("opening-unknown");
  });

  it("tells how far it is", () => {
    const told: number[] = [];
    recount(testBundle(), { onProgress: (done) => told.push(done) });
    expect(told).toEqual([0, 6]);
  });
});

describe("a bundle is refused, with what is wrong,", () => {
  it("when a ballot was changed", () => {
    const faults = faultsAfter(({ ballots }) => {
      const { ballot } = first(ballots) as { ballot: { ranking: string[][] } };
      ballot.ranking.reverse();
    });
    expect(faults).toContain("list: ballots-changed");
  });

  it("when a ballot is missing, or one too many", () => {
    expect(faultsAfter(({ ballots }) => void ballots.pop())).toContain("list: ballots-missing");
    const more = faultsAfter(({ ballots }) => {
      ballots.push({ ...first(ballots), ballotId: "f".repeat(32) });
    });
    expect(more).toContain("list: ballots-added");
    expect(more).toContain("electorate: voter-twice");
  });

  it("when a ballot weighs something else than its voter's vote", () => {
    const faults = faultsAfter(({ ballots }) => void (first(ballots).weight = "2"));
    expect(faults).toEqual(["list: ballots-changed", "electorate: reweighted"]);
  });

  it("when an elector weighs something else than by the rules, though it was signed so", () => {
    const faults = faultsAfter((bundle) => {
      first(bundle.electors).weight = "2";
      first(bundle.ballots).weight = "2";
      bundle.checkpoint = sealed(bundle).checkpoint;
    });
    expect(faults).toContain("weights: weight-wrong");
    expect(faults).toContain("electorate: electors-changed");
  });

  it("when rules or the stated result were changed", () => {
    const changes: ((decision: Bundle["decision"]) => void)[] = [
      (decision) => void (decision.quorum = { persons: { num: 1, den: 9 }, weight: null }),
      (decision) => void (decision.settings = { method: "schulze", unranked: "ignored" }),
      (decision) => void (first(decision.options).title = "By the council"),
      (decision) => void (decision.unit = "10"),
      (decision) => void (decision.result.delegated = 3),
      (decision) => void (first(decision.delegations).percent = 50),
    ];
    for (const change of changes) {
      expect(faultsAfter(({ decision }) => change(decision))).toContain("rules: rules-changed");
    }
  });

  it("when the frozen rules were changed, though it was signed so", () => {
    const faults = faultsAfter((bundle) => {
      if (bundle.decision.frozen) bundle.decision.frozen.rules["quorum"] = null;
      bundle.checkpoint = sealed(bundle).checkpoint;
    });
    expect(faults).toEqual(["frozen: frozen-changed"]);
  });

  it("when it opened with other rules than the reader knows, though they were hashed and signed so", () => {
    const { frozen } = testBundle().decision;
    const changed = testBundle();
    changed.decision.title = "How shall the commons be sold?";
    changed.decision.frozen = frozenWith(changed.decision);
    const { checks } = recount(sealed(changed), { rulesHash: frozen?.hash });
    expect(checks.flatMap(({ faults }) => faults)).toEqual([
      {
        code: "frozen-otherwise",
        values: { published: frozen?.hash, found: changed.decision.frozen.hash },
      },
    ]);
  });

  it("when it was counted by other rules than those it opened with, though it was signed so", () => {
    const from = testBundle({ isSecret: true, lotBy: "seed-and-ballots" });
    const changes: readonly [string, (decision: Bundle["decision"]) => void][] = [
      ["title", (decision) => void (decision.title = "How shall it be sold?")],
      ["subject", (decision) => void (decision.subject = "By a council")],
      ["options", (decision) => void (first(decision.options).title = "By the council")],
      [
        "settings",
        (decision) => void (decision.settings = { method: "schulze", unranked: "ignored" }),
      ],
      ["secrecy", (decision) => void (decision.secrecy = "public")],
      ["quorum", (decision) => void (decision.quorum = null)],
      ["threshold", (decision) => void (decision.threshold = { kind: "two-thirds" })],
      [
        "weighting",
        (decision) => void (decision.weighting = { kind: "token", snapshotId: decision.id }),
      ],
      ["tieBreak", (decision) => void (decision.tieBreak.rule = "chair")],
      ["lotHash", (decision) => void (decision.tieBreak.seed = "0ther")],
      ["lotBy", (decision) => void delete decision.tieBreak.ballotsHash],
      ["delegationCap", (decision) => void (decision.delegationCap = 100)],
      ["electors", (decision) => void (decision.electorate.size = 10)],
      ["electorateWeight", (decision) => void (decision.electorate.weight = "10")],
      ["electorateHash", (decision) => void (decision.electorate.hash = "0".repeat(64))],
    ];
    for (const [rule, change] of changes) {
      const changed = copy(from);
      change(changed.decision);
      const { checks } = recount(sealed(changed));
      expect(checks.find(({ id }) => id === "frozen")?.faults).toEqual([
        { code: "counted-otherwise", values: { rule } },
      ]);
    }
  });

  it("when the stated result is not what the ballots give, though it was signed so", () => {
    const faults = faultsAfter((bundle) => {
      bundle.decision.result.tally.winners.reverse();
      bundle.decision.result.tally.winners.push("nobody");
      bundle.decision.result.outcome.result = "failed";
      bundle.checkpoint = sealed(bundle).checkpoint;
    });
    expect(faults).toEqual(["tally: tally-differs", "outcome: outcome-differs"]);
  });

  it("when a name stands in a secret one, or somebody votes for another's weight", () => {
    const named = faultsAfter(
      ({ ballots, decision }) => void (first(ballots).voter = decision.id),
      testBundle({ isSecret: true }),
    );
    expect(named).toContain("ballots: ballot-named");
    const swapped = faultsAfter(({ ballots, electors }) => {
      const stranger = electors?.at(-1)?.id ?? "";
      first(ballots).voter = stranger;
    });
    expect(swapped).toContain("list: ballots-changed");
  });

  it("when its lot was drawn with other ballots than it lists, though it was signed so", () => {
    const faults = faultsAfter(
      (bundle) => {
        bundle.decision.tieBreak.ballotsHash = "0".repeat(64);
        bundle.checkpoint = sealed(bundle).checkpoint;
      },
      testBundle({ isSecret: true, lotBy: "seed-and-ballots" }),
    );
    expect(faults).toEqual(["tally: drawn-otherwise", "outcome: drawn-otherwise"]);
  });

  it("when it is signed by another key than the reader knows, or is of another place", () => {
    expect(statesOf(testBundle(), { publicKey: "AAAA" })).toMatchObject({ key: "failed" });
    const elsewhere = sealed(testBundle(), "moot.example.org/elsewhere");
    expect(statesOf(elsewhere)).toMatchObject({ signature: "failed" });
  });

  it("when it is no bundle at all", () => {
    for (const other of [null, 3, "text", [], {}, { ...testBundle(), more: 1 }]) {
      expect(statesOf(other)).toMatchObject({ format: "failed", tally: "skipped" });
    }
  });

  it("after any of many small changes anywhere in it", { timeout: 60_000 }, () => {
    const bundles = [testBundle(), testBundle({ isSecret: true })];
    fc.assert(
      fc.property(fc.constantFrom(...bundles), fc.infiniteStream(fc.nat()), (bundle, numbers) => {
        const next = () => Number(numbers.next().value ?? 0);
        const changed = mutate(copy(bundle), next);
        fc.pre(JSON.stringify(changed) !== JSON.stringify(bundle));
        expect(recount(changed).isRight).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

type Next = () => number;

/** Walks to some place, and changes, drops, doubles or moves what is there. */
function mutate(root: unknown, next: Next): unknown {
  if (Array.isArray(root) && root.length > 0) return mutateList(root, next);
  if (root !== null && typeof root === "object") return mutateObject(root, next);
  if (typeof root === "number") return root + 1 + (next() % 3);
  if (typeof root !== "string") return next();
  const at = next() % (root.length + 1);
  const letter = "0123456789abcdef"[next() % 16] ?? "0";
  return `${root.slice(0, at)}${letter}${root.slice(at + (next() % 2))}`;
}

function mutateList(list: unknown[], next: Next): unknown[] {
  const at = next() % list.length;
  const changes = [
    () => list.toSpliced(at, 1),
    () => list.toSpliced(at, 0, list[at]),
    () => list.toReversed(),
  ];
  return changes[next() % 8]?.() ?? list.with(at, mutate(list[at], next));
}

function mutateObject(root: object, next: Next): object {
  const keys = Object.keys(root);
  const key = keys[next() % keys.length];
  if (key === undefined) return { more: 1 };
  const { [key]: value, ...others } = root as Record<string, unknown>;
  return next() % 12 === 0 ? others : { ...root, [key]: mutate(value, next) };
}

describe("a receipt", () => {
  const faultsOf = (receipt: unknown, bundle = testBundle()) =>
    recount(bundle, { receipt })
      .checks.find(({ id }) => id === "receipt")
      ?.faults.map(({ code }) => code);

  it("is found on the list as the ballot that was cast", () => {
    expect(faultsOf(testReceipt(3))).toEqual([]);
  });

  it("says so when its ballot is missing, differs, or was never signed for", () => {
    const without = testBundle();
    without.ballots.splice(3, 1);
    expect(faultsOf(testReceipt(3), without)).toEqual(["receipt-not-found"]);
    const other = testBundle();
    const [one, two] = other.ballots.slice(3, 5);
    if (one && two) one.ballot = two.ballot;
    expect(faultsOf(testReceipt(3), other)).toEqual(["receipt-differs"]);
    expect(faultsOf({ ...testReceipt(3), revision: 2 })).toEqual(["receipt-unsigned"]);
    expect(faultsOf({ ...testReceipt(3), decisionId: testReceipt(3).communityId })).toEqual([
      "receipt-of-another-decision",
    ]);
    expect(faultsOf("nonsense")).toEqual(["receipt-unreadable"]);
  });
});
