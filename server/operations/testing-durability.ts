import pg from "pg";
import { castBallot, readDecision } from "#shared/contract/decisions.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import type { Input } from "#shared/contract/request.ts";
import { respond } from "#shared/contract/statements.ts";
import type { Person } from "../testing/person.ts";

/** What one voter was told is safe. */
export interface Acknowledged {
  readonly person: Person;
  /** by statement, the last value acknowledged */
  readonly responses: Map<string, number>;
  /** the option ranked first on the last ballot acknowledged */
  choice: string | null;
  ballots: number;
  acknowledged: number;
}

export interface Election {
  readonly communityId: string;
  readonly debateId: string;
  readonly decisionId: string;
  readonly statementIds: readonly string[];
  readonly optionIds: readonly string[];
}

const pick = <T>(items: readonly T[]): T => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
};

/**
 * Lets people answer and vote without pause until told to stop. Whatever gets no answer, because the
 * server is dead, is sent again with the same key until it is acknowledged.
 */
export class Crowd {
  readonly voters: Acknowledged[];
  inFlight = 0;
  isOver = false;

  constructor(
    people: readonly Person[],
    readonly election: Election,
  ) {
    this.voters = people.map((person) => ({
      person,
      responses: new Map(),
      choice: null,
      ballots: 0,
      acknowledged: 0,
    }));
  }

  async run(): Promise<void> {
    await Promise.all(this.voters.map((voter) => this.#vote(voter)));
  }

  get acknowledged(): number {
    return this.voters.reduce((sum, voter) => sum + voter.acknowledged, 0);
  }

  /** Waits until so many more requests were acknowledged. */
  async goOnFor(more: number): Promise<void> {
    const enough = this.acknowledged + more;
    while (this.acknowledged < enough) await new Promise((go) => setTimeout(go, 5));
  }

  async #vote(voter: Acknowledged): Promise<void> {
    while (!this.isOver) {
      if (Math.random() < 0.25) await this.#castBallot(voter);
      else await this.#respond(voter);
    }
  }

  async #respond(voter: Acknowledged): Promise<void> {
    const { communityId, debateId, statementIds } = this.election;
    const statementId = pick(statementIds);
    const value = pick([1, 0, -1] as const);
    const params = { communityId, debateId, statementId };
    await this.#untilAcknowledged(voter, respond, { params, body: { value } });
    voter.responses.set(statementId, value);
  }

  async #castBallot(voter: Acknowledged): Promise<void> {
    const { communityId, decisionId, optionIds } = this.election;
    const choice = pick(optionIds);
    const ballot = { method: "schulze" as const, ranking: [[choice]] };
    await this.#untilAcknowledged(voter, castBallot, {
      params: { communityId, decisionId },
      body: { ballot },
    });
    voter.choice = choice;
    voter.ballots += 1;
  }

  async #untilAcknowledged<E extends Endpoint>(
    voter: Acknowledged,
    contract: E,
    input: Input<E>,
  ): Promise<void> {
    const key = crypto.randomUUID();
    for (;;) {
      this.inFlight += 1;
      const status = await voter.person
        .tryCall(contract, input, key)
        .then(async (response) => {
          await response.arrayBuffer();
          return response.status;
        })
        .catch(() => 0)
        .finally(() => {
          this.inFlight -= 1;
        });
      if (status === 200) {
        voter.acknowledged += 1;
        return;
      }
      if (status !== 0 && status < 500) throw new Error(`${contract.name} answered ${status}`);
      await new Promise((go) => setTimeout(go, 20 + Math.random() * 60));
    }
  }
}

/** Brings down one thing after the other while the crowd votes; says how often requests were in flight. */
export async function crashRepeatedly(
  crowd: Crowd,
  crashes: readonly (() => Promise<void>)[],
): Promise<{ midFlight: number }> {
  let midFlight = 0;
  for (const crash of crashes) {
    await crowd.goOnFor(150 + Math.floor(Math.random() * 100));
    if (crowd.inFlight > 0) midFlight += 1;
    await crash();
  }
  await crowd.goOnFor(100);
  return { midFlight };
}

/** Kills a PostgreSQL process at work, after which all of it begins anew from what it wrote. */
export async function crashPostgres(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'folkmoot'
     order by state = 'active' desc, state_change desc limit 1`,
  );
  const [worker] = rows;
  if (!worker) throw new Error("nobody is at work");
  const isDown = new Promise((resolve) => client.once("end", resolve));
  process.kill(worker.pid, "SIGKILL");
  await isDown;
}

/** What the database holds, in the form in which voters remember it. */
export async function readBallotCount(person: Person, election: Election) {
  const { communityId, decisionId } = election;
  return person.call(readDecision, { params: { communityId, decisionId } });
}
