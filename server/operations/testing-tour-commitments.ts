import * as contract from "#shared/contract/commitments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import * as decisions from "#shared/contract/decisions.ts";
import { closeEarly } from "../decisions/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A member commits to what was decided, reports, and others review it; another request is changed, declined and withdrawn. */
export async function tourCommitments(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member } = tour.cast;
  const source = await decided(tour, communityId);
  const kept = await ask(tour, communityId, { source, inParts: false });
  await answer(tour, kept, true);
  await tour.go(member, contract.reportProgress, {
    params: kept,
    body: {
      percent: 40,
      words: tour.text("The draft is there."),
      evidence: { title: tour.text("The draft"), url: "https://example.org/draft" },
    },
  });
  await tour.go(member, contract.followCommitment, { params: kept, body: { follow: true } });
  const { version } = await tour.go(member, contract.readCommitment, { params: kept });
  await tour.go(moderator, contract.reviewCommitment, {
    params: kept,
    body: {
      outcome: "change",
      words: tour.text("Another way is needed."),
      reopens: true,
      version,
    },
  });
  const left = await ask(tour, communityId, { source, inParts: true });
  const { version: before } = await member.call(contract.readCommitment, { params: left });
  await tour.go(moderator, contract.addCommitmentPart, {
    params: left,
    body: {
      title: tour.text("The last rule"),
      criterion: tour.text("It stands there too."),
      ownerId: await idOf(member, communityId),
      dueAt: inDays(25),
      version: before,
    },
  });
  await answer(tour, left, false);
  const declined = await tour.go(member, contract.readCommitment, { params: left });
  await tour.go(moderator, contract.editCommitment, {
    params: left,
    body: {
      title: tour.text("Write less"),
      ownerId: declined.owner.id,
      version: declined.version,
    },
  });
  await tour.go(moderator, contract.withdrawCommitment, { params: left });
  const params = { communityId };
  await tour.go(member, contract.listCommitments, { params, query: { limit: 1 } });
  await tour.go(member, contract.countCommitments, { params });
}

/** A decision that has ended. */
async function decided(tour: Tour, communityId: string) {
  const { moderator, member } = tour.cast;
  const { ids } = await openDebate(tour, communityId);
  const { id, options } = await tour.go(moderator, decisions.createDecision, {
    params: ids,
    body: {
      title: tour.text("Who writes the rules down?"),
      settings: { method: "approval", winners: 1 },
      secrecy: "public",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const params = { communityId, decisionId: id };
  const approved = options.slice(0, 1).map((option) => option.id);
  const ballot = { method: "approval" as const, approved };
  await tour.go(member, decisions.castBallot, { params, body: { ballot } });
  await closeEarly(tour.server, params);
  return { kind: "decision" as const, id };
}

interface Ids {
  readonly communityId: string;
  readonly commitmentId: string;
}

async function idOf(person: Person, communityId: string): Promise<string> {
  const { me } = await person.call(readCommunity, { params: { communityId } });
  return me?.participantId ?? "";
}

interface Asked {
  readonly source: { readonly kind: "decision"; readonly id: string };
  /** Whether it has a part of its own. */
  readonly inParts: boolean;
}

async function ask(tour: Tour, communityId: string, { source, inParts }: Asked): Promise<Ids> {
  const { moderator, member } = tour.cast;
  const params = { communityId };
  const ownerId = await idOf(member, communityId);
  const criterion = tour.text("They stand in the charter.");
  const part = { title: tour.text("The first rule"), criterion, ownerId, dueAt: inDays(20) };
  const { id: commitmentId } = await tour.go(moderator, contract.proposeCommitment, {
    params,
    body: {
      source,
      title: tour.text("Write the rules down"),
      criterion,
      ownerId,
      budget: tour.text("Two days"),
      dueAt: inDays(30),
      reviewAt: inDays(60),
      parts: inParts ? [part] : [],
    },
  });
  return { communityId, commitmentId };
}

async function answer(tour: Tour, params: Ids, accept: boolean): Promise<void> {
  const { member } = tour.cast;
  const { version } = await member.call(contract.readCommitment, { params });
  const body = { accept, reason: tour.text("I have thought about it."), version };
  await tour.go(member, contract.answerCommitment, { params, body });
}
