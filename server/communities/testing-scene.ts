import { createCommunity, type JoinPolicy } from "#shared/contract/communities.ts";
import { createInvitation } from "#shared/contract/memberships.ts";
import { eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** One person for each way to stand to a community. */
export interface Cast {
  readonly visitor: Person;
  /** Signed in, and a member of another community only. */
  readonly outsider: Person;
  readonly operator: Person;
  readonly member: Person;
  readonly moderator: Person;
  readonly owner: Person;
}

export const standings = [
  "visitor",
  "outsider",
  "operator",
  "member",
  "moderator",
  "owner",
] as const satisfies (keyof Cast)[];

export async function gather(server: TestServer): Promise<Cast> {
  const cast = {
    visitor: server.visitor(),
    outsider: await server.person("Outsider"),
    operator: await operatorOf(server),
    member: await server.person("Member"),
    moderator: await server.person("Moderator"),
    owner: await server.person("Owner"),
  };
  await found(cast.outsider, {});
  return cast;
}

/** Somebody who operates the installation, and is a member of nothing. */
export async function operatorOf(server: TestServer): Promise<Person> {
  const operator = await server.person("Operator");
  await server.deps.db
    .update(accounts)
    .set({ isOperator: true })
    .where(eq(accounts.id, operator.accountId));
  return operator;
}

interface Shape {
  readonly name?: string;
  readonly slug?: string;
  readonly description?: string;
  readonly isPrivate?: boolean;
  readonly joinPolicy?: JoinPolicy;
  readonly rules?: { title: string; text?: string }[];
}

let founded = 0;

/** A community founded the usual way. */
export function found(founder: Person, shape: Shape) {
  founded += 1;
  return founder.call(createCommunity, {
    body: {
      name: "The Commons",
      slug: `commons-${founded}`,
      language: "en",
      isPrivate: false,
      joinPolicy: "open",
      ...shape,
    },
  });
}

export interface Scene {
  readonly communityId: string;
  readonly slug: string;
  /** The participants behind the cast, and one more member. */
  readonly ids: Record<"member" | "moderator" | "owner" | "other", string>;
  readonly other: Person;
}

/** A community with the cast in its roles, and one more member to act upon. */
export async function setScene(
  server: TestServer,
  cast: Cast,
  { other, ...shape }: Shape & { readonly other: Person },
): Promise<Scene> {
  const rules = [{ title: "Be kind" }, { title: "Cite sources" }];
  const { id: communityId, slug, me } = await found(cast.owner, { rules, ...shape });
  const join = (person: Person, role: "moderator" | "member") =>
    addMember(server, communityId, { person, role });
  return {
    communityId,
    slug,
    other,
    ids: {
      owner: me?.participantId ?? "",
      moderator: await join(cast.moderator, "moderator"),
      member: await join(cast.member, "member"),
      other: await join(other, "member"),
    },
  };
}

/** The token of a new invitation. */
export async function invitationTo(
  { communityId }: { readonly communityId: string },
  inviter: Person,
  body: { maxUses?: number; validDays?: number } = {},
): Promise<string> {
  const { token } = await inviter.call(createInvitation, { params: { communityId }, body });
  return token;
}

/** A fingerprint of every row that communities own; equal before and after means that nothing changed. */
export async function fingerprint(server: TestServer): Promise<string> {
  const { rows } = await server.deps.db.execute<{ state: string }>(sql`
    select concat_ws(' ',
      (select md5(string_agg(t::text, '' order by t::text)) from communities t),
      (select md5(string_agg(t::text, '' order by t::text)) from charter_versions t),
      (select md5(string_agg(t::text, '' order by t::text)) from participants t),
      (select md5(string_agg(t::text, '' order by t::text)) from memberships t),
      (select md5(string_agg(t::text, '' order by t::text)) from invitations t),
      (select md5(string_agg(t::text, '' order by t::text)) from join_requests t),
      (select md5(string_agg(t::text, '' order by t::text)) from notices t),
      (select count(*) from room_events),
      (select count(*) from ledger_acts),
      (select count(*) from idempotency_keys)) as state`);
  return rows[0]?.state ?? "";
}
