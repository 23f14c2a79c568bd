import * as contract from "#shared/contract/disputes.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { type Choice, voteCommitment } from "#shared/lottery/index.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { settleDispute } from "./advance.ts";

export interface Ids {
  readonly communityId: string;
  readonly disputeId: string;
}

/** A community of 100 days, two who are in conflict, and members who are ready to judge. */
export interface Scene {
  readonly server: TestServer;
  readonly communityId: string;
  readonly slug: string;
  readonly owner: Person;
  readonly moderator: Person;
  readonly claimant: Person;
  readonly respondent: Person;
  /** By participant. */
  readonly people: ReadonlyMap<string, Person>;
  /** Somebody's participant here. */
  idOf(person: Person): string;
  /** One more member, who has been here for long and is ready to judge. */
  join(name: string): Promise<Person>;
}

export async function setDisputeScene(server: TestServer, ready = 12): Promise<Scene> {
  const owner = await server.person("Olga Owner");
  const { communityId, slug, participantId } = await addCommunity(server, owner);
  const people = new Map<string, Person>([[participantId, owner]]);
  const ids = new Map<Person, string>([[owner, participantId]]);
  const come = async (name: string, role: "moderator" | "member" = "member") => {
    const person = await server.person(name);
    const id = await addMember(server, communityId, { person, role });
    people.set(id, person);
    ids.set(person, id);
    return person;
  };
  const settleIn = async () => {
    await server.sql(
      "update communities set created_at = now() - interval '100 days' where id = $1",
      [communityId],
    );
    await server.sql(
      "update memberships set joined_at = now() - interval '60 days' where community_id = $1",
      [communityId],
    );
  };
  const beReady = (person: Person) =>
    server.sql("insert into jury_duties (community_id, participant_id) values ($1, $2)", [
      communityId,
      ids.get(person),
    ]);
  const moderator = await come("Mona Moderator", "moderator");
  const claimant = await come("Clara Claimant");
  const respondent = await come("Rolf Respondent");
  for (let n = 1; n <= ready; n += 1) await beReady(await come(`Juror ${n}`));
  await settleIn();
  return {
    server,
    communityId,
    slug,
    owner,
    moderator,
    claimant,
    respondent,
    people,
    idOf: (person) => ids.get(person) ?? "",
    async join(name) {
      const person = await come(name);
      await beReady(person);
      await settleIn();
      return person;
    },
  };
}

export const grounds = "They call my work a fraud in every debate.";

/** A conflict between the two, mediated by nobody: both want a jury. */
export async function openConflict(scene: Scene): Promise<Ids> {
  const { communityId, claimant, respondent } = scene;
  const { id: disputeId } = await claimant.call(contract.openDispute, {
    params: { communityId },
    body: {
      kind: "conflict",
      respondentId: scene.idOf(respondent),
      grounds,
      remedy: "That it is taken back in public.",
    },
  });
  const params = { communityId, disputeId };
  for (const side of [claimant, respondent]) await side.call(contract.closeMediation, { params });
  return params;
}

/** Both sides have said all. */
export async function closeBoth(scene: Scene, params: Ids): Promise<void> {
  for (const side of [scene.claimant, scene.respondent]) {
    await side.call(contract.closeStatements, { params });
  }
}

/** The time of the stage is over, and of every summons that nobody has answered. */
export async function passTime({ server }: Scene, ids: Ids): Promise<void> {
  const is = "community_id = $1";
  const values = [ids.communityId, ids.disputeId];
  await server.sql(
    `update disputes set due_at = case when due_at is null then null else clock_timestamp() end,
      wake_at = clock_timestamp() where ${is} and id = $2`,
    values,
  );
  await server.sql(
    `update jurors set due_at = clock_timestamp() where ${is} and dispute_id = $2 and due_at is not null`,
    values,
  );
  await settleDispute(server.deps, ids);
}

export const read = (person: Person, params: Ids) => person.call(contract.readDispute, { params });

export const stageOf = async ({ owner }: Scene, params: Ids) => (await read(owner, params)).stage;

/** The kinds of what somebody was told and has not read. */
export const toldTo = async (person: Person) =>
  (await person.call(listNotices, { query: { unread: "true" } })).items.map(({ kind }) => kind);

/** Those who were asked to judge, or judge, in the order of the lot. */
export async function jurorsIn(scene: Scene, ids: Ids, status: string): Promise<Person[]> {
  const rows = await scene.server.sql(
    `select j.participant_id as id from jurors j join disputes d
       on d.community_id = j.community_id and d.id = j.dispute_id and d.level = j.level
     where j.community_id = $1 and j.dispute_id = $2 and j.status = $3 order by number`,
    [ids.communityId, ids.disputeId, status],
  );
  return rows.flatMap(({ id }) => scene.people.get(String(id)) ?? []);
}

/** The jury is drawn and everybody takes their seats. */
export async function seatAll(scene: Scene, params: Ids): Promise<Person[]> {
  await closeBoth(scene, params);
  await passTime(scene, params);
  for (const juror of await jurorsIn(scene, params, "invited")) {
    await juror.call(contract.answerSummons, { params, body: { accept: true } });
  }
  return jurorsIn(scene, params, "serving");
}

const salt = "a-salt-that-nobody-guesses";

export async function commit(juror: Person, params: Ids, choice: Choice): Promise<void> {
  const { mine, level } = await juror.call(contract.readDispute, { params });
  const vote = {
    disputeId: params.disputeId,
    level,
    juror: mine.seat?.pseudonym ?? "",
    choice,
    salt,
  };
  const body = { commitment: voteCommitment(vote) };
  await juror.call(contract.commitVote, { params, body });
}

export const telling = (choice: Choice) => ({
  choice,
  salt,
  reason: `I have read it all, and say ${choice}.`,
});

/** All vote, each as is said, and tell it. */
export async function voteAll(
  jurors: readonly Person[],
  params: Ids,
  votes: readonly Choice[],
): Promise<void> {
  const cast = jurors.map((juror, at) => ({ juror, choice: votes[at] ?? "uphold" }));
  for (const { juror, choice } of cast) await commit(juror, params, choice);
  for (const { juror, choice } of cast) {
    await juror.call(contract.tellVote, { params, body: telling(choice) });
  }
}
