import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../merkle/canonical-json.ts";
import { type CardFacts, exportCard, isAsWritten } from "./card.ts";
import { deadlineOf, isOverdue, usualTerms } from "./deadline.ts";
import { type Hand, incidentStates, refusedStep, severities, stepsFor } from "./incident.ts";

const hand = fc.record({ isModerator: fc.boolean(), isSteward: fc.boolean() });
const state = fc.constantFrom(...incidentStates);
const moderator: Hand = { isModerator: true, isSteward: false };
const steward: Hand = { isModerator: false, isSteward: true };
const day = 86_400_000;

describe("the way of an incident", () => {
  it("goes from its report to its end in these steps and no others", () => {
    const both = { isModerator: true, isSteward: false };
    expect(Object.fromEntries(incidentStates.map((from) => [from, stepsFor(from, both)]))).toEqual({
      reported: ["accepted", "declined"],
      declined: ["accepted"],
      accepted: ["mending", "declined"],
      mending: ["resolved"],
      resolved: ["closed", "mending"],
      closed: [],
    });
  });

  it("is gone by nobody but moderators and the steward, who judges not the own system", () => {
    expect(stepsFor("reported", { isModerator: false, isSteward: false })).toEqual([]);
    expect(stepsFor("reported", steward)).toEqual(["accepted"]);
    expect(stepsFor("resolved", { isModerator: true, isSteward: true })).toEqual([]);
    const asked = { from: "reported", to: "declined", unfinished: 0 } as const;
    expect(refusedStep({ ...asked, hand: steward })).toBe("own-system");
    expect(refusedStep({ ...asked, hand: { isModerator: false, isSteward: false } })).toBe(
      "not-a-carer",
    );
    expect(refusedStep({ ...asked, to: "closed", hand: moderator })).toBe("no-such-step");
  });

  it("ends only once what was promised because of it is done", () => {
    const asked = { from: "mending", to: "resolved", hand: steward } as const;
    expect(refusedStep({ ...asked, unfinished: 1 })).toBe("unfinished");
    expect(refusedStep({ ...asked, unfinished: 0 })).toBeNull();
  });

  it("offers what it does not refuse, and refuses what it does not offer", () => {
    fc.assert(
      fc.property(state, state, hand, (from, to, who) => {
        const isOffered = stepsFor(from, who).includes(to);
        expect(refusedStep({ from, to, hand: who, unfinished: 0 }) === null).toBe(isOffered);
      }),
    );
  });

  it("leads from everywhere to its end, and nowhere from there", () => {
    const reached = new Set<string>(["closed"]);
    for (const _ of incidentStates) {
      for (const from of incidentStates) {
        if (stepsFor(from, moderator).some((to) => reached.has(to))) reached.add(from);
      }
    }
    expect([...reached].toSorted()).toEqual([...incidentStates].toSorted());
  });
});

describe("the time for an incident", () => {
  it("is the shorter the worse it is, and begins with the report and with the ruling on it", () => {
    const at = (severity: (typeof severities)[number]) =>
      deadlineOf({ state: "reported", severity, at: 0, before: null }, usualTerms);
    expect(severities.map(at)).toEqual([14 * day, 7 * day, 3 * day, day]);
    const accepted = { state: "accepted", severity: "high", at: day, before: 3 * day } as const;
    expect(deadlineOf(accepted, usualTerms)).toBe(15 * day);
  });

  it("does not begin anew with the work, and ends with it", () => {
    const work = { severity: "low", at: 5, before: 9 } as const;
    expect(deadlineOf({ ...work, state: "mending" }, usualTerms)).toBe(9);
    for (const ended of ["declined", "resolved", "closed"] as const) {
      expect(deadlineOf({ ...work, state: ended }, usualTerms)).toBeNull();
    }
  });

  it("is over from its very moment on", () => {
    expect([isOverdue(9, 8), isOverdue(9, 9), isOverdue(null, 9)]).toEqual([false, true, false]);
  });
});

const facts: CardFacts = {
  id: "s",
  community: { id: "c", name: "The commons" },
  kind: "model",
  name: "Moss",
  release: "2.1",
  licence: "Apache-2.0",
  url: null,
  intendedUse: "Summaries",
  knownHarms: "It makes up names.",
  evaluations: [
    { measured: "Accuracy", value: "0.9", on: "2026-01-02", by: "A lab", url: "https://a.example" },
  ],
  steward: "Ada",
  version: 2,
  changedAt: "2026-01-03T00:00:00.000Z",
  links: [
    { kind: "decision", id: "2" },
    { kind: "debate", id: "9" },
    { kind: "decision", id: "1" },
  ],
  incidents: [],
};

describe("a card as a file", () => {
  it("is the same bytes in whatever order its facts came", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts.links], { minLength: 3 }), (links) => {
        const backwards = Object.fromEntries(Object.entries({ ...facts, links }).toReversed());
        const one = exportCard(backwards as unknown as CardFacts);
        expect(canonicalJson(one)).toBe(canonicalJson(exportCard(facts)));
      }),
    );
  });

  it("shows by its hash whether a word of it was changed", () => {
    const written = exportCard(facts);
    expect(isAsWritten(written)).toBe(true);
    const changed = { ...written, card: { ...written.card, knownHarms: "None." } };
    expect(isAsWritten(changed)).toBe(false);
  });
});
