import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addRule,
  editCommunity,
  editRule,
  readCommunity,
  readCommunityBySlug,
  retireRule,
} from "#shared/contract/communities.ts";
import {
  acceptInvitation,
  changeRole,
  createInvitation,
  decideRequest,
  handOverOwnership,
  joinCommunity,
  leaveCommunity,
  listInvitations,
  listMembers,
  listRequests,
  removeMember,
  renameMyself,
  requestToJoin,
  revokeInvitation,
  takeBackRequest,
} from "#shared/contract/memberships.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import {
  type Cast,
  fingerprint,
  gather,
  invitationTo,
  type Scene,
  setScene,
  standings,
} from "./testing-scene.ts";

let server: TestServer;
let cast: Cast;
let other: Person;

beforeAll(async () => {
  server = await startTestServer();
  cast = await gather(server);
  other = await server.person("Other");
});
afterAll(() => server.close());

const none = "01900000-0000-7000-8000-000000000000";
const settings = {
  name: "Renamed",
  description: "",
  language: "en" as const,
  joinPolicy: "open" as const,
};

/** What can be done in a community, and by whom. */
type Action = (person: Person, scene: Scene) => Promise<Response>;
interface Row {
  readonly does: string;
  readonly act: Action;
  /** Statuses in a public community that is open to all, in the order of the cast. */
  readonly open: readonly number[];
}

const rows: readonly Row[] = [
  {
    does: "reads the community",
    act: (person, { communityId }) => person.tryCall(readCommunity, { params: { communityId } }),
    open: [200, 200, 200, 200, 200, 200],
  },
  {
    does: "reads it by its address",
    act: (person, { slug }) => person.tryCall(readCommunityBySlug, { params: { slug } }),
    open: [200, 200, 200, 200, 200, 200],
  },
  {
    does: "lists the members",
    act: (person, { communityId }) => person.tryCall(listMembers, { params: { communityId } }),
    open: [200, 200, 200, 200, 200, 200],
  },
  {
    does: "hears what happened in its room",
    act: (person, { communityId }) =>
      person.send(`/api/rooms/community:${communityId}/events?after=0`),
    open: [200, 200, 200, 200, 200, 200],
  },
  {
    does: "edits the settings",
    act: (person, { communityId }) =>
      person.tryCall(editCommunity, {
        params: { communityId },
        body: { ...settings, isPrivate: false, version: 1 },
      }),
    open: [401, 403, 403, 403, 403, 200],
  },
  {
    does: "adds a rule",
    act: (person, { communityId }) =>
      person.tryCall(addRule, { params: { communityId }, body: { title: "A rule" } }),
    open: [401, 403, 403, 403, 403, 200],
  },
  {
    does: "edits a rule",
    act: (person, { communityId }) =>
      person.tryCall(editRule, {
        params: { communityId, number: 1 },
        body: { title: "Other words", version: 1 },
      }),
    open: [401, 403, 403, 403, 403, 200],
  },
  {
    does: "retires a rule",
    act: (person, { communityId }) =>
      person.tryCall(retireRule, { params: { communityId, number: 1 }, body: { version: 1 } }),
    open: [401, 403, 403, 403, 403, 200],
  },
  {
    does: "joins",
    act: (person, { communityId }) =>
      person.tryCall(joinCommunity, { params: { communityId }, body: {} }),
    open: [401, 200, 200, 409, 409, 409],
  },
  {
    does: "changes the own name",
    act: (person, { communityId }) =>
      person.tryCall(renameMyself, { params: { communityId }, body: { name: "Nym" } }),
    open: [401, 403, 403, 200, 200, 200],
  },
  {
    does: "leaves (the only owner can't)",
    act: (person, { communityId }) => person.tryCall(leaveCommunity, { params: { communityId } }),
    open: [401, 403, 403, 204, 204, 409],
  },
  {
    does: "removes a member",
    act: (person, { communityId, ids }) =>
      person.tryCall(removeMember, {
        params: { communityId, participantId: ids.other },
        body: { reason: "spam" },
      }),
    open: [401, 403, 403, 403, 204, 204],
  },
  {
    does: "removes a moderator",
    act: (person, { communityId, ids }) =>
      person.tryCall(removeMember, {
        params: { communityId, participantId: ids.moderator },
        body: {},
      }),
    open: [401, 403, 403, 403, 403, 204],
  },
  {
    does: "removes the owner",
    act: (person, { communityId, ids }) =>
      person.tryCall(removeMember, { params: { communityId, participantId: ids.owner }, body: {} }),
    open: [401, 403, 403, 403, 403, 403],
  },
  {
    does: "makes a member a moderator",
    act: (person, { communityId, ids }) =>
      person.tryCall(changeRole, {
        params: { communityId, participantId: ids.other },
        body: { role: "moderator" },
      }),
    open: [401, 403, 403, 403, 403, 200],
  },
  {
    does: "hands the community over",
    act: (person, { communityId, ids }) =>
      person.tryCall(handOverOwnership, {
        params: { communityId },
        body: { participantId: ids.other },
      }),
    open: [401, 403, 403, 403, 403, 204],
  },
  {
    does: "asks to join (an open one needs no asking)",
    act: (person, { communityId }) =>
      person.tryCall(requestToJoin, { params: { communityId }, body: {} }),
    open: [401, 403, 403, 409, 409, 409],
  },
  {
    does: "takes back a request that is not theirs",
    act: (person, { communityId }) =>
      person.tryCall(takeBackRequest, { params: { communityId, requestId: none } }),
    open: [401, 404, 404, 404, 404, 404],
  },
  {
    does: "lists requests",
    act: (person, { communityId }) => person.tryCall(listRequests, { params: { communityId } }),
    open: [401, 403, 403, 403, 200, 200],
  },
  {
    does: "decides on a request that is not there",
    act: (person, { communityId }) =>
      person.tryCall(decideRequest, {
        params: { communityId, requestId: none },
        body: { decision: "accepted" },
      }),
    open: [401, 403, 403, 403, 404, 404],
  },
  {
    does: "makes an invitation",
    act: (person, { communityId }) =>
      person.tryCall(createInvitation, { params: { communityId }, body: {} }),
    open: [401, 403, 403, 403, 200, 200],
  },
  {
    does: "lists invitations",
    act: (person, { communityId }) => person.tryCall(listInvitations, { params: { communityId } }),
    open: [401, 403, 403, 403, 200, 200],
  },
  {
    does: "revokes an invitation that is not there",
    act: (person, { communityId }) =>
      person.tryCall(revokeInvitation, { params: { communityId, invitationId: none } }),
    open: [401, 403, 403, 403, 404, 404],
  },
];

const outside = 3;

describe.each([
  { visibility: "public", isPrivate: false },
  { visibility: "private", isPrivate: true },
])("in a $visibility community", ({ isPrivate }) => {
  it.each(rows)("each role gets what it may when it $does", async ({ act, open }) => {
    const got: number[] = [];
    const changed: string[] = [];
    for (const standing of standings) {
      const scene = await setScene(server, cast, { isPrivate, other });
      const before = await fingerprint(server);
      const { status } = await act(cast[standing], scene);
      got.push(status);
      if (status >= 400 && (await fingerprint(server)) !== before) changed.push(standing);
    }
    expect(changed, "who was refused and yet changed rows").toEqual([]);
    const wanted = open.map((status, index) => (isPrivate && index < outside ? 404 : status));
    expect(got).toEqual(wanted);
  });
});

describe("the rows of a private community", () => {
  it("are refused to outsiders before anything about the request is checked", async () => {
    const { communityId } = await setScene(server, cast, { isPrivate: true, other });
    for (const person of [cast.visitor, cast.outsider, cast.operator]) {
      const response = await person.send(`/api/communities/${communityId}/charter`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ nonsense: true }),
      });
      expect(response.status).toBe(404);
    }
  });

  it("give a stranger the same 404, byte for byte, as a community that is not there", async () => {
    const { communityId, slug } = await setScene(server, cast, { isPrivate: true, other });
    const plain = async (person: Person, path: string) => {
      const response = await person.send(path);
      const headers = Object.fromEntries(response.headers);
      for (const varying of ["date", "x-request-id"]) delete headers[varying];
      return { status: response.status, headers, body: await response.text() };
    };
    for (const person of [cast.visitor, cast.outsider, cast.operator]) {
      for (const [there, missing] of [
        [`/api/communities/${communityId}`, `/api/communities/${none}`],
        [`/api/communities/${communityId}/members`, `/api/communities/${none}/members`],
        [`/api/communities/${communityId}/requests`, `/api/communities/${none}/requests`],
        [`/api/communities/by-slug/${slug}`, `/api/communities/by-slug/nothing-here`],
        [
          `/api/rooms/community:${communityId}/events?after=0`,
          `/api/rooms/community:${none}/events?after=0`,
        ],
      ] as const) {
        const answer = await plain(person, there);
        expect(answer.status).toBe(404);
        expect(answer).toEqual(await plain(person, missing));
      }
    }
  });

  it("let in who holds an invitation, and nobody by any other door", async () => {
    const scene = await setScene(server, cast, { isPrivate: true, other, joinPolicy: "open" });
    const newcomer = await server.person("Newcomer");
    const params = { communityId: scene.communityId };
    expect((await newcomer.refusal(joinCommunity, { params, body: {} })).status).toBe(404);
    expect((await newcomer.refusal(requestToJoin, { params, body: {} })).status).toBe(404);
    const token = await invitationTo(scene, cast.moderator);
    const { slug } = await newcomer.call(acceptInvitation, { params: { token }, body: {} });
    const community = await newcomer.call(readCommunityBySlug, { params: { slug } });
    expect(community.me?.role).toBe("member");
  });
});
