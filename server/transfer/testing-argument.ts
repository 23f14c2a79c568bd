import { and, count, eq, type SQL, sum } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as said from "#db/schema/comments.ts";
import { curated, summaries, summaryRatings } from "#db/schema/curation.ts";
import {
  claims,
  edges,
  evidence,
  evidenceReviews,
  positions,
  relevanceRatings,
  truthRatings,
} from "#db/schema/debates.ts";
import { definitions } from "#db/schema/definitions.ts";
import { responseHistory, responses, statements } from "#db/schema/statements.ts";
import { addClaim, readOutline } from "#shared/contract/claims.ts";
import * as curation from "#shared/contract/curation.ts";
import type { CuratedKind } from "#shared/contract/curation.ts";
import * as comments from "#shared/contract/comments.ts";
import { addDefinition } from "#shared/contract/definitions.ts";
import { rateRelevance, rateTruth } from "#shared/contract/ratings.ts";
import { rateSummary } from "#shared/contract/summary-ratings.ts";
import { reviewEvidence, type Verdict } from "#shared/contract/reviews.ts";
import { addStatement, respond } from "#shared/contract/statements.ts";
import { moveClaim } from "#shared/contract/structure.ts";
import { debateIn, moveTo, say, type Scene, type SceneDebate } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** A debate in which everything was done that a bundle carries, and which is decided. */
export async function wholeDebate(scene: Scene): Promise<SceneDebate> {
  const { positionIds, ...ids } = await debateIn(scene);
  const [first, second] = positionIds;
  const { member, author, moderator, owner } = scene;
  const one = await say(member, ids, { under: first, text: "They choose what it does." });
  const two = await say(author, ids, { under: first, text: "They gain by it." });
  const against = await say(member, ids, { under: first, text: "They can't know.", side: "con" });
  const moved = await say(member, ids, { under: second, text: "They could ask." });
  const edgeOf = ({ edges: [edge] }: typeof one) => edge?.id ?? "";
  await say(author, ids, { kind: "edge", under: edgeOf(one), text: "Beside it.", side: "con" });
  await member.call(addClaim, {
    params: ids,
    body: {
      target: { kind: "claim", id: one.claim.id },
      side: "pro",
      text: "Somebody always runs it.",
      kind: "assumption",
      evidence: [{ kind: "law", url: "https://example.org/law", title: "A law" }],
    },
  });
  const source = await sourceIn(scene, ids);
  for (const [who, rating] of [
    [member, 4],
    [author, 4],
    [moderator, 0],
    [owner, null],
  ] as const) {
    await rate(who, { ids, claimId: one.claim.id, rating });
    const params = { ...ids, edgeId: edgeOf(moved) };
    await who.call(rateRelevance, { params, body: { rating } });
  }
  await rate(moderator, { ids, claimId: two.claim.id, rating: 3 });
  await moderator.call(moveClaim, {
    params: { ...ids, edgeId: edgeOf(moved) },
    body: { from: second, target: { kind: "position", id: first }, side: "pro" },
  });
  const verdicts: readonly (readonly [Person, Verdict])[] = [
    [author, "supports"],
    [moderator, "misrepresents"],
    [owner, "supports"],
  ];
  for (const [who, verdict] of verdicts) {
    await who.call(reviewEvidence, { params: { ...ids, evidenceId: source }, body: { verdict } });
  }
  const list = [edgeOf(moved), edgeOf(against), edgeOf(two), edgeOf(one)];
  const chosen = { positionIds, claimId: two.claim.id, firstId: one.claim.id, order: list };
  await curate(moderator, ids, chosen);
  for (const [who, rating] of [
    [author, "fair"],
    [member, "fair"],
    [owner, "unfair"],
  ] as const) {
    await who.call(rateSummary, { params: { ...ids, number: 1 }, body: { rating } });
  }
  await talk(scene, { ...ids, claimId: one.claim.id });
  await discuss(scene, ids);
  for (const phase of ["voting", "decided"] as const) await moveTo(author, ids, phase);
  return ids;
}

interface Rating {
  readonly ids: SceneDebate;
  readonly claimId: string;
  readonly rating: number | null;
}

const rate = (who: Person, { ids, claimId, rating }: Rating) =>
  who.call(rateTruth, { params: { ...ids, claimId }, body: { rating } });

/** The one source that there is. */
async function sourceIn({ member }: Scene, ids: SceneDebate): Promise<string> {
  const outline = await member.call(readOutline, { params: ids });
  return outline.evidence[0]?.id ?? "";
}

interface Curating {
  readonly positionIds: readonly [string, string];
  readonly claimId: string;
  /** A claim that is older. */
  readonly firstId: string;
  /** Edges below the first position. */
  readonly order: readonly string[];
}

async function curate(
  who: Person,
  ids: SceneDebate,
  { positionIds, claimId, firstId, order }: Curating,
) {
  const [first, second] = positionIds;
  const params = { ...ids, claimId };
  for (const pinned of [claimId, firstId]) {
    await who.call(curation.pinClaim, { params: { ...ids, claimId: pinned } });
  }
  await who.call(curation.tagClaim, { params, body: { tags: ["law", "who pays"] } });
  const below = { params: { ...ids, targetId: first }, body: { ids: [...order] } };
  await who.call(curation.setOrder, below);
  const all = { params: { ...ids, targetId: ids.debateId }, body: { ids: [second, first] } };
  await who.call(curation.setOrder, all);
  const side = { ...ids, positionId: first, side: "pro" as const };
  await who.call(curation.highlightClaim, { params: side, body: { claimId } });
  const text = `We agree on [this](claim:${claimId}).`;
  await who.call(curation.saveSummary, { params: ids, body: { version: 0, text } });
}

/** Two comments on a claim, one of which calls somebody, and who finds what well put. */
async function talk(
  { member, author, moderator }: Scene,
  { claimId, ...ids }: SceneDebate & { readonly claimId: string },
): Promise<void> {
  const params = { ...ids, claimId };
  const { authorId } = await member
    .call(readOutline, { params: ids })
    .then(({ claims: [claim] }) => ({ authorId: claim?.authorId ?? "" }));
  const asked = { text: `Do they, @{${authorId}}?` };
  const { id } = await author.call(comments.addComment, { params, body: asked });
  await member.call(comments.addComment, { params, body: { text: "They do." } });
  for (const subjectId of [claimId, id]) {
    await moderator.call(comments.findWellPut, { params: { ...ids, subjectId } });
  }
}

async function discuss({ member, author, moderator }: Scene, ids: SceneDebate): Promise<void> {
  await author.call(addDefinition, {
    params: ids,
    body: { term: "Model", text: "A set of weights." },
  });
  const { id: statementId } = await member.call(addStatement, {
    params: ids,
    body: { text: "They should be asked." },
  });
  await moderator.call(addStatement, {
    params: ids,
    body: { text: "We talk about the right thing.", isSeed: true, isMeta: true },
  });
  for (const value of [-1, 1] as const) {
    await author.call(respond, { params: { ...ids, statementId }, body: { value } });
  }
}

interface Counted extends PgTable {
  readonly communityId: PgColumn;
  readonly debateId: PgColumn;
}

/** How many rows of everything that a bundle carries there are of a debate, and what its ratings add up to. */
export async function countsIn({ deps: { db } }: TestServer, ids: SceneDebate) {
  const rows = async (table: Counted, more?: SQL) => {
    const { communityId, debateId } = ids;
    const isIn = and(eq(table.communityId, communityId), eq(table.debateId, debateId), more);
    const [found] = await db.select({ all: count() }).from(table).where(isIn);
    return found?.all ?? 0;
  };
  const added = async (table: typeof truthRatings | typeof relevanceRatings) => {
    const isIn = eq(table.debateId, ids.debateId);
    const [found] = await db
      .select({ all: sum(table.rating) })
      .from(table)
      .where(isIn);
    return Number(found?.all);
  };
  const parts = (kind: CuratedKind) => rows(curated, eq(curated.kind, kind));
  return {
    positions: await rows(positions),
    claims: await rows(claims),
    assumptions: await rows(claims, eq(claims.kind, "assumption")),
    edges: await rows(edges),
    sources: await rows(evidence),
    reviews: await rows(evidenceReviews),
    truth: [await rows(truthRatings), await added(truthRatings)],
    relevance: [await rows(relevanceRatings), await added(relevanceRatings)],
    comments: await rows(said.comments),
    wellPut: await rows(said.acknowledgements),
    words: await rows(definitions),
    statements: await rows(statements),
    responses: [await rows(responses), await rows(responseHistory)],
    pins: await parts("pin"),
    tags: await parts("tags"),
    order: await parts("order"),
    strongest: [await parts("pro"), await parts("con")],
    summaries: await rows(summaries),
    summaryRatings: [
      await rows(summaryRatings),
      await rows(summaryRatings, eq(summaryRatings.rating, "fair")),
    ],
  };
}
