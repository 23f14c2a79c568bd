import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDebate } from "#shared/contract/debates.ts";
import {
  changeBio,
  changePicture,
  listDeeds,
  Profile,
  readPicture,
  readProfile,
  removePicture,
} from "#shared/contract/profiles.ts";
import { pathOf } from "#shared/contract/request.ts";
import { leaveCommunity } from "#shared/contract/memberships.ts";
import { addMember } from "../testing/community.ts";
import { debateIn, say, type Scene, setScene } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { sendSlowly } from "../testing/late.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

let server: TestServer;
let scene: Scene;

beforeAll(async () => {
  server = await startTestServer();
  scene = await setScene(server);
});
afterAll(() => server.close());

const red = { width: 400, height: 300, channels: 3, background: "#c02020" } as const;

async function send(person: Person, content: Uint8Array, communityId = scene.communityId) {
  const form = new FormData();
  form.append("picture", new Blob([new Uint8Array(content)]), "../../me.svg");
  return person.send(pathOf(changePicture, { params: { communityId } }), {
    method: "PUT",
    body: form,
  });
}

async function ownProfile(person: Person, communityId = scene.communityId): Promise<Profile> {
  return person.call(changeBio, {
    params: { communityId },
    body: { bio: "I keep the lighthouse" },
  });
}

async function pictureOf({ person, picture }: Profile, reader: Person): Promise<Response> {
  const { communityId } = scene;
  const params = { communityId, participantId: person.id, hash: picture ?? "" };
  return reader.tryCall(readPicture, { params });
}

describe("a picture", () => {
  it.each(["png", "jpeg", "webp", "avif"] as const)(
    "comes in as %s, and goes out as a small WebP that tells nothing of camera or place",
    async (kind) => {
      const file = await sharp({ create: red })
        .withExif({ IFD0: { Copyright: "Somebody's own camera" } })
        .toFormat(kind)
        .toBuffer();
      const answer = await send(scene.member, file);
      const profile = Profile.parse(await answer.json());
      const shown = await pictureOf(profile, scene.stranger);
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        "content-type": "image/webp",
        "cache-control": "private, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
      });
      const bytes = Buffer.from(await shown.arrayBuffer());
      const { width, height, format, exif } = await sharp(bytes).metadata();
      expect({ width, height, format, exif }).toEqual({
        width: 256,
        height: 256,
        format: "webp",
        exif: undefined,
      });
      expect(bytes.includes("camera")).toBe(false);
    },
  );

  it("is refused where it is none, is broken, unpacks to too much, or weighs too much", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const gif = await sharp({ create: red }).gif().toBuffer();
    const whole = await sharp({ create: red }).jpeg().toBuffer();
    const bomb = await sharp({ create: { ...red, width: 9_000, height: 9_000 } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const pretends = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg]);
    for (const [file, reason] of [
      [svg, "picture-kind"],
      [gif, "picture-kind"],
      [pretends, "picture-broken"],
      [whole.subarray(0, 300), "picture-broken"],
      [bomb, "picture-broken"],
    ] as const) {
      const answer = await send(scene.member, file);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ reason: { code: reason } });
    }
    const heavy = await send(scene.member, Buffer.alloc(2 * 1024 * 1024 + 1, 0xff));
    expect(heavy.status).toBe(413);
    const none = await scene.member.send(
      pathOf(changePicture, { params: { communityId: scene.communityId } }),
      { method: "PUT", body: new FormData() },
    );
    expect(none.status).toBe(422);
  });

  it("has another address when it changes, and none once it is taken away", async () => {
    const first = Profile.parse(
      await (await send(scene.author, await sharp({ create: red }).png().toBuffer())).json(),
    );
    const blue = { ...red, background: "#2020c0" } as const;
    const second = Profile.parse(
      await (await send(scene.author, await sharp({ create: blue }).png().toBuffer())).json(),
    );
    expect(second.picture).not.toBe(first.picture);
    expect((await pictureOf(first, scene.stranger)).status).toBe(404);
    const params = { communityId: scene.communityId };
    expect((await scene.author.call(removePicture, { params })).picture).toBeNull();
    expect((await pictureOf(second, scene.stranger)).status).toBe(404);
  });
});

describe("a profile", () => {
  it("is not written by who has left while it was on its way", async () => {
    const { communityId } = scene;
    const leaver = await server.person("Lee");
    await addMember(server, communityId, { person: leaver });
    const params = { communityId };
    const { finish } = await sendSlowly(server, () =>
      leaver.tryCall(changeBio, { params, body: { bio: "Here I am" } }),
    );
    await leaver.call(leaveCommunity, { params });
    expect(await finish()).toBe(403);
  });

  it("takes no place in its list that no page ended with", async () => {
    const { person } = await ownProfile(scene.member);
    const params = { communityId: scene.communityId, participantId: person.id };
    const place = ["0000-01-01T00:00:00Z", person.id];
    const after = Buffer.from(JSON.stringify(place)).toString("base64url");
    expect((await scene.member.tryCall(listDeeds, { params, query: { after } })).status).toBe(422);
  });

  it("shows somebody as this community knows them, and nothing of their account", async () => {
    const mine = await ownProfile(scene.moderator);
    const params = { communityId: scene.communityId, participantId: mine.person.id };
    const seen = await scene.stranger.call(readProfile, { params });
    expect(seen).toMatchObject({
      person: { name: "Mona", kind: "member" },
      role: "moderator",
      bio: "I keep the lighthouse",
      isMe: false,
    });
    expect(JSON.stringify(seen)).not.toContain(scene.moderator.accountId);
    const nobody = { ...params, participantId: crypto.randomUUID() };
    expect((await scene.stranger.refusal(readProfile, { params: nobody })).status).toBe(404);
    expect((await scene.stranger.refusal(listDeeds, { params: nobody, query: {} })).status).toBe(
      404,
    );
  });

  it("of a private community is seen by its members alone, and so is the picture", async () => {
    const closed = await setScene(server, { isPrivate: true });
    const { communityId } = closed;
    const png = await sharp({ create: red }).png().toBuffer();
    const { person, picture } = Profile.parse(
      await (await send(closed.member, png, communityId)).json(),
    );
    const params = { communityId, participantId: person.id };
    const image = { params: { ...params, hash: picture ?? "" } };
    expect((await closed.author.tryCall(readPicture, image)).status).toBe(200);
    for (const outsider of [closed.stranger, closed.foreigner]) {
      expect((await outsider.tryCall(readPicture, image)).status).toBe(404);
      expect((await outsider.tryCall(readProfile, { params })).status).toBe(404);
    }
  });

  it("lists what they added, page by page, but nothing of drafts", async () => {
    const { communityId } = scene;
    const debate = await debateIn(scene);
    const ids = { communityId, debateId: debate.debateId };
    for (const text of ["One reason", "Another reason", "A third reason"]) {
      await say(scene.member, ids, { under: debate.positionIds[0], text });
    }
    await scene.member.call(createDebate, {
      params: { communityId },
      body: { question: "What is still a draft?", topic: "governance", language: "en" },
    });
    const { person } = await ownProfile(scene.member);
    const params = { communityId, participantId: person.id };
    const first = await scene.stranger.call(listDeeds, { params, query: { limit: 2 } });
    expect(first.items.map(({ kind, text }) => ({ kind, text }))).toEqual([
      { kind: "claim", text: "A third reason" },
      { kind: "claim", text: "Another reason" },
    ]);
    const rest = await scene.stranger.call(listDeeds, {
      params,
      query: { limit: 2, after: first.next ?? "" },
    });
    expect(rest.items.map(({ text }) => text)).toEqual(["One reason"]);
    expect(rest.next).toBeNull();
    const author = await ownProfile(scene.author);
    const all = await scene.stranger.call(listDeeds, {
      params: { communityId, participantId: author.person.id },
      query: { limit: 50 },
    });
    expect(new Set(all.items.map(({ kind }) => kind))).toEqual(
      new Set(["debate", "position", "moved"]),
    );
  });
});
