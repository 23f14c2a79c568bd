import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewest, type HealthFacts, healthOf } from "./index.ts";

const quarter = "2026-10-01";
const none: HealthFacts = {
  decisions: [],
  answered: [],
  voices: [],
  agenda: [],
  appeals: [],
  promises: [],
};
const of = (facts: Partial<HealthFacts>) => healthOf({ ...none, ...facts }, [quarter])[0];
const counted = (all: number, some: number) => [{ quarter, all, some }];

describe("the health of a community in a quarter", () => {
  it("has the turnout of all decisions together, and the mean of their concentration", () => {
    const decisions = [
      { quarter, cast: 10, of: 20, gini: 0 },
      { quarter, cast: 30, of: 40, gini: 0.5 },
      { quarter, cast: 4, of: 4, gini: 1 },
    ];
    expect(of({ decisions })).toMatchObject({ turnout: 66, concentration: 0.25 });
  });

  it("has the median of the days from question to decision", () => {
    const answered = [9, 1, 30, 4, 2, 8].map((days) => ({ quarter, days }));
    expect(of({ answered })?.daysToDecision).toBe(4);
    expect(of({ answered: answered.slice(2) })?.daysToDecision).toBeNull();
  });

  it("tells shares of five or more only, and never of few people", () => {
    expect(of({ appeals: counted(4, 4), promises: counted(5, 3) })).toMatchObject({
      appealsOverturned: null,
      promisesKept: 60,
    });
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(9), (returning, fresh, setters) => {
        const all = returning + fresh;
        const voices = [{ quarter, people: all, fresh, words: 100, topWords: 40 }];
        const told = of({ voices, agenda: [{ quarter, people: setters }] });
        const counts = [told?.newVoices, told?.returningVoices, told?.agendaSetters];
        for (const count of counts)
          expect(count === 0 || count === null || (count ?? 0) >= fewest).toBe(true);
        // The top tenth is of five people or more.
        expect(told?.topTenth === null).toBe(all < 50);
      }),
    );
  });

  it("is empty where nothing happened, and keeps the order of the quarters", () => {
    const periods = healthOf(none, ["2026-07-01", quarter]);
    expect(periods.map(({ from }) => from)).toEqual(["2026-07-01", quarter]);
    expect(periods[1]).toEqual({
      from: quarter,
      turnout: null,
      newVoices: 0,
      returningVoices: 0,
      topTenth: null,
      concentration: null,
      agendaSetters: 0,
      daysToDecision: null,
      appealsOverturned: null,
      promisesKept: null,
    });
  });
});
