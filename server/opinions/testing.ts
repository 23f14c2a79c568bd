import { uuidv7 } from "uuidv7";
import { participants } from "#db/schema/communities.ts";
import type { Responses } from "#shared/opinions/responses.ts";
import { campResponses, type Camps } from "#shared/opinions/testing-conversation.ts";
import {
  addLatestResponses,
  addPastStatements,
  addResponseHistory,
  countPastResponses,
} from "../statements/public.ts";
import { addDebate } from "../statements/testing.ts";
import type { TestServer } from "../testing/server.ts";
import { makeMap } from "./analyse-opinions.ts";
import type { DebateIds } from "./store.ts";

type Shape = Parameters<typeof addDebate>[1];

/** Responses with the minute in which each was given; otherwise nobody responds within hours of anybody else. */
type Given = Responses & { readonly minute?: ArrayLike<number> };

/** A debate in which people, or some camps of them, have responded, put straight into the tables. */
export async function addOpinions(server: TestServer, given: Camps | Given, shape: Shape = {}) {
  const scene = await addDebate(server, shape);
  const { communityId, debateId, authorId } = scene;
  const ids = { communityId, debateId };
  const responses = "sizes" in given ? campResponses(given) : given;
  const peopleIds = Array.from({ length: responses.people }, () => uuidv7());
  await addParticipants(server, communityId, peopleIds);
  const statementIds = await addResponses(server, ids, { authorId, peopleIds, responses });
  return { ...scene, ids, statementIds, peopleIds };
}

/**
 * Analyses a debate in which each of some sides answers alike and unlike the others, among them those who are named. A side
 * has six people at least.
 * @returns the number of each side's group
 */
export async function analyseSides(
  server: TestServer,
  ids: DebateIds,
  sides: readonly (readonly string[])[],
): Promise<number[]> {
  const named = sides.flat();
  const camps = sides.map((people) => Math.max(6, people.length));
  const responses = campResponses({ sizes: camps, statements: 12, loyalty: 1 });
  const filled = sides.map((people, at) => [
    ...people,
    ...Array.from({ length: (camps[at] ?? 0) - people.length }, () => uuidv7()),
  ]);
  const peopleIds = filled.flat();
  const others = peopleIds.filter((id) => !named.includes(id));
  await addParticipants(server, ids.communityId, others);
  const [authorId = ""] = peopleIds;
  await addResponses(server, ids, { authorId, peopleIds, responses });
  await makeMap(server.deps, ids);
  const groups = await server.deps.opinionGroups?.(ids, peopleIds);
  return filled.map(([first = ""]) => groups?.get(first) ?? -1);
}

async function addParticipants(
  { deps }: TestServer,
  communityId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.map((id, at) => {
    return { communityId, id, kind: "member" as const, name: `Person ${at}` };
  });
  await deps.db.insert(participants).values(rows);
}

interface Answered {
  readonly authorId: string;
  readonly peopleIds: readonly string[];
  readonly responses: Given;
}

/** Adds statements, and what people answered. */
async function addResponses(
  { deps: { db } }: TestServer,
  ids: DebateIds,
  { authorId, peopleIds, responses }: Answered,
): Promise<string[]> {
  const { person, statement, value, minute } = responses;
  const statementIds = Array.from({ length: responses.statements }, () => uuidv7());
  await addPastStatements(
    db,
    ids,
    statementIds.map((id, at) => ({
      id,
      text: `Statement number ${at + 1}.`,
      language: "en",
      authorId,
      createdAt: new Date(1_700_000_000_000 + at),
    })),
  );
  const rows = Array.from(person, (who, at) => ({
    statementId: statementIds[statement[at] ?? 0] ?? "",
    participantId: peopleIds[who] ?? "",
    value: (value[at] ?? 0) as 1 | 0 | -1,
    respondedAt: new Date(1_700_000_100_000 + 60_000 * (minute?.[at] ?? 120 * at)),
  }));
  await addLatestResponses(db, ids, rows);
  await addResponseHistory(db, ids, rows);
  await countPastResponses(db, ids);
  return statementIds;
}
