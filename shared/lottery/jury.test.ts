import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Candidate,
  type Choice,
  choices,
  countVotes,
  decisionChoices,
  eligibleOf,
  leastMembership,
  nextSeats,
  obstacleFor,
  quorumOf,
  seatsFor,
} from "./jury.ts";
import { opensVote, voteCommitment } from "./vote.ts";

const day = 86_400_000;
const now = 1_000 * day;
const moments = { now, communitySince: now - 400 * day };
const can: Candidate = {
  id: "somebody",
  hasOptedIn: true,
  role: "member",
  isSuspended: false,
  hasPart: false,
  memberSince: now - 40 * day,
  activeAt: now - day,
  drawnAt: null,
};

describe("seats", () => {
  it("are 2n + 1 at the next level, up to 47", () => {
    expect([3, 5, 11, 23, 47].map(nextSeats)).toEqual([7, 11, 23, 47, 47]);
  });

  it("are fewer, odd and at least three where fewer than twice as many can be drawn; else none", () => {
    expect([10, 9, 8, 7, 6, 5, 0].map((eligible) => seatsFor(5, eligible))).toEqual([
      5,
      3,
      3,
      3,
      3,
      null,
      null,
    ]);
    expect([22, 21, 14, 10].map((eligible) => seatsFor(11, eligible))).toEqual([11, 9, 7, 5]);
  });

  it("need two thirds of them to vote", () => {
    expect([3, 5, 7, 11].map(quorumOf)).toEqual([2, 4, 5, 8]);
  });
});

describe("a ruling", () => {
  const found = (...numbers: [uphold: number, modify: number, overturn: number]) => {
    const votes = choices.toReversed().flatMap((choice, at) => {
      return Array.from({ length: numbers[at] ?? 0 }, () => choice);
    });
    return countVotes(votes, 5).choice;
  };

  it("is what more than half of the seats want", () => {
    expect(found(3, 0, 2)).toBe("uphold");
    expect(found(1, 3, 1)).toBe("modify");
    expect(found(2, 0, 3)).toBe("overturn");
  });

  it("keeps the less restrictive state in a tie", () => {
    expect(found(2, 0, 2)).toBe("overturn");
    expect(found(0, 2, 2)).toBe("overturn");
    expect(found(2, 2, 0)).toBe("modify");
  });

  it("restricts as far as a majority wants at least", () => {
    expect(found(2, 2, 1)).toBe("modify");
    expect(found(2, 1, 2)).toBe("modify");
  });

  it("keeps the less restrictive state where fewer than two thirds voted, however they did", () => {
    expect(countVotes(["uphold", "uphold", "uphold"], 5)).toMatchObject({
      choice: "overturn",
      turnout: 3,
      quorum: 4,
      lacksTurnout: true,
    });
    expect(found(4, 0, 0)).toBe("uphold");
  });

  it("leaves a decision as members took it, where no majority wants it otherwise", () => {
    const cast = ["overturn", "overturn", "uphold", "uphold"] as const;
    expect(countVotes(cast, 5, decisionChoices).choice).toBe("uphold");
    expect(countVotes([...cast, "overturn"], 5, decisionChoices).choice).toBe("overturn");
    expect(countVotes(["overturn"], 5, decisionChoices).choice).toBe("uphold");
  });

  it("never gets more restrictive because somebody wants less", () => {
    const votes = fc.array(fc.constantFrom(...choices), { minLength: 4, maxLength: 5 });
    fc.assert(
      fc.property(votes, fc.nat(4), (cast, at) => {
        const rank = (choice: Choice) => choices.indexOf(choice);
        const milder = cast.map((one, n) =>
          n === at ? (choices[Math.max(0, rank(one) - 1)] ?? one) : one,
        );
        expect(rank(countVotes(milder, 5).choice)).toBeLessThanOrEqual(
          rank(countVotes(cast, 5).choice),
        );
      }),
    );
  });
});

describe("who can be drawn", () => {
  it("has opted in, is active, is no newcomer, has no part, is not suspended and does not moderate", () => {
    expect(obstacleFor(can, moments)).toBeNull();
    const obstacleWith = (change: Partial<Candidate>) =>
      obstacleFor({ ...can, ...change }, moments);
    expect(obstacleWith({ hasOptedIn: false })).toBe("not-opted-in");
    expect(obstacleWith({ role: "moderator" })).toBe("moderates");
    expect(obstacleWith({ role: "owner" })).toBe("moderates");
    expect(obstacleWith({ isSuspended: true })).toBe("suspended");
    expect(obstacleWith({ hasPart: true })).toBe("has-part");
    expect(obstacleWith({ memberSince: now - 29 * day })).toBe("new-here");
    expect(obstacleWith({ activeAt: now - 91 * day })).toBe("inactive");
    expect(obstacleWith({ activeAt: now - 90 * day })).toBeNull();
  });

  it("is a member for half of the community's age where that is younger than 60 days", () => {
    expect(leastMembership({ now, communitySince: now - 10 * day })).toBe(5 * day);
    expect(leastMembership(moments)).toBe(30 * day);
  });

  it("was not drawn in the last 30 days, where others suffice", () => {
    const many = (count: number, drawnAt: number | null) =>
      Array.from({ length: count }, (_, n) => ({ ...can, id: `${drawnAt} ${n}`, drawnAt }));
    const lately = many(3, now - day);
    const long = many(2, now - 31 * day);
    expect(eligibleOf([...lately, ...many(8, null), ...long], moments, 5)).toHaveLength(10);
    expect(eligibleOf([...lately, ...many(7, null), ...long], moments, 5)).toHaveLength(12);
  });
});

describe("a vote that is committed before it is told", () => {
  const vote = {
    disputeId: "a case",
    level: 1,
    juror: "one",
    choice: "uphold" as const,
    salt: "only the juror knows",
  };

  it("is opened by its choice and salt, and by no other", () => {
    const commitment = voteCommitment(vote);
    expect(opensVote(commitment, vote)).toBe(true);
    expect(opensVote(commitment, { ...vote, choice: "overturn" })).toBe(false);
    expect(opensVote(commitment, { ...vote, salt: "guessed" })).toBe(false);
  });

  it("is worth nothing to who copies it: another juror, case or level can't open it", () => {
    const commitment = voteCommitment(vote);
    for (const copy of [{ juror: "another" }, { disputeId: "another case" }, { level: 2 }]) {
      expect(opensVote(commitment, { ...vote, ...copy })).toBe(false);
    }
  });
});
