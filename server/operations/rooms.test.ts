import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addRule } from "#shared/contract/communities.ts";
import { createDebate } from "#shared/contract/debates.ts";
import { accountRoom, communityRoom, debateRoom, type Room } from "#shared/contract/event.ts";
import { events } from "#shared/contract/index.ts";
import type { Envelope } from "#shared/contract/rooms.ts";
import { addCommunity } from "../testing/community.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { Company, type RoleName, roles } from "./testing-company.ts";

let server: TestServer;
let company: Company;
beforeAll(async () => {
  server = await startTestServer();
  company = await Company.gather(server);
});
afterAll(() => server.close());

const inside: readonly RoleName[] = [
  "suspended",
  "newcomer",
  "member",
  "facilitator",
  "moderator",
  "owner",
  "who did it",
];
const ofDrafts: readonly RoleName[] = ["moderator", "owner", "who did it"];

type RoomOf = "community" | "debate" | "draft" | "account";

/** A community with a debate and a draft of whoever founded it, and its rooms; the account's is the member's. */
async function found(isPrivate: boolean) {
  const founder = company.person("who did it");
  const { communityId } = await addCommunity(server, founder, { isPrivate });
  const params = { communityId };
  await founder.call(addRule, { params, body: { title: "Be kind", text: "To all." } });
  await company.join(communityId);
  const ask = async (phase: "draft" | "framing") => {
    const words = { question: "Who may hear?", topic: "governance", language: "en" as const };
    const { id } = await founder.call(createDebate, { params, body: { ...words, phase } });
    return id;
  };
  const [debateId, draftId] = [await ask("framing"), await ask("draft")];
  const { accountId } = company.person("member");
  const rooms: Record<RoomOf, Room> = {
    community: communityRoom({ communityId }),
    debate: debateRoom({ communityId, debateId }),
    draft: debateRoom({ communityId, debateId: draftId }),
    account: accountRoom({ accountId }),
  };
  return { communityId, debateId, draftId, accountId, rooms };
}

type Place = Awaited<ReturnType<typeof found>>;

const join = (role: RoleName, room: Room) => company.person(role).socket.emitWithAck("join", room);

/** Everybody tries to come into a room; gives those who are let in. */
async function comers(room: Room): Promise<RoleName[]> {
  const all = await Promise.all(
    roles.map(async (role) => ((await join(role, room)).joined ? [role] : [])),
  );
  return all.flat();
}

/** Whatever was on its way to somebody's socket has come. */
const settled = () =>
  Promise.all(roles.map((role) => company.person(role).socket.emitWithAck("join", "no room")));

/** The number of what is told here, apart from what the server tells by itself. */
const ours = 4_711;

/** Tells every event there is, of this debate or of a draft; gives by its name who heard it. */
async function hearers({ communityId, accountId }: Place, debateId: string) {
  const heard = new Map<string, RoleName[]>(events.map(({ name }) => [name, []]));
  const stop = roles.map((role) => {
    const { socket } = company.person(role);
    const listen = ({ name, seq }: Envelope) => seq === ours && heard.get(name)?.push(role);
    socket.on("event", listen);
    return () => socket.off("event", listen);
  });
  await settled();
  for (const { name, ...contract } of events) {
    const payload = { communityId, debateId, accountId };
    server.deps.hub.tell({ room: contract.room(payload), seq: ours, name, payload });
  }
  await settled();
  for (const each of stop) each();
  return heard;
}

const kindOf = (name: string) => {
  const contract = events.find((one) => one.name === name);
  const ids = { communityId: "c", debateId: "d", accountId: "a" };
  return contract?.room(ids).split(":")[0];
};

describe.each([
  ["public", roles],
  ["private", inside],
] as const)("in a %s community", (kind, everybody) => {
  let place: Place;
  const may: Record<RoomOf, readonly RoleName[]> = {
    community: everybody,
    debate: everybody,
    draft: ofDrafts,
    account: ["member"],
  };
  beforeAll(async () => {
    place = await found(kind === "private");
  });

  it("each room is entered by whoever may read what it tells of, and by nobody else", async () => {
    for (const [of, room] of Object.entries(place.rooms)) {
      expect([of, await comers(room)]).toEqual([of, may[of as RoomOf]]);
    }
  });

  it("every event reaches those in its room alone", async () => {
    const heard = await hearers(place, place.debateId);
    for (const [name, by] of heard) {
      expect([name, by.toSorted()]).toEqual([name, [...may[kindOf(name) as RoomOf]].toSorted()]);
    }
    const ofDraft = await hearers(place, place.draftId);
    for (const [name, by] of ofDraft) {
      if (kindOf(name) !== "debate") continue;
      expect([name, by.toSorted()]).toEqual([name, [...may.draft].toSorted()]);
    }
  });
});

describe("whoever has lost the right to a room", () => {
  it("hears nothing of it any more", async () => {
    const place = await found(true);
    const { communityId, debateId, rooms } = place;
    for (const room of Object.values(rooms)) await comers(room);
    const gone: readonly RoleName[] = ["suspended", "newcomer", "member", "facilitator"];
    const left = gone.map((role) => {
      const outOf = new Set<string>([rooms.community, rooms.debate]);
      return new Promise<void>((resolve) => {
        company.person(role).socket.on("left", (room) => {
          outOf.delete(room);
          if (outOf.size === 0) resolve();
        });
      });
    });
    await server.deps.db.execute(
      `update memberships set status = 'left' where community_id = '${communityId}' and role = 'member'`,
    );
    await Promise.all(left);
    const heard = await hearers(place, debateId);
    for (const [name, by] of heard) {
      const expected =
        kindOf(name) === "account" ? ["member"] : ["moderator", "owner", "who did it"];
      expect([name, by.toSorted()]).toEqual([name, expected]);
    }
  });
});
