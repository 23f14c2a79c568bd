import { charterDraft, communityDraft } from "./charter.ts";
import { makeCommitments } from "./commitments.ts";
import { conversationDraft } from "./conversation.ts";
import { type CrowdMember, crowd } from "./crowd.ts";
import { daysBefore, hour, later } from "./days.ts";
import { makeDebate } from "./debate.ts";
import { makeDelegations } from "./delegations.ts";
import { debateDrafts } from "./debates/index.ts";
import { makeRound } from "./funding.ts";
import { makeModeration } from "./moderation.ts";
import { makePanel } from "./panels.ts";
import type { DemoConversation, DemoPerson, DemoPlan } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import { type Random, seededRandom } from "./random.ts";
import { makeSystem } from "./systems.ts";
import { makeTreasury } from "./treasury.ts";

export interface DemoOptions {
  /** The same seed and time give the same plan, ids included. */
  readonly seed: string;
  readonly now: Date;
}

/** Everything that the demo holds, as of a given time. */
export function demoPlan({ seed, now }: DemoOptions): DemoPlan {
  const random = seededRandom(seed);
  const everybody = crowd(seed, now);
  const debates = debateDrafts.map((draft) => makeDebate(draft, { everybody, now, seed }));
  const createdAt = later(daysBefore(now, 400), -hour);
  return {
    community: {
      ...communityDraft,
      id: timedId(createdAt, random),
      isPrivate: false,
      joinPolicy: "open",
      createdAt,
      charter: charterDraft,
    },
    people: everybody.map(withoutViews),
    debates,
    delegations: makeDelegations(everybody, { seed, now }),
    conversation: makeConversation(everybody, now, random),
    moderation: makeModeration(everybody, { debates, now, seed }),
    commitments: makeCommitments(everybody, { debates, now, seed }),
    treasury: makeTreasury(everybody, { now, seed }),
    round: makeRound(everybody, { debates, now, seed }),
    system: makeSystem(everybody, { debates, now, seed }),
    panel: makePanel(everybody, { debates, now, seed }),
  };
}

/** How somebody sees things only serves to make up what they said. */
function withoutViews({ key: _key, mix: _mix, zeal: _zeal, ...person }: CrowdMember): DemoPerson {
  return person;
}

function makeConversation(
  everybody: readonly CrowdMember[],
  now: Date,
  random: Random,
): DemoConversation {
  const { by, daysAgo, ...draft } = conversationDraft;
  const createdAt = daysBefore(now, daysAgo);
  const author = everybody.find(({ key }) => key === by);
  if (author === undefined) throw new RangeError(`no ${by}`);
  return {
    ...draft,
    debateId: timedId(createdAt, random),
    authorId: author.participantId,
    createdAt,
  };
}
