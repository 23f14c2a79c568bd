import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActEntry, cellsOf, countIn, deeds, ruledIn, tallyOf } from "./acts.ts";
import { monthAfter, monthsBetween, monthsFrom, quartersOver } from "./months.ts";

const time = "2026-03-05T12:00:00.000Z";
const entry = (kind: string, payload: Record<string, unknown>, subject = "s"): ActEntry => {
  return { time, kind, actor: "mona", subject, payload };
};
const act = (deed: string, action: string, role = "moderator") =>
  entry(`moderation.${deed}`, { action, role, rule: { number: 2, version: 1 } });
const opened = (dispute: string, of: string, kind = "action") =>
  entry("dispute.opened", { kind, of }, dispute);
const ruled = (dispute: string, choice: string) => entry("dispute.ruled", { choice }, dispute);

describe("what moderators did", () => {
  it("is counted with what became of it", () => {
    const cells = cellsOf([
      act("remove", "a"),
      act("remove", "b"),
      act("hide", "c"),
      act("warn", "d"),
      act("suspend", "e"),
      act("dismiss", "f"),
      entry("moderation.undone", { action: "c" }),
      opened("A", "a"),
      opened("B", "b"),
      opened("D", "d"),
      opened("E", "e"),
      ruled("A", "uphold"),
      ruled("B", "modify"),
      entry("dispute.withdrawn", {}, "D"),
    ]);
    expect(tallyOf(cells)).toEqual({
      actions: 5,
      undone: 1,
      appealed: 4,
      open: 1,
      withdrawn: 1,
      upheld: 1,
      modified: 1,
      overturned: 0,
      dismissals: 1,
    });
    expect(cells).toContainEqual({
      month: "2026-03",
      deed: "hide",
      rule: 2,
      role: "moderator",
      actor: "mona",
      isUndone: true,
      fate: "standing",
      count: 1,
    });
  });

  it("became of an appeal what the last ruling says, also where the appeal of that was withdrawn", () => {
    const until = (...more: ActEntry[]) =>
      tallyOf(cellsOf([act("remove", "a"), opened("A", "a"), ruled("A", "overturn"), ...more]));
    expect(until()).toMatchObject({ overturned: 1, open: 0 });
    expect(until(ruled("A", "uphold"))).toMatchObject({ overturned: 0, upheld: 1 });
    expect(until(entry("dispute.withdrawn", {}, "A"))).toMatchObject({
      overturned: 1,
      withdrawn: 0,
    });
  });

  it("is not what a jury did, nor what only waits, nor what is disputed besides", () => {
    const cells = cellsOf([
      act("warn", "a", "jury"),
      act("hold", "b", "automatic"),
      act("restore", "c"),
      act("remove", "d"),
      opened("D", "d", "decision"),
      entry("moderation.settings-changed", {}),
      entry("claim.removed", {}),
    ]);
    expect(tallyOf(cells)).toMatchObject({ actions: 1, appealed: 0, dismissals: 0 });
    expect(countIn(cells)).toBe(4);
  });

  it("adds up: alike in one cell or each by itself, in parts or as a whole", () => {
    const one = fc.record({
      deed: fc.constantFrom(...deeds),
      role: fc.constantFrom("moderator", "owner", "jury"),
      appeal: fc.option(fc.constantFrom("uphold", "modify", "overturn", "open"), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), fc.nat(30), (drawn, cut) => {
        const entries = drawn.map(({ deed, role, appeal }, at) => [
          act(deed, `${at}`, role),
          ...(appeal === undefined ? [] : [opened(`d${at}`, `${at}`)]),
          ...(appeal === undefined || appeal === "open" ? [] : [ruled(`d${at}`, appeal)]),
        ]);
        const whole = tallyOf(cellsOf(entries.flat()));
        const parts = [entries.slice(0, cut), entries.slice(cut)].map((part) =>
          tallyOf(cellsOf(part.flat())),
        );
        for (const name of ["actions", "appealed", "overturned", "dismissals"] as const) {
          expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
        }
        expect(whole.appealed).toBe(whole.open + whole.withdrawn + ruledIn(whole));
        expect(countIn(cellsOf(entries.flat()))).toBe(drawn.length);
      }),
    );
  });
});

describe("months", () => {
  it("follow each other over the years", () => {
    expect(monthAfter("2026-11", 3)).toBe("2027-02");
    expect(monthAfter("2026-02", -3)).toBe("2025-11");
    expect(monthsBetween("2025-11", "2026-02")).toEqual([
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
    ]);
    expect(monthsFrom("2025-11", "2026-02")).toBe(4);
    expect(monthsBetween("2026-02", "2025-11")).toEqual([]);
  });

  it("make quarters, of which those that are over do not hold the month that runs", () => {
    expect(quartersOver("2025-11", "2026-05")).toEqual(["2025-Q4", "2026-Q1"]);
    expect(quartersOver("2026-04", "2026-06")).toEqual([]);
    expect(quartersOver("2026-01", "2026-04")).toEqual(["2026-Q1"]);
  });
});
