import { describe, expect, it } from "vitest";
import { FundingPlan, ProjectPlan } from "#shared/contract/funding.ts";
import { validateFundingBallot } from "#shared/funding/ballot.ts";
import { type IncidentState, refusedStep } from "#shared/systems/index.ts";
import { demoPlan } from "./demo.ts";

const now = new Date("2026-11-20T12:00:00Z");
const { people, debates, commitments, treasury, round, system, panel } = demoPlan({
  seed: "demo",
  now,
});
const keepers = new Set(
  people.filter(({ role }) => role !== "member").map(({ participantId }) => participantId),
);

describe("what the demo's people promised", () => {
  it("follows from what was decided before, and shows each way that a promise goes", () => {
    const decided = new Map(
      debates.flatMap(({ decision }) => (decision ? [[decision.id, decision.closesAt]] : [])),
    );
    for (const { sourceId, createdAt } of commitments) {
      expect(createdAt.getTime()).toBeGreaterThan(decided.get(sourceId)?.getTime() ?? Infinity);
    }
    expect(commitments.filter(({ review }) => review !== null)).toHaveLength(1);
    expect(commitments.filter(({ isLate }) => isLate)).toHaveLength(1);
    expect(commitments.filter(({ answeredAt }) => answeredAt === null)).toHaveLength(1);
  });

  it("goes forward, and is reviewed by somebody else", () => {
    for (const { updates, createdAt, ownerId, review } of commitments) {
      const times = [createdAt, ...updates.map((one) => one.createdAt)].map(Number);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(now.getTime());
      expect(review?.byId).not.toBe(ownerId);
    }
  });
});

describe("the demo's treasury", () => {
  it("is kept by two people each time, and never spends what it has not", () => {
    let balance = 0;
    for (const { kind, amount, enteredById, settledById } of treasury.entries) {
      expect(keepers).toContain(enteredById);
      if (settledById === null) continue;
      expect(keepers).toContain(settledById);
      expect(settledById).not.toBe(enteredById);
      balance += kind === "in" ? amount : -amount;
      expect(balance).toBeGreaterThan(0);
    }
  });

  it("has one entry that waits, and a funder who gives more than half", () => {
    expect(treasury.entries.filter(({ settledById }) => settledById === null)).toHaveLength(1);
    const given = treasury.entries.filter(({ kind }) => kind === "in");
    const sum = (entries: typeof given) => entries.reduce((all, { amount }) => all + amount, 0);
    const largest = given.filter(({ party }) => party === "Harbour Foundation");
    expect(sum(largest) * 2).toBeGreaterThan(sum(given));
  });
});

describe("the demo's funding round", () => {
  it("is what the product would accept", () => {
    const { title, about, currency, budget, settings, closesAt, debateId } = round;
    const plan = { title, about, currency, budget, settings, debateId };
    expect(FundingPlan.parse({ ...plan, closesAt: closesAt.toISOString() })).toMatchObject(plan);
    for (const { id: _id, proposerId: _by, createdAt: _at, ...project } of round.projects) {
      expect(ProjectPlan.parse(project)).toEqual(project);
      expect(project.cost).toBeLessThanOrEqual(budget);
    }
  });

  it("is voted on by people of that time with ballots that count, and goes on for days", () => {
    const electors = new Set(round.electors);
    const { form, most } = round.settings;
    const rule = { form, most, projects: round.projects.map(({ id }) => id) };
    expect(round.ballots.length).toBeGreaterThan(10);
    for (const { voterId, ballot, castAt } of round.ballots) {
      expect(electors).toContain(voterId);
      expect(validateFundingBallot(ballot, rule)).toEqual([]);
      expect(castAt > round.openedAt && castAt < now).toBe(true);
    }
    expect(round.closesAt.getTime()).toBeGreaterThan(now.getTime());
  });

  it("leaves those who look around their votes", () => {
    const guests = people.filter(({ canSignIn }) => canSignIn);
    for (const { participantId } of guests) {
      expect(round.electors).toContain(participantId);
      expect(round.ballots.map(({ voterId }) => voterId)).not.toContain(participantId);
    }
  });
});

describe("the demo's system", () => {
  it("has a card with a history, whose incidents went the ways that there are", () => {
    expect(system.versions.length).toBeGreaterThan(1);
    for (const { steps, createdAt, dueAt } of system.incidents) {
      let from: IncidentState = "reported";
      let before = createdAt;
      for (const { to, byId, createdAt: at } of steps) {
        const hand = { isModerator: keepers.has(byId), isSteward: byId === system.stewardId };
        expect(refusedStep({ from, to, hand, unfinished: 0 })).toBeNull();
        expect(at > before && at < now).toBe(true);
        [from, before] = [to, at];
      }
      expect(dueAt > now).toBe(true);
    }
  });
});

describe("the demo's panel", () => {
  it("has volunteers enough to be drawn, each with an answer that there is", () => {
    expect(panel.volunteers.length).toBeGreaterThan(panel.seats * 2);
    for (const { name, values } of panel.attributes) {
      expect(values.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(panel.seats);
      for (const { value, min } of values) {
        const saying = panel.volunteers.filter(({ answers }) => answers[name] === value);
        expect(saying.length).toBeGreaterThan(min);
      }
      const known = values.map(({ value }) => value);
      for (const { answers } of panel.volunteers) expect(known).toContain(answers[name]);
    }
  });

  it("leaves those who look around their place", () => {
    const volunteers = panel.volunteers.map(({ participantId }) => participantId);
    const guests = people.filter(({ canSignIn }) => canSignIn);
    expect(guests.filter(({ participantId }) => volunteers.includes(participantId))).toEqual([]);
  });
});
