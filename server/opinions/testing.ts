import { uuidv7 } from "uuidv7";
import { participants } from "#db/schema/communities.ts";
import { campResponses, type Camps } from "#shared/opinions/testing-conversation.ts";
import {
  addLatestResponses,
  addPastStatements,
  addResponseHistory,
  countPastResponses,
} from "../statements/public.ts";
import { addDebate } from "../statements/testing.ts";
import type { TestServer } from "../testing/server.ts";

type Shape = Parameters<typeof addDebate>[1];

/** A debate in which people of some camps have responded, put straight into the tables. */
export async function addOpinions(server: TestServer, camps: Camps, shape: Shape = {}) {
  const scene = await addDebate(server, shape);
  const { communityId, debateId, authorId } = scene;
  const ids = { communityId, debateId };
  const { db } = server.deps;
  const { people, person, statement, value } = campResponses(camps);
  const statementIds = Array.from({ length: camps.statements }, () => uuidv7());
  const peopleIds = Array.from({ length: people }, () => uuidv7());
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
  if (people > 0) {
    await db.insert(participants).values(
      peopleIds.map((id, at) => {
        return { communityId, id, kind: "member" as const, name: `Person ${at}` };
      }),
    );
  }
  const rows = Array.from(person, (who, at) => ({
    statementId: statementIds[statement[at] ?? 0] ?? "",
    participantId: peopleIds[who] ?? "",
    value: (value[at] ?? 0) as 1 | 0 | -1,
    respondedAt: new Date(1_700_000_100_000 + 7_200_000 * at),
  }));
  await addLatestResponses(db, ids, rows);
  await addResponseHistory(db, ids, rows);
  await countPastResponses(db, ids);
  return { ...scene, ids, statementIds, peopleIds };
}
