import * as contract from "#shared/contract/commitments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import { castBallot, createDecision } from "#shared/contract/decisions.ts";
import {
  addDebate,
  closeEarly,
  rulesOf,
  type Scene as Decided,
} from "../decisions/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { tellDueOf } from "./tell-due.ts";

/** A debate that was decided, and somebody who may be asked to do what was. */
export interface Scene extends Decided {
  readonly server: TestServer;
  readonly decisionId: string;
  readonly promiser: Person;
  readonly promiserId: string;
}

export interface Ids {
  readonly communityId: string;
  readonly commitmentId: string;
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export async function setScene(
  server: TestServer,
  shape: { isPrivate?: boolean } = {},
): Promise<Scene> {
  const decided = await addDebate(server, shape);
  const { communityId, debateId, owner, member } = decided;
  const promiser = await decided.join("Pia");
  const { id: decisionId, options } = await owner.call(createDecision, {
    params: { communityId, debateId },
    body: rulesOf(),
  });
  const params = { communityId, decisionId };
  const ranking = options.map(({ id }) => [id]);
  await member.call(castBallot, { params, body: { ballot: { method: "schulze", ranking } } });
  await closeEarly(server, params);
  return {
    ...decided,
    server,
    decisionId,
    promiser,
    promiserId: await idOf(promiser, communityId),
  };
}

export async function idOf(person: Person, communityId: string): Promise<string> {
  const { me } = await person.call(readCommunity, { params: { communityId } });
  return me?.participantId ?? "";
}

export const asking = ({ decisionId, promiserId }: Scene, more: object = {}) => ({
  source: { kind: "decision" as const, id: decisionId },
  title: "Publish the minutes",
  criterion: "All minutes of the year are on the site.",
  ownerId: promiserId,
  dueAt: inDays(30),
  reviewAt: inDays(60),
  ...more,
});

/** The moderator asks the promiser to commit. */
export async function ask(scene: Scene, more: object = {}): Promise<Ids> {
  const { communityId, moderator } = scene;
  const params = { communityId };
  const body = asking(scene, more);
  const { id } = await moderator.call(contract.proposeCommitment, { params, body });
  return { communityId, commitmentId: id };
}

export const read = (person: Person, params: Ids) =>
  person.call(contract.readCommitment, { params });

export async function answer(person: Person, params: Ids, accept = true): Promise<void> {
  const { version } = await read(person, params);
  await person.call(contract.answerCommitment, { params, body: { accept, version } });
}

/** Asked for, and promised. */
export async function promise(scene: Scene, more: object = {}): Promise<Ids> {
  const ids = await ask(scene, more);
  await answer(scene.promiser, ids);
  return ids;
}

export const reportOf = (percent: number) => ({
  percent,
  words: `${percent} per cent are there.`,
  evidence: { title: "The page", url: "https://example.org/minutes" },
});

export const report = (person: Person, params: Ids, percent: number) =>
  person.call(contract.reportProgress, { params, body: reportOf(percent) });

export async function review(
  person: Person,
  params: Ids,
  more: { outcome: contract.ReviewOutcome; reopens?: boolean },
): Promise<contract.Commitment> {
  const { version } = await read(person, params);
  const body = { words: "We have looked at it together.", version, ...more };
  return person.call(contract.reviewCommitment, { params, body });
}

/** Brings the days of a commitment that was promised long ago to so many days ago, and lets the clock tell of it. */
export async function passTime(
  { server }: Scene,
  ids: Ids,
  { due, reviewed = -1 }: { due: number; reviewed?: number },
): Promise<void> {
  await server.sql(
    `update commitments set due_at = clock_timestamp() - $3 * interval '1 day',
       review_at = clock_timestamp() - $4 * interval '1 day',
       answered_at = answered_at - interval '60 days'
     where community_id = $1 and id = $2`,
    [ids.communityId, ids.commitmentId, due, reviewed],
  );
  await tellDueOf(server.deps, ids);
}
