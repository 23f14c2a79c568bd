import { type CrowdMember, someoneWho, view } from "./crowd.ts";
import { hour, later, partWay } from "./days.ts";
import type { DemoClaim, DemoEvidence, DemoRating } from "./demo-plan.ts";
import type { ClaimDraft, EvidenceDraft, Leaning, PositionDraft } from "./drafts.ts";
import { timedId } from "./ids.ts";
import { type Random, between, chance, noise } from "./random.ts";

export interface TreeSetting {
  readonly people: readonly CrowdMember[];
  readonly random: Random;
  /** When claims may be written. */
  readonly from: Date;
  readonly to: Date;
}

export interface Tree {
  readonly claims: DemoClaim[];
  readonly evidence: DemoEvidence[];
  readonly ratings: DemoRating[];
}

/** Where a claim hangs, and what it does there for the position at the top: 1 for it, -1 against it. */
interface Place {
  readonly leaning: Leaning;
  readonly target: Pick<DemoClaim, "targetKind" | "targetId">;
  readonly effect: 1 | -1;
  readonly after: Date;
  readonly parentAuthorId: string | null;
}

/** Gives the claims under a position their ids, authors, times and ratings. */
export function plantTree(
  position: { readonly id: string; readonly draft: PositionDraft },
  setting: TreeSetting,
): Tree {
  const tree: Tree = { claims: [], evidence: [], ratings: [] };
  for (const draft of position.draft.claims) {
    plantClaim(
      draft,
      { tree, setting },
      {
        leaning: position.draft.leaning,
        target: { targetKind: "position", targetId: position.id },
        effect: draft.side === "pro" ? 1 : -1,
        after: setting.from,
        parentAuthorId: null,
      },
    );
  }
  return tree;
}

interface Garden {
  readonly tree: Tree;
  readonly setting: TreeSetting;
}

function plantClaim(draft: ClaimDraft, garden: Garden, place: Place): void {
  const { people, random, to } = garden.setting;
  const reach = place.parentAuthorId === null ? ([0.02, 0.6] as const) : ([0.05, 0.5] as const);
  const createdAt = partWay(place.after, to, between(random, reach));
  const others = people.filter(({ participantId }) => participantId !== place.parentAuthorId);
  const author = someoneWho(others, (person) => place.effect * view(person, place.leaning), random);
  const claim: DemoClaim = {
    id: timedId(createdAt, random),
    edgeId: timedId(createdAt, random),
    side: draft.side,
    ...place.target,
    text: draft.text,
    authorId: author.participantId,
    createdAt,
  };
  garden.tree.claims.push(claim);
  rate(claim, garden, place);
  for (const part of draft.parts) {
    if (part.part === "evidence") attach(part, claim, garden);
    else plantClaim(part, garden, placeUnder(claim, part, place));
  }
}

function placeUnder(parent: DemoClaim, draft: ClaimDraft, place: Place): Place {
  const target =
    draft.target === "edge"
      ? ({ targetKind: "edge", targetId: parent.edgeId } as const)
      : ({ targetKind: "claim", targetId: parent.id } as const);
  return {
    leaning: place.leaning,
    target,
    effect: draft.side === "pro" ? place.effect : place.effect === 1 ? -1 : 1,
    after: parent.createdAt,
    parentAuthorId: parent.authorId,
  };
}

function attach(draft: EvidenceDraft, claim: DemoClaim, { tree, setting }: Garden): void {
  const soon = later(claim.createdAt, between(setting.random, [0, hour / 2]));
  const createdAt = soon < setting.to ? soon : claim.createdAt;
  tree.evidence.push({
    id: timedId(createdAt, setting.random),
    claimId: claim.id,
    ...draft.source,
    quote: draft.quote,
    authorId: claim.authorId,
    createdAt,
  });
}

const shareRating = 0.4;
const shareUnsure = 0.08;

function rate(claim: DemoClaim, { tree, setting }: Garden, place: Place): void {
  const { people, random, to } = setting;
  for (const person of people) {
    if (person.participantId === claim.authorId) continue;
    if (!chance(random, shareRating * person.zeal)) continue;
    const sympathy = place.effect * view(person, place.leaning);
    const scale = (middle: number, pull: number): number | null =>
      chance(random, shareUnsure) ? null : grade(middle + pull * sympathy + noise(random));
    tree.ratings.push({
      claimId: claim.id,
      edgeId: claim.edgeId,
      participantId: person.participantId,
      truth: scale(2.3, 1.2),
      relevance: scale(2.6, 0.8),
      ratedAt: partWay(claim.createdAt, to, random.next()),
    });
  }
}

const grade = (value: number): number => Math.min(4, Math.max(0, Math.round(value)));
