import { describe, expect, it } from "vitest";
import texts from "../../locales/en/decisions.json" with { type: "json" };
import { methodFacts, offeredMethods } from "../method-facts.ts";
import { adviceOn, type Circumstances } from "./advice.ts";
import { type Draft, emptyDraft, withMethod } from "./draft.ts";

const draft = emptyDraft(0);
const majority: Draft = { ...draft, threshold: { kind: "simple-majority", percent: "" } };
const inGroups: Draft = {
  ...draft,
  secrecy: "public",
  groupMajority: { kind: "simple-majority", percent: "" },
};
const on = (one: Draft, options: number, more: Partial<Circumstances> = {}) =>
  adviceOn(one, { options, standing: options, members: 20, isOpenToAll: false, ...more });

describe("advice on rules", () => {
  it("is silent where they fit", () => {
    expect(on(draft, 4)).toEqual([]);
    expect(on(withMethod(draft, "schulze"), 5)).toEqual([]);
    expect(on(withMethod(draft, "plurality"), 2)).toEqual([]);
    expect(on(withMethod(draft, "stv"), 5)).toEqual([]);
    expect(on(withMethod(draft, "quadratic"), 5)).toEqual([]);
  });

  it("names methods that ask for too much, or for too little", () => {
    expect(on(withMethod(draft, "schulze"), 2)).toEqual(["ranking-of-two"]);
    expect(on(withMethod(draft, "irv"), 14)).toEqual(["long-ranking"]);
    expect(on(withMethod(draft, "score"), 2)).toEqual(["score-of-two"]);
    expect(on(withMethod(draft, "star"), 2)).toEqual(["score-of-two"]);
    expect(on(withMethod(draft, "cumulative"), 2)).toEqual(["points-of-two"]);
    expect(on(withMethod(majority, "plurality"), 4)).toEqual(["one-of-many", "majority-of-many"]);
  });

  it("says where options that are alike, or few, change who wins", () => {
    expect(on(withMethod(draft, "borda"), 4)).toEqual(["borda-clones"]);
    expect(on(withMethod(draft, "copeland"), 3)).toEqual(["tied-copeland"]);
    expect(on(withMethod(draft, "copeland"), 4)).toEqual([]);
  });

  it("keeps votes for sale to communities in which each person has one account", () => {
    expect(on(withMethod(draft, "quadratic"), 4, { isOpenToAll: true })).toEqual([
      "quadratic-accounts",
    ]);
    expect(on(withMethod(draft, "approval"), 4, { isOpenToAll: true })).toEqual([]);
  });

  it("keeps seats in proportion to decisions with several of them", () => {
    const one: Draft = { ...draft, settings: { ...methodFacts.stv.settings, winners: 1 } };
    expect(on(one, 4)).toEqual(["one-seat"]);
    expect(on(withMethod(majority, "meek"), 4)).toEqual(["threshold-of-seats"]);
  });

  it("keeps consent to groups that can talk it over", () => {
    const consent = withMethod(draft, "consent");
    expect(on(consent, 2, { members: 50 })).toEqual([]);
    expect(on(consent, 2, { members: 51 })).toEqual(["consent-of-many"]);
    expect(on(consent, 2, { members: 501 })).toEqual(["consent-of-crowd"]);
  });

  it("says where one proposal or a time is not what the debate is about", () => {
    expect(on(withMethod(draft, "yes-no"), 2)).toEqual([]);
    expect(on(withMethod(draft, "yes-no"), 4)).toEqual(["proposal-of-many"]);
    expect(on(withMethod(draft, "time-poll"), 4)).toEqual(["times-only"]);
  });

  it("says which ballots tell badly what every opinion group backs", () => {
    expect(on(withMethod(inGroups, "plurality"), 4)).toContain("groups-of-first-choices");
    expect(on(withMethod(inGroups, "schulze"), 4)).toEqual(["groups-of-first-choices"]);
    expect(on(withMethod(inGroups, "plurality"), 2)).toEqual([]);
    expect(on(withMethod(inGroups, "stv"), 4)).toEqual(["groups-of-seats"]);
    expect(on(withMethod(inGroups, "cumulative"), 4)).toEqual(["groups-of-points"]);
    expect(on(withMethod(inGroups, "quadratic"), 4)).toEqual(["groups-of-points"]);
    for (const method of ["approval", "score", "majority-judgment"] as const) {
      expect(on(withMethod(inGroups, method), 4)).toEqual([]);
    }
    expect(on(withMethod(inGroups, "yes-no"), 2)).toEqual([]);
  });

  it("asks no group of a secret vote, and warns of nothing then", () => {
    expect(on(withMethod({ ...inGroups, secrecy: "secret" }, "schulze"), 4)).toEqual([]);
  });

  it("has words for all that it can say", () => {
    const said = offeredMethods.flatMap((method) =>
      [2, 3, 12].flatMap((options) =>
        [20, 60, 600].flatMap((members) =>
          [majority, inGroups].flatMap((one) =>
            on(withMethod(one, method), options, { members, isOpenToAll: true }),
          ),
        ),
      ),
    );
    expect([...new Set(said)].filter((advice) => !(advice in texts.advice))).toEqual([]);
  });

  it("warns of a share of points that hardly anything reaches", () => {
    expect(on(withMethod(majority, "score"), 4)).toEqual(["majority-of-points"]);
    expect(on(withMethod(majority, "cumulative"), 4)).toEqual(["majority-of-points"]);
  });

  it("warns of a quorum that lets people win by staying away", () => {
    expect(on({ ...draft, quorum: { kind: "2/3", percent: "" } }, 4)).toEqual(["high-quorum"]);
    expect(on({ ...draft, quorum: { kind: "1/2", percent: "" } }, 4)).toEqual([]);
  });
});
