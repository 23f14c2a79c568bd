import {
  castBallot,
  createDecision,
  type DecisionView,
  listBallots,
  readDecision,
} from "#shared/contract/decisions.ts";
import { Problem } from "#shared/contract/problem.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { addDebate, rulesOf } from "./testing-scene.ts";

/** A decision that is open, and people who may vote in it. */
export interface Poll {
  readonly server: TestServer;
  readonly params: { readonly communityId: string; readonly decisionId: string };
  readonly debateId: string;
  readonly options: readonly string[];
  readonly voters: readonly Person[];
}

/** Opens a decision by score for so many voters. */
export async function openPoll(server: TestServer, voters: number): Promise<Poll> {
  const scene = await addDebate(server);
  const { communityId, debateId, owner } = scene;
  const people = [owner, scene.moderator, scene.member];
  while (people.length < voters) people.push(await scene.join(`Voter ${people.length}`));
  const decision: DecisionView = await owner.call(createDecision, {
    params: { communityId, debateId },
    body: rulesOf({ settings: { method: "score", maxScore: 100 } }),
  });
  return {
    server,
    params: { communityId, decisionId: decision.id },
    debateId,
    options: decision.options.map(({ id }) => id),
    voters: people.slice(0, voters),
  };
}

/** A ballot that gives the first option so many points. */
export function ballotOf({ options }: Poll, points: number) {
  return { ballot: { method: "score" as const, scores: { [options[0] ?? ""]: points } } };
}

/** Votes once in sixteen requests that are sent together with one key; gives the replies, each but once. */
export async function castSixteenfold(poll: Poll, voter: Person, { key, points }: Keyed) {
  const input = { params: poll.params, body: ballotOf(poll, points) };
  const sending = Array.from({ length: 16 }, () => voter.tryCall(castBallot, input, key));
  const replies = await Promise.all(
    (await Promise.all(sending)).map(
      async (response) => `${response.status} ${await response.text()}`,
    ),
  );
  return [...new Set(replies)];
}

export interface Keyed {
  readonly key: string;
  readonly points: number;
}

/** What the table of ballots holds of a decision. */
export async function keptBallots({ server, params }: Poll) {
  const text = `select m.account_id as "accountId", b.revision, b.ballot #>> '{scores}' as scores,
      b.cast_at < d.closes_at as "isInTime"
    from ballots b
    join memberships m on m.community_id = b.community_id and m.participant_id = b.voter_id
    join decisions d on d.community_id = b.community_id and d.id = b.decision_id
    where b.decision_id = $1`;
  interface Kept {
    readonly accountId: string;
    readonly revision: number;
    readonly isInTime: boolean;
  }
  return server.sql<Kept>(text, [params.decisionId]);
}

/**
 * Everybody votes within 400 ms before and after the deadline. Tells what was acknowledged and what
 * was counted, and how long the result took.
 */
export async function rushTheDeadline(poll: Poll) {
  const { server, params, voters } = poll;
  const inMs = 1_000;
  const [row] = await server.sql<{ closes_at: Date }>(
    `update decisions set closes_at = clock_timestamp() + $3 * interval '1 ms'
     where community_id = $1 and id = $2 returning closes_at`,
    [params.communityId, params.decisionId, inMs],
  );
  const closesAt = row?.closes_at ?? new Date();
  await server.deps.transact((tx) =>
    tx.job("settle-decision", params, { at: closesAt, key: `close ${params.decisionId}` }),
  );
  const answers = await Promise.all(
    voters.map((voter, n) => voteAround(poll, voter, { closesAt, points: n % 101 })),
  );
  const { result, closedAt } = await resultOf(poll);
  const counted = await countedAccounts(poll);
  const acknowledged = answers.filter(({ isTaken }) => isTaken);
  return {
    acknowledged: acknowledged.length,
    refused: answers.length - acknowledged.length,
    counted: result?.tally.ballots,
    /** acknowledged and not counted, or the other way round */
    different: answers.filter(({ voter, isTaken }) => counted.has(voter.name) !== isTaken).length,
    late: acknowledged.filter(({ sentAt }) => sentAt > closesAt.getTime() + 250).length,
    castLate: (await keptBallots(poll)).filter(({ isInTime }) => !isInTime).length,
    settledAfterMs: Date.parse(closedAt ?? "") - closesAt.getTime(),
    result: JSON.stringify(result),
  };
}

async function voteAround(
  poll: Poll,
  voter: Person,
  { closesAt, points }: { closesAt: Date; points: number },
) {
  const at = closesAt.getTime() + (Math.random() - 0.5) * 800;
  await new Promise((go) => setTimeout(go, at - Date.now()));
  const sentAt = Date.now();
  const response = await voter.tryCall(castBallot, {
    params: poll.params,
    body: ballotOf(poll, points),
  });
  if (response.status === 200) return { voter, sentAt, isTaken: true };
  const { type } = Problem.parse(await response.json());
  if (type !== "/problems/decision-closed") throw new Error(`refused by ${type}`);
  return { voter, sentAt, isTaken: false };
}

/** Waits for the worker to close the decision. */
export async function resultOf({ params, voters: [reader] }: Poll): Promise<DecisionView> {
  for (let left = 400; left > 0 && reader; left -= 1) {
    const decision = await reader.call(readDecision, { params });
    if (decision.status === "closed") return decision;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error("nobody closed the decision");
}

/** The names of those whose ballots were counted, from the published list. */
async function countedAccounts({ params, voters: [reader] }: Poll): Promise<Set<string>> {
  const names = new Set<string>();
  let after: string | undefined;
  do {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const page = await reader?.call(listBallots, { params, query });
    for (const { voter } of page?.items ?? []) names.add(voter.name);
    after = page?.next ?? undefined;
  } while (after !== undefined);
  return names;
}

/**
 * Lets everybody vote `rounds` times while others read the count. Tells how often a count was lower
 * than what was acknowledged before it was asked for, higher than what had been sent when it came,
 * or lower than the same reader saw before; and how often a voter did not see the own ballot at once.
 */
export async function watchTheCount(
  poll: Poll,
  { rounds, readers }: { rounds: number; readers: number },
) {
  const sent = new Set<string>();
  const acknowledged = new Set<string>();
  const found = { reads: 0, below: 0, above: 0, backwards: 0, ownReads: 0, stale: 0 };
  let isOver = false;

  async function read(reader: Person): Promise<void> {
    let last = 0;
    while (!isOver) {
      const least = acknowledged.size;
      const { ballotCount } = await reader.call(readDecision, { params: poll.params });
      found.reads += 1;
      if (ballotCount < least) found.below += 1;
      if (ballotCount > sent.size) found.above += 1;
      if (ballotCount < last) found.backwards += 1;
      last = ballotCount;
    }
  }

  async function vote(voter: Person, n: number): Promise<void> {
    await new Promise((go) => setTimeout(go, n * 15));
    for (let round = 1; round <= rounds; round += 1) {
      sent.add(voter.accountId);
      const input = { params: poll.params, body: ballotOf(poll, (n + round) % 101) };
      const { revision, ballot } = await voter.call(castBallot, input);
      acknowledged.add(voter.accountId);
      const { mine } = await voter.call(readDecision, { params: poll.params });
      found.ownReads += 1;
      const isSame = JSON.stringify(mine.ballot) === JSON.stringify(ballot);
      if (!isSame || mine.revision !== revision || revision !== round) found.stale += 1;
    }
  }

  const reading = poll.voters.slice(0, readers).map(read);
  await Promise.all(poll.voters.map(vote));
  isOver = true;
  await Promise.all(reading);
  return found;
}
