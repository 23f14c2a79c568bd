import { sql } from "drizzle-orm";
import { openConnection } from "#db/client.ts";
import { addPosition } from "#shared/contract/claims.ts";
import { createDebate, moveDebate } from "#shared/contract/debates.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { settleDecision } from "./settle.ts";
import { takeCount } from "./store.ts";

/** A debate with three positions, and people of each role. */
export interface Scene {
  readonly communityId: string;
  readonly debateId: string;
  readonly owner: Person;
  readonly moderator: Person;
  readonly member: Person;
  join(name: string): Promise<Person>;
  removeMember(name: string): Promise<void>;
}

/** Rules that open at once and close in an hour, ranked by Schulze. */
export function rulesOf(more: object = {}) {
  return {
    title: "Which way do we go?",
    settings: { method: "schulze" as const },
    secrecy: "public" as const,
    quorum: null,
    threshold: null,
    opensAt: null,
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...more,
  };
}

export async function addDebate(
  server: TestServer,
  shape: { isPrivate?: boolean } = {},
): Promise<Scene> {
  const owner = await server.person("Own");
  const moderator = await server.person("Mod");
  const member = await server.person("Mem");
  const { communityId } = await addCommunity(server, owner, shape);
  await addMember(server, communityId, { person: moderator, role: "moderator" });
  await addMember(server, communityId, { person: member });
  const params = { communityId };
  const debate = await owner.call(createDebate, {
    params,
    body: {
      question: "How shall the commons be kept?",
      topic: "governance",
      language: "en",
      phase: "framing",
    },
  });
  const below = { communityId, debateId: debate.id };
  for (const title of ["By a council", "By assembly", "By lot"]) {
    await owner.call(addPosition, { params: below, body: { title } });
  }
  await owner.call(moveDebate, {
    params: below,
    body: { from: "framing", to: "deliberation", reason: "ready" },
  });
  return {
    communityId,
    debateId: debate.id,
    owner,
    moderator,
    member,
    async join(name) {
      const person = await server.person(name);
      await addMember(server, communityId, { person });
      return person;
    },
    async removeMember(name) {
      await server.sql(
        `update memberships set status = 'removed' where community_id = $1 and participant_id in
          (select id from participants where name = $2)`,
        [communityId, name],
      );
      server.deps.forgetStandings();
    },
  };
}

/** Brings a decision's deadline to now; closes it too unless told otherwise. */
export async function closeEarly(
  server: TestServer,
  ids: { communityId: string; decisionId: string },
  { settle = true, reschedule = false } = {},
): Promise<void> {
  await server.sql(
    "update decisions set closes_at = clock_timestamp() where community_id = $1 and id = $2",
    [ids.communityId, ids.decisionId],
  );
  if (settle) await settleDecision(server.deps, ids);
  if (reschedule) {
    await server.deps.transact((tx) =>
      tx.job("settle-decision", ids, { key: `close ${ids.decisionId}` }),
    );
  }
}

/**
 * Keeps everybody from counting a decision, as a node does that counts it, until the returned
 * function is called, which waits for the job that tries to.
 */
export async function holdCount(
  { databaseUrl, ownerUrl }: TestServer,
  ids: { communityId: string; decisionId: string },
): Promise<() => Promise<void>> {
  const { db, close } = await openConnection(databaseUrl);
  if (!(await takeCount(db, ids))) throw new Error("somebody counts already");
  const jobs = await openConnection(ownerUrl);
  return async () => {
    await until(async () => {
      const { rows } = await jobs.db.execute(
        sql`select from graphile_worker.jobs where key = ${`count ${ids.decisionId}`}`,
      );
      return rows.length === 0;
    });
    await jobs.close();
    await close();
  };
}

/** Waits until something holds; fails after ten seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("it did not come to hold within ten seconds");
}
