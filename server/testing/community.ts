import { uuidv7 } from "uuidv7";
import { communities, memberships, participants } from "#db/schema/communities.ts";
import type { Role } from "../platform/actor.ts";
import type { Person } from "./person.ts";
import type { TestServer } from "./server-on.ts";

interface Shape {
  readonly isPrivate?: boolean;
  readonly name?: string;
}

/** A community with one owner, put straight into the tables. */
export async function addCommunity(server: TestServer, owner: Person, shape: Shape = {}) {
  const { db } = server.deps;
  const communityId = uuidv7();
  const { isPrivate = false, name = "The Commons" } = shape;
  await db.insert(communities).values({
    id: communityId,
    slug: `c-${communityId}`,
    name,
    isPrivate,
    joinPolicy: isPrivate ? "by-invitation" : "open",
  });
  const participantId = await addMember(server, communityId, { person: owner, role: "owner" });
  return { communityId, slug: `c-${communityId}`, participantId };
}

/** Makes somebody a member; gives the participant's id. */
export async function addMember(
  server: TestServer,
  communityId: string,
  { person, role = "member" }: { person: Person; role?: Role },
): Promise<string> {
  const { db } = server.deps;
  const participantId = uuidv7();
  await db
    .insert(participants)
    .values({ communityId, id: participantId, kind: "member", name: person.name });
  await db.insert(memberships).values({
    communityId,
    participantId,
    accountId: person.accountId,
    role,
    status: "active",
  });
  server.deps.forgetStandings();
  return participantId;
}
