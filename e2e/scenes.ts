import type { z } from "zod";
import { addClaim, addPosition, type PlacedClaim, type Position } from "#shared/contract/claims.ts";
import { type Community, createCommunity } from "#shared/contract/communities.ts";
import { createDebate, type DebateView, moveDebate } from "#shared/contract/debates.ts";
import { joinCommunity } from "#shared/contract/memberships.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { addStatement, type Statement } from "#shared/contract/statements.ts";
import type { Caller } from "./people.ts";

// What stories begin with but do not tell: set up through the API, as its people.

export const unique = () => crypto.randomUUID().slice(0, 8);

interface CommunityShape {
  readonly name?: string;
  readonly isPrivate?: boolean;
  readonly onRequest?: boolean;
}

export function found(founder: Caller, shape: CommunityShape = {}): Promise<Community> {
  const slug = `moot-${unique()}`;
  return founder.call(createCommunity, {
    body: {
      name: shape.name ?? `Moot ${slug}`,
      slug,
      description: "Where **we** meet.",
      language: "en",
      isPrivate: shape.isPrivate ?? false,
      joinPolicy: shape.onRequest ? "on-request" : "open",
      rules: [{ title: "Argue with the claim" }],
    },
  });
}

export async function join(community: Community, people: readonly Caller[]): Promise<void> {
  const params = { communityId: community.id };
  for (const person of people) await person.call(joinCommunity, { params, body: {} });
}

interface DebateShape {
  readonly question?: string;
  readonly positions?: readonly string[];
  readonly phase?: "framing" | "deliberation" | "voting";
}

/** A debate with its first positions, and how one calls it. */
export interface Scene {
  readonly debate: DebateView;
  readonly positions: readonly Position[];
  readonly params: { readonly communityId: string; readonly debateId: string };
  /** The address of its page, without the tab. */
  readonly path: string;
}

const way: readonly Phase[] = ["framing", "deliberation", "voting"];

/** Asks a question, proposes positions, and brings the debate as far as the phase. */
export async function ask(
  author: Caller,
  community: Community,
  shape: DebateShape = {},
): Promise<Scene> {
  const { id: communityId, slug } = community;
  const { question = "How do we settle what we disagree on?", phase = "framing" } = shape;
  let debate = await author.call(createDebate, {
    params: { communityId },
    body: { question, topic: "governance", language: "en", phase: "framing" },
  });
  const params = { communityId, debateId: debate.id };
  const positions: Position[] = [];
  for (const title of shape.positions ?? ["By talking it over", "By a vote"]) {
    positions.push(await author.call(addPosition, { params, body: { title } }));
  }
  for (const to of way.slice(1, way.indexOf(phase) + 1)) {
    debate = await author.call(moveDebate, { params, body: { from: debate.phase, to } });
  }
  return { debate, positions, params, path: `/c/${slug}/d/${debate.id}` };
}

/** Says something for or against the first position, or what is named. */
export function say(
  person: Caller,
  { params, positions: [first] }: Scene,
  body: Omit<z.input<typeof addClaim.body>, "target"> & { target?: string },
): Promise<PlacedClaim> {
  const { target, ...words } = body;
  const at =
    target === undefined
      ? ({ kind: "position", id: first?.id ?? "" } as const)
      : ({ kind: "claim", id: target } as const);
  return person.call(addClaim, { params, body: { ...words, target: at } });
}

export function state(person: Caller, { params }: Scene, text: string): Promise<Statement> {
  return person.call(addStatement, { params, body: { text } });
}

/** A model that a community answers for. */
export const cardOf = (stewardId: string) => ({
  kind: "model" as const,
  name: "Moss 7B",
  release: "2.1",
  licence: "Apache-2.0",
  url: null,
  intendedUse: "Summaries of minutes.",
  knownHarms: "It makes up names.",
  evaluations: [],
  links: [],
  stewardId,
});
