import { uuidv7 } from "uuidv7";
import { debates } from "#db/schema/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { TestServer } from "../testing/server.ts";

/** A community with an owner, a moderator and a member, and a debate of theirs, put straight into the tables. */
export async function addDebate(
  server: TestServer,
  { phase = "deliberation", isPrivate = false }: { phase?: Phase; isPrivate?: boolean } = {},
) {
  const owner = await server.person("Olu");
  const moderator = await server.person("Mor");
  const member = await server.person("Mia");
  const { communityId, participantId: authorId } = await addCommunity(server, owner, { isPrivate });
  await addMember(server, communityId, { person: moderator, role: "moderator" });
  const memberId = await addMember(server, communityId, { person: member });
  const debateId = uuidv7();
  await server.deps.db.insert(debates).values({
    communityId,
    id: debateId,
    question: "Who may retrain the shared model?",
    topic: "governance",
    language: "en",
    phase,
    authorId,
  });
  return { communityId, debateId, owner, moderator, member, memberId, authorId };
}

/** Several more members of a community. */
export async function addMembers(server: TestServer, communityId: string, count: number) {
  const people = [];
  for (let at = 1; at <= count; at += 1) {
    const person = await server.person(`Person ${at}`);
    await addMember(server, communityId, { person });
    people.push(person);
  }
  return people;
}
