import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "#shared/contract/accounts.ts";
import { castBallot, listBallots } from "#shared/contract/decisions.ts";
import { scheduleMove } from "#shared/contract/debates.ts";
import { handOverOwnership } from "#shared/contract/memberships.ts";
import { Problem } from "#shared/contract/problem.ts";
import { readRoomEvents } from "#shared/contract/rooms.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { takeTour, type Toured } from "./testing-tour.ts";
import type { Step } from "./testing-tour-guide.ts";

let server: TestServer;
let toured: Toured;
beforeAll(async () => {
  server = await startTestServer();
  toured = await takeTour(server);
});
beforeEach(() => toured.comeBack());
afterAll(() => server.close());

/** One request of each kind that was answered with success, has a body, and may be sent again. */
function withBodies(): Step[] {
  const steps = toured.steps.filter(
    ({ contract, input }) => input.body !== undefined && contract !== handOverOwnership,
  );
  return [...new Map(steps.map((step) => [step.contract.name, step])).values()];
}

/** The same body once for each text in it, with that text changed. */
function withEachText(body: unknown, change: (text: string) => string): unknown[] {
  // An address is spelled anew, with nothing in it that does not belong there.
  if (typeof body === "string") return body.startsWith("https:") ? [] : [change(body)];
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([key, part]) =>
    withEachText(part, change).map((changed) =>
      Array.isArray(body) ? body.with(Number(key), changed) : { ...body, [key]: changed },
    ),
  );
}

function send({ contract, person, input }: Step, body: unknown): Promise<Response> {
  const step = { ...input, body } as never;
  return person.tryCall(contract, step);
}

describe("a text", () => {
  it.each([
    ["a NUL, which PostgreSQL does not keep", "\u0000"],
    ["half a character", "\uD83D"],
    ["a mark that turns the direction of what follows", "\u202E"],
    ["a control character", "\u001B"],
  ])("with %s is refused wherever people write", async (_what, poison) => {
    // Links and passwords are compared, and never kept or shown.
    const compared = /^(signIn|confirmEmail|resetPassword|changePassword|signUp|changeEmail)$/;
    let tried = 0;
    for (const step of withBodies()) {
      for (const body of withEachText(step.input.body, (text) => `${text}${poison} and more`)) {
        const { status } = await send(step, body);
        tried += 1;
        const isFine = status === 422 || (compared.test(step.contract.name) && status < 500);
        expect([step.contract.name, body, status, isFine]).toContain(true);
      }
    }
    expect(tried).toBeGreaterThan(60);
  });
});

describe("a body with more in it than the contract names", () => {
  it.each([
    "isOperator",
    "role",
    "communityId",
    "authorId",
    "createdAt",
    "__proto__",
    "constructor",
  ])("is refused by every operation (%s)", async (name) => {
    for (const step of withBodies()) {
      const given = Object.entries(step.input.body as object);
      if (given.some(([key]) => key === name)) continue;
      const more = [...given, [name, { prototype: { isOperator: true } }] as const];
      const response = await send(step, Object.fromEntries(more));
      expect([step.contract.name, response.status]).toEqual([step.contract.name, 422]);
    }
  });
});

describe("what no list, room or clock can mean", () => {
  const refusalOf = async (response: Response) => Problem.parse(await response.json()).type;
  const malformed = "/problems/invalid-request";

  it("is refused as a place in a list", async () => {
    const step = toured.steps.find(({ contract }) => contract === listBallots);
    for (const after of ["x", "0", "null", "W10", "eyJhIjoxfQ", crypto.randomUUID()]) {
      const input = { ...step?.input, query: { after } } as never;
      const response = await toured.cast.moderator.tryCall(listBallots, input);
      expect(await refusalOf(response)).toBe(malformed);
    }
  });

  it("is refused as the number of an event", async () => {
    const room = `community:${toured.communityId}`;
    for (const after of [-1, 1.5, 2 ** 31, 2 ** 53, 1e300]) {
      const query = { after };
      const response = await server.visitor().tryCall(readRoomEvents, { params: { room }, query });
      expect(await refusalOf(response)).toBe(malformed);
    }
  });

  it("is refused as a room, like a room that is not there", async () => {
    const dashes = "-".repeat(36);
    for (const room of [
      `community:${dashes}`,
      `debate:${toured.communityId}:${dashes}`,
      `debate:${dashes}:${toured.debateId}`,
      `account:${dashes}`,
      "community:",
      "__proto__",
    ]) {
      const query = { after: 0 };
      const response = await server.visitor().tryCall(readRoomEvents, { params: { room }, query });
      expect([room, response.status]).toEqual([room, 404]);
    }
  });

  it("is refused as a time", async () => {
    const { moderator } = toured.cast;
    const { communityId, debateId } = toured;
    const params = { communityId, debateId, to: "voting" as const };
    for (const at of ["0000-01-01T00:00:00Z", "2030-02-30T00:00:00Z", "+275760-09-13T00:00:00Z"]) {
      const response = await moderator.tryCall(scheduleMove, { params, body: { at } });
      expect([at, await refusalOf(response)]).toEqual([at, malformed]);
    }
  });

  it("is refused as a score", async () => {
    const { member } = toured.cast;
    const params = { communityId: toured.communityId, decisionId: toured.secretDecisionId };
    const step = toured.steps.findLast(({ contract }) => contract === castBallot);
    const [, option] = /"scores":\{"([^"]+)"/.exec(JSON.stringify(step?.input)) ?? [];
    for (const value of ["1e999", "-0.5", "101", '"5"', "null", "{}"]) {
      const body = `{"ballot":{"method":"score","scores":{"${option}":${value}}}}`;
      const response = await member.send(
        castBallot.path.replace(/:(\w+)/g, (_, name: string) => params[name as "communityId"]),
        {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body,
        },
      );
      expect([value, response.status]).toEqual([value, 422]);
    }
  });
});

/** Sends bytes as they are; gives what came back until the server hung up, or until it is quiet. */
function sendRaw(head: string, ...chunks: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port, host } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(3_000, done);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", done).on("close", done);
    socket.write(`${head.replaceAll("\n", "\r\n")}\r\nhost: ${host}\r\norigin: ${server.url}\r\n`);
    for (const chunk of chunks) socket.write(chunk);
  });
}

const post = `POST ${signIn.path} HTTP/1.1\ncontent-type: application/json`;
const sized = (body: string | Buffer) => [
  `content-length: ${body.length}\r\nconnection: close\r\n\r\n`,
  body,
];

describe("a body", () => {
  it.each([
    ["cut off in the middle", '{"email":"a@example.org","pass'],
    ["that is no JSON", "hello"],
    ["with a comment", '{"a":1}//'],
    ["with NaN", '{"email":NaN}'],
    ["with a name twice", '{"email":"a@example.org","email":{},"password":"long enough"}'],
    ["nested ten thousand deep", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["of objects nested five thousand deep", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`],
    ["that would change every object", '{"__proto__":{"isOperator":true},"email":"a@example.org"}'],
    ["that is empty", ""],
    ["that is null", "null"],
    ["in another encoding", Buffer.from('{"email":"a@example.org","password":"é"}', "utf16le")],
    ["with bytes that are no text", Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])("%s is refused as malformed", async (_what, body) => {
    const answer = await sendRaw(post, ...sized(body));
    expect(answer).toMatch(/^HTTP\/1.1 422 /);
    expect(answer).toContain("/problems/invalid-request");
    expect(answer).not.toMatch(/SyntaxError|position \d|\.ts|node_modules/);
  });

  it("of a megabyte is refused for its size, before it has come in", async () => {
    const before = process.memoryUsage().rss;
    const megabyte = "x".repeat(1_000_000);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => sendRaw(post, ...sized(megabyte))),
    );
    // The server may hang up before it has read all, and its answer may be lost with that.
    for (const answer of answers) expect(answer).toMatch(/^(HTTP\/1.1 413 |$)/);
    expect(
      answers.filter((answer) => answer.includes("/problems/too-large")).length,
    ).toBeGreaterThan(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it("that never says how long it is gets cut off at its limit", async () => {
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const chunks = Array.from({ length: 32 }, () => chunk);
    const answer = await sendRaw(post, "transfer-encoding: chunked\r\n\r\n", ...chunks);
    expect(answer).toMatch(/^(HTTP\/1.1 413 |$)/);
  });

  it("that is small only while it is packed is refused for its size", async () => {
    const bomb = gzipSync("x".repeat(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    const answer = await sendRaw(`${post}\ncontent-encoding: gzip`, ...sized(bomb));
    expect(answer).toMatch(/^HTTP\/1.1 (413|415) /);
  });

  it("with two lengths, or a length and chunks, is not taken", async () => {
    const twice = await sendRaw(`${post}\ncontent-length: 2\ncontent-length: 4`, "\r\n\r\n{}{}");
    const both = await sendRaw(
      `${post}\ncontent-length: 4\ntransfer-encoding: chunked`,
      "\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\n\r\n",
    );
    for (const answer of [twice, both]) {
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
      expect(answer.match(/HTTP\/1.1 /g)).toHaveLength(1);
    }
  });

  it("that is sent a byte at a time holds nobody else up", async () => {
    const slow = Array.from({ length: 60 }, () =>
      sendRaw(post, "content-length: 60000\r\n\r\n", '{"email":'),
    );
    const before = performance.now();
    for (let n = 0; n < 20; n += 1) expect((await fetch(`${server.url}/api/me`)).status).toBe(200);
    expect(performance.now() - before).toBeLessThan(10_000);
    await Promise.all(slow);
  });
});

describe("the head of a request", () => {
  it.each([
    ["too large", `GET /api/me HTTP/1.1\nx-long: ${"x".repeat(20_000)}`],
    ["of a thousand cookies", `GET /api/me HTTP/1.1\ncookie: ${"a=b; ".repeat(5_000)}`],
    ["that is no HTTP", "\u0000\u0001\u0002"],
    ["with a line break in a name", "GET /api/me HTTP/1.1\na\u0000b: c"],
  ])("%s is refused, and nothing else suffers", async (_what, head) => {
    const answer = await sendRaw(head, "\r\n");
    expect(answer).toMatch(/^(HTTP\/1.1 4\d\d |$)/);
    expect((await fetch(`${server.url}/api/me`)).status).toBe(200);
  });

  it("may hold a cookie that means nothing", async () => {
    for (const cookie of [
      "folkmoot=",
      "folkmoot=%",
      "folkmoot=a%00b",
      `folkmoot=${"x".repeat(8_000)}`,
      "=;=;;",
    ]) {
      const response = await fetch(`${server.url}/api/me`, { headers: { cookie } });
      expect([cookie, response.status]).toEqual([cookie, 200]);
      expect(await response.json()).toMatchObject({ account: null });
    }
  });
});
