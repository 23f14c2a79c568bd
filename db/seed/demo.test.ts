import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PersonName } from "#shared/contract/accounts.ts";
import { ClaimText } from "#shared/contract/claims.ts";
import {
  Context,
  PositionText,
  PositionTitle,
  Question,
  Reason,
} from "#shared/contract/debates.ts";
import { EvidenceDraft } from "#shared/contract/evidence.ts";
import { Id } from "#shared/contract/ids.ts";
import { phases } from "#shared/contract/phases.ts";
import { StatementText } from "#shared/contract/statements.ts";
import { canonicalForm } from "#shared/holdings/canonical.ts";
import { countBallots, Settings, validateBallot, validateSettings } from "#shared/voting/index.ts";
import { demoPlan } from "./demo.ts";
import type { DemoDebate, DemoDecision, DemoPlan } from "./demo-plan.ts";

const now = new Date("2026-11-20T12:00:00Z");
const plan = demoPlan({ seed: "demo", now });
const everyone = new Set(plan.people.map(({ participantId }) => participantId));
const titled = plan.debates.map((debate) => [debate.question, debate] as const);
const decided = plan.debates.flatMap(({ decision }) => (decision === null ? [] : [decision]));

function debateOn(words: string): DemoDebate {
  const found = plan.debates.find(({ question }) => question.includes(words));
  if (found === undefined) throw new Error(`no debate on ${words}`);
  return found;
}

const ruleOf = (decision: DemoDecision) => ({
  options: decision.options.map(({ id }) => id),
  settings: Settings.parse(decision.settings),
});

const tallyOf = (decision: DemoDecision) =>
  countBallots({
    ...ruleOf(decision),
    ballots: decision.ballots.map(({ ballot, voterId }) => ({
      ballot,
      weight: decision.holdings?.tokens.get(voterId) ?? 1n,
    })),
  });

/** Every id of a plan, in the order in which it is written. */
function idsOf(plan: DemoPlan): string[] {
  const { community, people, debates, delegations, conversation } = plan;
  return [
    community.id,
    ...people.flatMap(({ accountId, participantId }) => [accountId, participantId]),
    ...debates.flatMap((debate) => [
      debate.id,
      ...[...debate.moves, ...debate.positions, ...debate.evidence].map(({ id }) => id),
      ...debate.claims.flatMap(({ id, edgeId }) => [id, edgeId]),
      ...debate.statements.map(({ id }) => id),
      ...(debate.decision === null ? [] : [debate.decision.id]),
      ...(debate.decision?.options ?? []).map(({ id }) => id),
      ...(debate.decision?.ballots ?? []).map(({ ballotId }) => ballotId),
    ]),
    ...delegations.map(({ id }) => id),
    conversation.debateId,
    ...plan.commitments.flatMap(({ id, updates }) => [id, ...updates.map((one) => one.id)]),
    ...[...plan.treasury.lines, ...plan.treasury.entries].map(({ id }) => id),
    ...[plan.round, ...plan.round.projects].map(({ id }) => id),
    plan.panel.id,
    ...[plan.system, ...plan.system.incidents].map(({ id }) => id),
    ...plan.system.incidents.flatMap(({ steps }) => steps.map(({ id }) => id)),
  ];
}

it("the demo's people delegate no more than one vote in each scope, and to others", () => {
  const { delegations } = plan;
  for (const { fromId, toId, scope, about } of delegations) {
    const own = delegations.filter(
      (one) => one.fromId === fromId && one.scope === scope && one.about === about,
    );
    expect(own.reduce((sum, { percent }) => sum + percent, 0)).toBeLessThanOrEqual(100);
    expect(everyone.has(fromId) && everyone.has(toId) && fromId !== toId).toBe(true);
  }
});

describe("the demo as a whole", () => {
  it("is the same for the same seed and time, and another one otherwise", () => {
    expect(demoPlan({ seed: "demo", now })).toEqual(plan);
    expect(idsOf(demoPlan({ seed: "other", now }))).not.toEqual(idsOf(plan));
  });

  it("gives every row an id of its own", () => {
    const ids = idsOf(plan);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(Id.safeParse(id).success).toBe(true);
  });

  it("shows each phase, and the four great questions with their arguments", () => {
    expect(new Set(plan.debates.map(({ phase }) => phase))).toEqual(new Set(phases));
    const sizes = ["bias", "disputes", "does harm", "stake"].map(
      (words) => debateOn(words).claims.length,
    );
    expect(sizes.map((size, at) => size >= ([38, 28, 25, 33][at] ?? 0))).toEqual(
      sizes.map(() => true),
    );
  });

  it("has a hundred and fifty claims, two hundred statements, and no source without an address", () => {
    const claims = plan.debates.flatMap((debate) => debate.claims);
    const evidence = plan.debates.flatMap((debate) => debate.evidence);
    expect(claims.length).toBeGreaterThanOrEqual(150);
    expect(plan.debates.flatMap(({ statements }) => statements).length).toBeGreaterThanOrEqual(200);
    for (const { url } of evidence) expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]+\/./);
  });

  it("has sixty people, four of whom can sign in, under a charter numbered from 1", () => {
    expect(plan.people).toHaveLength(60);
    const roles = plan.people.filter(({ canSignIn }) => canSignIn).map(({ role }) => role);
    expect(roles.toSorted()).toEqual(["member", "member", "moderator", "owner"]);
    expect(new Set(plan.people.map(({ email }) => email)).size).toBe(60);
    for (const { email, name } of plan.people) {
      expect(email).toMatch(/^[a-z-]+@example\.org$/);
      expect(PersonName.parse(name)).toBe(name);
    }
    const numbers = plan.community.charter.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it("brings a published conversation with its attribution", () => {
    const { folder, attribution } = plan.conversation;
    expect(existsSync(new URL(`./${folder}/votes.csv.gz`, import.meta.url))).toBe(true);
    expect(attribution).toContain(
      "CC BY 4.0 with Attribution to The Computational Democracy Project",
    );
  });
});

describe.each(titled)("the debate “%s”", (_question, debate) => {
  it("says nothing that the product would not accept", () => {
    expect(Question.parse(debate.question)).toBe(debate.question);
    expect(Context.parse(debate.context)).toBe(debate.context);
    for (const { reason } of debate.moves) expect(Reason.parse(reason)).toBe(reason);
    for (const { title, text } of debate.positions) {
      expect([PositionTitle.parse(title), PositionText.parse(text)]).toEqual([title, text]);
    }
    for (const { text } of debate.claims) expect(ClaimText.parse(text)).toBe(text);
    for (const { text } of debate.statements) expect(StatementText.parse(text)).toBe(text);
    const texts = [...debate.claims, ...debate.statements].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("came to its phase step by step", () => {
    expect(debate.moves.map(({ from }) => from)).toEqual(
      ["draft", ...debate.moves.map(({ to }) => to)].slice(0, debate.moves.length),
    );
    expect(phases.slice(1, debate.moves.length + 1)).toEqual(debate.moves.map(({ to }) => to));
    expect(debate.phase).toBe(debate.moves.at(-1)?.to ?? "draft");
    const times = [debate.createdAt, ...debate.moves.map(({ createdAt }) => createdAt)];
    expect(times.toSorted((a, b) => a.getTime() - b.getTime())).toEqual(times);
  });

  it("hangs each claim under something that was there before", () => {
    const before = new Map(debate.positions.map(({ id, createdAt }) => [id, createdAt]));
    for (const claim of debate.claims) {
      const target = before.get(claim.targetId);
      expect(target !== undefined && target <= claim.createdAt).toBe(true);
      before.set(claim.id, claim.createdAt);
      before.set(claim.edgeId, claim.createdAt);
    }
  });

  it("names real sources with address, publisher and day", () => {
    const claims = new Set(debate.claims.map(({ id }) => id));
    for (const {
      id: _id,
      claimId,
      authorId: _author,
      createdAt: _at,
      ...source
    } of debate.evidence) {
      expect(claims.has(claimId)).toBe(true);
      expect(EvidenceDraft.parse(source)).toEqual(source);
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.publisher).not.toBe("");
      expect(source.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(new Date(source.publishedOn) < now).toBe(true);
    }
  });

  it("is by members of that time, and nothing in it lies in the future", () => {
    const joined = new Map(
      plan.people.map(({ participantId, joinedAt }) => [participantId, joinedAt]),
    );
    const acts = [
      { authorId: debate.authorId, createdAt: debate.createdAt },
      ...debate.moves.map(({ actorId, createdAt }) => ({ authorId: actorId, createdAt })),
      ...debate.positions,
      ...debate.claims,
      ...debate.evidence,
      ...debate.statements,
      ...debate.ratings.map(({ participantId, ratedAt }) => ({
        authorId: participantId,
        createdAt: ratedAt,
      })),
      ...debate.responses.map(({ participantId, respondedAt }) => ({
        authorId: participantId,
        createdAt: respondedAt,
      })),
    ];
    for (const { authorId, createdAt } of acts) {
      const since = joined.get(authorId);
      expect(since !== undefined && since <= createdAt && createdAt <= now).toBe(true);
    }
  });

  it("has one rating per person and claim, on the scale, and none by its author", () => {
    const authors = new Map(debate.claims.map(({ id, authorId }) => [id, authorId]));
    const seen = new Set(
      debate.ratings.map(({ claimId, participantId }) => `${claimId} ${participantId}`),
    );
    expect(seen.size).toBe(debate.ratings.length);
    for (const { claimId, participantId, truth, relevance } of debate.ratings) {
      expect(authors.get(claimId)).not.toBe(participantId);
      for (const grade of [truth, relevance]) expect([null, 0, 1, 2, 3, 4]).toContain(grade);
    }
  });

  it("has one response per person and statement, with agreement and disagreement on most", () => {
    const seen = new Set(debate.responses.map((one) => `${one.statementId} ${one.participantId}`));
    expect(seen.size).toBe(debate.responses.length);
    const mixed = debate.statements.filter(({ id }) => {
      const values = debate.responses.filter(({ statementId }) => statementId === id);
      return values.some(({ value }) => value === 1) && values.some(({ value }) => value === -1);
    });
    expect(mixed.length).toBeGreaterThanOrEqual(Math.floor(debate.statements.length * 0.6));
  });
});

describe.each(decided.map((decision) => [decision.title, decision] as const))(
  "the decision “%s”",
  (_title, decision) => {
    it("has ballots that its method accepts, one for each voter of the electorate", () => {
      const rule = ruleOf(decision);
      expect(validateSettings(rule)).toEqual([]);
      expect(decision.ballots.flatMap(({ ballot }) => validateBallot(ballot, rule))).toEqual([]);
      const voters = decision.ballots.map(({ voterId }) => voterId);
      expect(new Set(voters).size).toBe(voters.length);
      expect(voters.every((voter) => decision.electorate.includes(voter))).toBe(true);
      expect(decision.electorate.every((elector) => everyone.has(elector))).toBe(true);
    });

    it("was voted on while it was open", () => {
      for (const { castAt } of decision.ballots) {
        expect(castAt >= decision.opensAt && castAt < decision.closesAt && castAt <= now).toBe(
          true,
        );
      }
      expect(decision.status).toBe(decision.closesAt <= now ? "closed" : "open");
    });

    it("says in its outcome what the count says, whatever the seed", () => {
      const { outcome } = decision;
      if (outcome === null) return;
      expect(tallyOf(decision).winners).toEqual([outcome.winnerOptionId]);
      for (const seed of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
        const others = demoPlan({ seed, now }).debates.map((debate) => debate.decision);
        const same = others.find((other) => other?.title === decision.title);
        if (same === undefined || same === null) throw new Error("the decision is gone");
        expect(tallyOf(same).winners).toEqual([same.outcome?.winnerOptionId]);
      }
    });
  },
);

describe("the vote on who answers for harm", () => {
  it("takes several rounds of elimination", () => {
    const { decision } = debateOn("does harm");
    if (decision === null) throw new Error("there is no decision");
    expect(tallyOf(decision).rounds?.length).toBeGreaterThan(1);
  });
});

describe("the vote on the licence, weighed by what people had given", () => {
  it("has another winner by tokens than by persons, whatever the seed", () => {
    for (const seed of ["demo", "a", "b", "c", "d", "e", "f", "g", "h"]) {
      const { debates } = demoPlan({ seed, now });
      const decision = debates.find(({ question }) => question.includes("licence"))?.decision;
      if (!decision?.holdings) throw new Error("there is no snapshot");
      const titleOf = (holdings: DemoDecision["holdings"]) => {
        const [winner] = tallyOf({ ...decision, holdings }).winners;
        return decision.options.find(({ id }) => id === winner)?.title;
      };
      expect(titleOf(decision.holdings)).toBe("Members only");
      expect(titleOf(null)).toBe("An open licence, with everything needed to build it again");
    }
  });

  it("goes by a snapshot whose hash holds, with an address that is nobody's here", () => {
    const snapshot = debateOn("licence").decision?.holdings?.snapshot;
    if (!snapshot) throw new Error("there is no snapshot");
    const { decimals, balances, hash, total } = snapshot;
    const form = canonicalForm(decimals, balances);
    expect(createHash("sha256").update(form).digest("hex")).toBe(hash);
    expect(balances.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
    expect(balances.filter(({ participantId }) => participantId === null)).toHaveLength(1);
  });
});

describe("the vote on stake", () => {
  it("is decided by thirty ranked ballots, some of them with ties", () => {
    const { decision, phase } = debateOn("stake");
    expect(phase).toBe("decided");
    expect(decision?.method).toBe("schulze");
    expect(decision?.ballots).toHaveLength(30);
    const tied = decision?.ballots.filter(
      ({ ballot }) =>
        ballot.method === "schulze" && ballot.ranking.some((group) => group.length > 1),
    );
    expect(tied?.length).toBeGreaterThan(0);
  });
});
