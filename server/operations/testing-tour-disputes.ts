import * as contract from "#shared/contract/disputes.ts";
import { listCommitments, readCommitment } from "#shared/contract/commitments.ts";
import { readCommunity } from "#shared/contract/communities.ts";
import { nonceCommitment, voteCommitment } from "#shared/lottery/index.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { Tour } from "./testing-tour-guide.ts";

interface Ids {
  readonly communityId: string;
  readonly disputeId: string;
}

const nonce = "a-nonce-that-nobody-guesses";
const salt = "a-salt-that-nobody-guesses";

/** A conflict goes its whole way, over an appeal to the community; two others are brought and left. */
export async function tourDisputes(tour: Tour, communityId: string): Promise<void> {
  const people = await readyPeople(tour, communityId);
  await setTimes(tour, communityId);
  const abandoned = await bring(tour, communityId);
  await mediate(tour, abandoned);
  await tour.go(tour.cast.member, contract.withdrawDispute, { params: abandoned });
  await doubtReport(tour, communityId);
  const params = await bring(tour, communityId);
  await tour.go(tour.cast.member, contract.closeMediation, { params });
  await tour.cast.owner.call(contract.closeMediation, { params });
  await judge(tour, params, people);
  await tour.go(tour.cast.member, contract.appealRuling, {
    params,
    body: { on: "new-evidence", grounds: tour.text("There is a letter that nobody has seen.") },
  });
  await judge(tour, params, people);
  await tour.go(tour.cast.owner, contract.signForDecision, { params });
  await tour.go(tour.cast.owner, contract.withdrawSignature, { params });
  await tour.go(tour.cast.owner, contract.listPrecedents, { params });
  const query = { limit: 1 };
  await tour.go(tour.cast.visitor, contract.listDisputes, { params: { communityId }, query });
}

/** A report on a commitment is said to be false, and then no more. */
async function doubtReport(tour: Tour, communityId: string): Promise<void> {
  const { owner } = tour.cast;
  const { items } = await owner.call(listCommitments, { params: { communityId }, query: {} });
  for (const { id: commitmentId } of items) {
    const { updates } = await owner.call(readCommitment, { params: { communityId, commitmentId } });
    const [update] = updates;
    if (!update) continue;
    const grounds = tour.text("The draft is another one's.");
    const { id: disputeId } = await tour.go(owner, contract.openDispute, {
      params: { communityId },
      body: { kind: "commitment", commitmentId, updateId: update.id, grounds },
    });
    await owner.call(contract.withdrawDispute, { params: { communityId, disputeId } });
    return;
  }
}

/** Enough members for two juries, who have been here for long. */
async function readyPeople(tour: Tour, communityId: string): Promise<Map<string, Person>> {
  const { server, cast } = tour;
  const people = new Map<string, Person>();
  for (let n = 1; n <= 9; n += 1) {
    const person = await server.person(`Ready ${n}`);
    const id = await addMember(server, communityId, { person });
    people.set(id, person);
    await server.sql("insert into jury_duties (community_id, participant_id) values ($1, $2)", [
      communityId,
      id,
    ]);
  }
  const long = [
    "update communities set created_at = now() - interval '100 days' where id = $1",
    "update memberships set joined_at = now() - interval '60 days' where community_id = $1",
  ];
  for (const text of long) await server.sql(text, [communityId]);
  const params = { communityId };
  await tour.go(cast.moderator, contract.changeJuryDuty, { params, body: { isReady: true } });
  await tour.go(cast.moderator, contract.readJuryDuty, { params });
  return people;
}

async function setTimes(tour: Tour, communityId: string): Promise<void> {
  const params = { communityId };
  const settings = await tour.go(tour.cast.owner, contract.readDisputeSettings, { params });
  const body = { ...settings, signaturesPercent: 90 };
  await tour.go(tour.cast.owner, contract.changeDisputeSettings, { params, body });
}

async function bring(tour: Tour, communityId: string): Promise<Ids> {
  const { member, owner } = tour.cast;
  const { me } = await owner.call(readCommunity, { params: { communityId } });
  const { id: disputeId } = await tour.go(member, contract.openDispute, {
    params: { communityId },
    body: {
      kind: "conflict",
      respondentId: me?.participantId ?? "",
      rule: null,
      grounds: tour.text("They took the minutes down."),
      evidence: [{ title: tour.text("The minutes"), url: "https://example.org/minutes" }],
      remedy: tour.text("That they come back."),
    },
  });
  return { communityId, disputeId };
}

async function mediate(tour: Tour, params: Ids): Promise<void> {
  const { member, moderator } = tour.cast;
  const at = { params: { communityId: params.communityId } };
  const { me } = await moderator.call(readCommunity, at);
  const body = { participantId: me?.participantId ?? "" };
  await tour.go(member, contract.proposeMediator, { params, body });
}

/** Statements, the draw, the jury and its votes. */
async function judge(tour: Tour, params: Ids, people: ReadonlyMap<string, Person>): Promise<void> {
  const { member, owner, visitor } = tour.cast;
  const { level } = await tour.go(member, contract.readDispute, { params });
  await tour.go(member, contract.addDisputeStatement, {
    params,
    body: {
      text: tour.text("Look at the old copy."),
      evidence: [{ title: tour.text("The copy"), url: "https://example.org/minutes" }],
    },
  });
  const at = { disputeId: params.disputeId, level };
  const commitment = nonceCommitment(at, { party: "claimant", nonce });
  await tour.go(member, contract.commitNonce, { params, body: { commitment } });
  await tour.go(member, contract.closeStatements, { params });
  await owner.call(contract.closeStatements, { params });
  await tour.go(member, contract.tellNonce, { params, body: { nonce } });
  await tour.go(visitor, contract.readDraw, { params, query: { level } });
  const jurors = await seat(tour, params, people);
  await talk(tour, params, jurors);
  await vote(tour, params, jurors);
}

async function jurorsIn(tour: Tour, { disputeId }: Ids, people: ReadonlyMap<string, Person>) {
  const rows = await tour.server.sql(
    `select j.participant_id as id from jurors j join disputes d on d.id = j.dispute_id
     and d.level = j.level where j.dispute_id = $1 and j.status in ('invited', 'serving')`,
    [disputeId],
  );
  return rows.flatMap(({ id }) => people.get(String(id)) ?? []);
}

async function seat(tour: Tour, params: Ids, people: ReadonlyMap<string, Person>) {
  const jurors = await jurorsIn(tour, params, people);
  for (const juror of jurors) {
    const body = { accept: true, declaration: tour.text("I know nobody here.") };
    await tour.go(juror, contract.answerSummons, { params, body });
  }
  return jurors;
}

async function talk(tour: Tour, params: Ids, [juror]: readonly Person[]): Promise<void> {
  if (!juror) throw new Error("a jury has jurors");
  const { id: questionId } = await tour.go(juror, contract.askParties, {
    params,
    body: { to: "claimant", text: tour.text("Who has the old copy?") },
  });
  await tour.go(tour.cast.member, contract.answerQuestion, {
    params: { ...params, questionId },
    body: { text: tour.text("The library has.") },
  });
  const text = tour.text("That settles it.");
  await tour.go(juror, contract.deliberate, { params, body: { text } });
  await tour.go(juror, contract.readJuryRoom, { params });
}

async function vote(tour: Tour, params: Ids, jurors: readonly Person[]): Promise<void> {
  for (const juror of jurors) {
    const { mine, level } = await juror.call(contract.readDispute, { params });
    const pseudonym = mine.seat?.pseudonym ?? "";
    const choice = "uphold" as const;
    const at = { disputeId: params.disputeId, level, juror: pseudonym };
    const body = { commitment: voteCommitment({ ...at, choice, salt }) };
    await tour.go(juror, contract.commitVote, { params, body });
  }
  for (const juror of jurors) {
    const reason = tour.text("It is as they say.");
    await tour.go(juror, contract.tellVote, { params, body: { choice: "uphold", salt, reason } });
  }
}
