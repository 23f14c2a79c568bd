import { readOutline } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { moderate } from "#shared/contract/moderation.ts";
import { SubjectKind } from "#shared/contract/moderated.ts";
import { listNotices } from "#shared/contract/notifications.ts";
import { bookmarkClaim, followDebate, listBookmarks } from "#shared/contract/reading.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { addStatement } from "#shared/contract/statements.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { tableOfKind } from "./testing-strange-ids.ts";
import type { Step } from "./testing-tour-guide.ts";
import type { Toured } from "./testing-tour.ts";

/** Each text of the tour has this mark and a number of its own, as words or in an address. */
export const mark = "quagga";

export const numbersIn = (text: string): number[] =>
  [...text.matchAll(new RegExp(`${mark}(?: |%20)(\\d+)`, "g"))].map(([, n]) => Number(n));

async function texts(server: TestServer, sql: string): Promise<string[]> {
  return (await server.sql<{ text: string }>(sql)).map(({ text }) => text);
}

/** Somebody keeps a debate and a claim of it, and is told of what is new there: the addresses where all that is read. */
export async function follow(toured: Toured, person: Person): Promise<Step[]> {
  const { communityId, debateId, cast } = toured;
  const params = { communityId, debateId };
  await person.call(followDebate, { params, body: { stance: "following" } });
  const { claims } = await person.call(readOutline, { params });
  await person.call(bookmarkClaim, { params: { ...params, claimId: claims[0]?.id ?? "" } });
  const body = { text: `Whoever follows is told, ${mark} 9001` };
  await cast.member.call(addStatement, { params, body });
  const room = debateRoom(params);
  return [
    { contract: listNotices, person, input: { query: {} } },
    { contract: listBookmarks, person, input: { query: {} } },
    { contract: readRoomEvents, person, input: { params: { room }, query: { after: 0 } } },
  ];
}

/** Of each debate one position, and that of a panel where there is one; of all else everything. */
const hideable = (kind: SubjectKind, communityId: string) =>
  kind === "position"
    ? `select distinct on (debate_id) id as text from positions where community_id = '${communityId}'
        order by debate_id, by_panel is null`
    : `select id as text from ${tableOfKind[kind]} where community_id = '${communityId}'`;

/** Has a moderator hide what can be hidden in a community; gives how much of each kind was. */
export async function hideAll(server: TestServer, communityId: string, moderator: Person) {
  const hidden: Partial<Record<SubjectKind, number>> = {};
  for (const kind of SubjectKind.options) {
    for (const id of await texts(server, hideable(kind, communityId))) {
      const { status } = await moderator.tryCall(moderate, {
        params: { communityId },
        body: { subject: { kind, id }, kind: "hide", rule: 1, reason: "So that it is hidden." },
      });
      if (status === 200) hidden[kind] = (hidden[kind] ?? 0) + 1;
    }
  }
  return hidden;
}

/** The numbers of what moderators keep out of sight, and of what is in drafts. */
export async function outOfSight(server: TestServer, communityId: string): Promise<Set<number>> {
  const inDrafts = ["positions", "claims", "statements"].map(
    (table) => `select to_jsonb(t)::text from ${table} t join debates d on d.id = t.debate_id
      where d.community_id = '${communityId}' and d.phase = 'draft'`,
  );
  const all = await texts(
    server,
    [
      `select kept::text as text from content_states where community_id = '${communityId}'`,
      `select to_jsonb(d)::text from debates d where community_id = '${communityId}' and phase = 'draft'`,
      ...inDrafts,
    ].join(" union all "),
  );
  return new Set(all.flatMap(numbersIn));
}

/** The numbers of what votes were opened on: it stays on record as it was worded then. */
export async function votedOn(server: TestServer, communityId: string): Promise<Set<number>> {
  const rules = `select frozen_rules as text from decisions
    where community_id = '${communityId}' and frozen_rules is not null`;
  return new Set((await texts(server, rules)).flatMap(numbersIn));
}

/** The numbers of what was said in the hearings of panels, while it is out of sight. */
export async function saidInHearings(server: TestServer, communityId: string) {
  const kept = `select kept::text as text from content_states
    where community_id = '${communityId}' and subject_kind in ('testimony', 'answer')`;
  return new Set((await texts(server, kept)).flatMap(numbersIn));
}
