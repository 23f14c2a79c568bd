import type { CrowdMember } from "./crowd.ts";
import { daysBefore, hour, later } from "./days.ts";
import type { DemoAction, DemoDebate } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import { between, chance, pickWeighted, type Random, seededRandom } from "./random.ts";

type Kind = DemoAction["kind"];

/** How many actions there were in each of the last spans of thirty days, the latest first. */
const rhythm = [6, 7, 6, 7, 8, 6, 5, 4, 5, 3];

/** What each kind is done for, and what the person concerned was told. */
const kinds: Record<
  Kind,
  { readonly weight: number; readonly rule: number; readonly reason: string }
> = {
  warn: {
    weight: 5,
    rule: 1,
    reason: "This guesses at motives. Say what is wrong with the claim.",
  },
  "edit-request": {
    weight: 4,
    rule: 2,
    reason: "Two points in one: please make two claims of it.",
  },
  hide: { weight: 4, rule: 6, reason: "This log names people who did not agree to that." },
  "rate-limit": { weight: 2, rule: 3, reason: "Eleven claims in an hour, none with a source." },
  dismiss: { weight: 4, rule: 1, reason: "Sharp, but about the argument." },
};

const grounds =
  "I criticised the argument and nobody’s person. Others wrote the same and nothing happened.";

interface Hall {
  readonly everybody: readonly CrowdMember[];
  readonly debates: readonly DemoDebate[];
  readonly now: Date;
  readonly random: Random;
  /** How often somebody acted on whom so far. */
  readonly times: Map<string, number>;
}

/** What moderators did in the months before now, and what juries made of it. Nothing of it lasts. */
export function makeModeration(
  everybody: readonly CrowdMember[],
  { debates, now, seed }: { debates: readonly DemoDebate[]; now: Date; seed: string },
): DemoAction[] {
  const random = seededRandom(`${seed}/moderation`);
  const hall = { everybody, debates, now, random, times: new Map() };
  return rhythm.flatMap((count, span) =>
    Array.from({ length: count }, (_, at) => {
      const daysAgo = span * 30 + 3 + (at * 27) / count;
      return makeAction(hall, daysBefore(now, daysAgo));
    }).flatMap((one) => one ?? []),
  );
}

/** What somebody said by then who is a plain member and nobody's to sign in as. */
function saidBy({ debates, everybody }: Hall, time: Date) {
  const plain = new Set(
    everybody
      .filter(({ role, canSignIn }) => role === "member" && !canSignIn)
      .map(({ participantId }) => participantId),
  );
  return debates
    .flatMap(({ id: debateId, claims }) => claims.map((claim) => ({ ...claim, debateId })))
    .filter(({ authorId, createdAt }) => plain.has(authorId) && createdAt < time);
}

function makeAction(hall: Hall, createdAt: Date): DemoAction | null {
  const { everybody, random, times } = hall;
  const said = saidBy(hall, createdAt);
  if (said.length === 0) return null;
  const before = ({ authorId }: { authorId: string }) => times.get(authorId) ?? 0;
  const claim = pickWeighted(random, said, (one) => 1 / (1 + 9 * before(one)));
  times.set(claim.authorId, before(claim) + 1);
  const kind = pickWeighted(random, Object.keys(kinds) as Kind[], (one) => kinds[one].weight);
  const moderators = everybody.filter(({ role }) => role !== "member");
  const actor = pickWeighted(random, moderators, ({ role }) => (role === "owner" ? 1 : 4));
  const { rule, reason } = kinds[kind];
  const isStern = actor === moderators.at(-1);
  const fate = fateOf(kind, { random, isStern });
  return {
    id: timedId(createdAt, random),
    itemId: timedId(createdAt, random),
    kind,
    claimId: claim.id,
    debateId: claim.debateId,
    authorId: claim.authorId,
    actorId: actor.participantId,
    role: actor.role === "owner" ? "owner" : "moderator",
    rule,
    reason,
    createdAt,
    reportedAt: later(createdAt, -between(random, [0.2, 40]) * hour),
    isUndone: fate === "undone",
    appeal: appealOf(fate, { createdAt, random, now: hall.now }),
  };
}

type Fate = "stands" | "undone" | "uphold" | "modify" | "overturn";

/** Of what was hidden nothing stays so: the demo is to be read. */
function fateOf(kind: Kind, { random, isStern }: { random: Random; isStern: boolean }): Fate {
  if (kind === "dismiss") return "stands";
  if (kind === "hide") return chance(random, isStern ? 0.9 : 0.3) ? "overturn" : "undone";
  if (!chance(random, 0.4)) return "stands";
  if (isStern) return chance(random, 0.7) ? "overturn" : "modify";
  return chance(random, 0.85) ? "uphold" : "overturn";
}

interface Appealing {
  readonly createdAt: Date;
  readonly now: Date;
  readonly random: Random;
}

/** A case takes two weeks; one that would end after now waits for its ruling. */
function appealOf(fate: Fate, { createdAt, now, random }: Appealing): DemoAction["appeal"] {
  if (fate === "stands" || fate === "undone") return null;
  const openedAt = later(createdAt, 20 * hour);
  const ruledAt = later(openedAt, 14 * 24 * hour);
  if (ruledAt > now) return null;
  return { id: timedId(openedAt, random), openedAt, ruledAt, choice: fate, grounds };
}
