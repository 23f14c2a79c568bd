import pg from "pg";
import { createDecision } from "#shared/contract/decisions.ts";
import { addStatement } from "#shared/contract/statements.ts";
import { addDebate, closeEarly, rulesOf } from "../decisions/testing-scene.ts";
import { Person } from "../testing/person.ts";
import { startOnOwnCluster } from "../testing/own-cluster.ts";
import { startProcess } from "../testing/process.ts";
import { addMember } from "../testing/community.ts";
import type { TestServer } from "../testing/server.ts";
import {
  type Acknowledged,
  Crowd,
  type Election,
  crashPostgres,
  crashRepeatedly,
  readBallotCount,
} from "./testing-durability.ts";

/** What is killed. */
export type Victim = "server" | "postgres";

interface Shape {
  readonly voters: number;
  /** one after the other */
  readonly crashes: readonly Victim[];
}

/** Runs an election amid crashes, and compares what was promised with what is there. */
export async function proveDurability({ voters, crashes }: Shape) {
  // A database of its own, which writes before it promises.
  const server = await startOnOwnCluster();
  try {
    const { election, people } = await setUp(server, voters);
    const process = await startProcess({
      DATABASE_URL: server.databaseUrl,
      MIGRATION_DATABASE_URL: server.ownerUrl,
      RATE_LIMITS: "off",
      LOG_LEVEL: "silent",
    });
    const crowd = new Crowd(
      people.map((person) => {
        const voter = new Person(process.url, person.name, person.accountId);
        voter.cookie = person.cookie;
        return voter;
      }),
      election,
    );
    const voting = crowd.run();
    const crash = {
      server: async () => void (await process.killAndRestart()),
      postgres: () => crashPostgres(server.ownerUrl),
    };
    const crashed = await crashRepeatedly(
      crowd,
      crashes.map((victim) => crash[victim]),
    );
    crowd.isOver = true;
    await voting;
    await process.stop();
    return { ...crashed, ...(await compare(server, crowd, people)) };
  } finally {
    await server.close();
  }
}

async function setUp(server: TestServer, voters: number) {
  const scene = await addDebate(server);
  const { communityId, debateId, owner } = scene;
  const people: Person[] = [];
  for (let n = 0; n < voters; n += 1) {
    const person = await server.person(`Voter ${n}`);
    await addMember(server, communityId, { person });
    people.push(person);
  }
  const statementIds: string[] = [];
  for (let n = 1; n <= 12; n += 1) {
    const params = { communityId, debateId };
    const body = { text: `Statement number ${n} is worth an answer.` };
    statementIds.push((await owner.call(addStatement, { params, body })).id);
  }
  const decision = await owner.call(createDecision, {
    params: { communityId, debateId },
    body: rulesOf(),
  });
  const election: Election = {
    communityId,
    debateId,
    decisionId: decision.id,
    statementIds,
    optionIds: decision.options.map(({ id }) => id),
  };
  return { election, people };
}

async function compare(server: TestServer, crowd: Crowd, people: readonly Person[]) {
  const { election, voters } = crowd;
  const kept = await readKept(server, election);
  const sum = (count: (voter: Acknowledged) => number) =>
    voters.reduce((total, voter) => total + count(voter), 0);
  const promised = sum(({ responses }) => responses.size);
  const revision = ({ person }: Acknowledged) => kept.ballots.get(person.accountId)?.revision ?? 0;
  const choice = ({ person }: Acknowledged) => kept.ballots.get(person.accountId)?.choice ?? null;
  await closeEarly(server, election);
  const [reader] = people;
  if (!reader) throw new RangeError("at least one voter");
  const { result } = await readBallotCount(reader, election);
  return {
    lost: sum(
      ({ person, responses }) =>
        [...responses].filter(
          ([statementId, value]) =>
            kept.responses.get(`${person.accountId} ${statementId}`) !== value,
        ).length,
    ),
    doubled: kept.responses.size - promised,
    ballotsLost: sum((voter) =>
      choice(voter) !== voter.choice || revision(voter) < voter.ballots ? 1 : 0,
    ),
    ballotsDoubled: sum((voter) => Math.max(0, revision(voter) - voter.ballots)),
    countedBallots: result?.tally.ballots,
    votersWithBallots: sum((voter) => (voter.choice === null ? 0 : 1)),
    acknowledged: sum((voter) => voter.acknowledged),
  };
}

async function readKept(server: TestServer, election: Election) {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const member = `join memberships m on m.community_id = r.community_id and m.participant_id`;
    const responses = await client.query<{
      account_id: string;
      statement_id: string;
      value: number;
    }>(
      `select m.account_id, r.statement_id, r.value from responses r ${member} = r.participant_id where r.debate_id = $1`,
      [election.debateId],
    );
    const ballots = await client.query<{ account_id: string; revision: number; choice: string }>(
      `select m.account_id, r.revision, r.ballot #>> '{ranking,0,0}' as choice from ballots r ${member} = r.voter_id
       where r.decision_id = $1`,
      [election.decisionId],
    );
    return {
      responses: new Map(
        responses.rows.map((row) => [`${row.account_id} ${row.statement_id}`, row.value]),
      ),
      ballots: new Map(ballots.rows.map((row) => [row.account_id, row])),
    };
  } finally {
    await client.end();
  }
}
