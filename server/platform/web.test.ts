import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMe, signIn } from "#shared/contract/accounts.ts";
import { createCommunity, readCommunity } from "#shared/contract/communities.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { endpoints } from "#shared/contract/index.ts";
import { Problem } from "#shared/contract/problem.ts";
import { addCommunity } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

const publicUrl = "https://moot.example.org";

/** The server as it is reached by TLS through a proxy, and one without a public address. */
let server: TestServer;
let local: TestServer;
let owner: Person;
let communityId = "";
beforeAll(async () => {
  server = await startTestServer({ env: { PUBLIC_URL: publicUrl } });
  local = await startTestServer();
  owner = await server.person("Olga");
  ({ communityId } = await addCommunity(server, owner));
});
afterAll(async () => {
  await server.close();
  await local.close();
});

const foreigners = [
  "https://evil.example.org",
  "null",
  "https://moot.example.org.evil.example",
  "https://evil-moot.example.org",
  "https://moot.example.orgevil.example",
  "http://moot.example.org",
  "https://moot.example.org:8443",
  "https://sub.moot.example.org",
  "https://moot.example.org@evil.example",
  "file://",
  "",
];

const pathOf = ({ path }: Endpoint) =>
  path.replace(/:(\w+)/g, (_, name: string) =>
    name === "communityId" ? communityId : crypto.randomUUID(),
  );
const writes = endpoints.filter(({ method }) => method !== "GET");
const typeOf = async (response: Response) => Problem.parse(await response.json()).type;

describe("another site in a member's browser", () => {
  it("can write nothing: every origin but our own is refused by every operation", async () => {
    for (const contract of writes) {
      const origin = foreigners[writes.indexOf(contract) % foreigners.length] ?? "";
      const response = await owner.send(pathOf(contract), {
        method: contract.method,
        headers: { origin, "content-type": "application/json", "idempotency-key": "a-new-key" },
        body: "{}",
      });
      const answer = [contract.name, origin, response.status, await typeOf(response)];
      expect(answer).toEqual([contract.name, origin, 403, "/problems/foreign-origin"]);
    }
  });

  it.each(foreigners)("can't found a community as somebody (%s)", async (origin) => {
    const body = JSON.stringify({
      name: "Stolen",
      slug: "stolen",
      language: "en",
      isPrivate: false,
      joinPolicy: "open",
    });
    for (const path of [createCommunity.path, "/%61pi/communities", "/api/%63ommunities"]) {
      const response = await owner.send(path, {
        method: "POST",
        headers: { origin, "content-type": "application/json", "idempotency-key": "a-new-key" },
        body,
      });
      expect(await typeOf(response)).toBe("/problems/foreign-origin");
    }
  });

  it("can't sign anybody in to an account of its own, however it spells the address", async () => {
    for (const path of [signIn.path, "/%61pi/sessions", "/api/sess%69ons"]) {
      for (const origin of foreigners) {
        const response = await server.visitor().send(path, {
          method: "POST",
          headers: { origin, "content-type": "application/json" },
          body: JSON.stringify({ email: "a@example.org", password: "a long password" }),
        });
        expect([path, await typeOf(response)]).toEqual([path, "/problems/foreign-origin"]);
      }
    }
  });

  it("is let in by no site's name that merely leads to us, where we know ours", async () => {
    const response = await fetch(server.url + signIn.path, {
      method: "POST",
      headers: { origin: server.url, "content-type": "application/json" },
      body: "{}",
    });
    expect(response.status).toBe(403);
  });

  it("is told by no header that it may read an answer, or send what needs asking first", async () => {
    for (const origin of [...foreigners, publicUrl]) {
      const headers = {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type, idempotency-key",
      };
      for (const method of ["GET", "OPTIONS", "POST"]) {
        const response = await owner.send(createCommunity.path, { method, headers });
        const names = [...response.headers.keys()];
        expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
        const isAnswered = response.ok && method === "OPTIONS";
        expect(isAnswered).toBe(false);
      }
    }
  });

  it("can neither frame us nor guess what our answers are", async () => {
    const paths = [
      readMe.path,
      `/api/communities/${communityId}`,
      `/api/communities/${crypto.randomUUID()}`,
      "/api/nothing",
      "/nothing",
      "/healthz",
      "/api/openapi.json",
    ];
    for (const path of paths) {
      const { headers } = await owner.send(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect([path, headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
      expect(policy).toContain("frame-ancestors 'none'");
      const rules = path.startsWith("/api/")
        ? ["default-src 'none'"]
        : ["default-src 'self'", "object-src 'none'", "base-uri 'none'"];
      for (const rule of rules) expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("referrer-policy")).toBe("same-origin");
      const isKept = path.startsWith("/api/") && headers.get("cache-control") !== "no-store";
      expect([path, isKept]).toEqual([path, false]);
    }
  });
});

describe("TLS", () => {
  it("is insisted on for a year by a server that is reached by it, and by no other", async () => {
    const { headers } = await owner.send(readMe.path);
    const [, age] = /max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "") ?? [];
    expect(Number(age)).toBeGreaterThanOrEqual(31_536_000);
    const plain = await local.visitor().send(readMe.path);
    expect(plain.headers.get("strict-transport-security")).toBeNull();
  });
});

describe("a body", () => {
  const send = (type: string | undefined, body: BodyInit) =>
    server.visitor().send(signIn.path, {
      method: "POST",
      headers: { origin: publicUrl, ...(type === undefined ? {} : { "content-type": type }) },
      body,
    });
  const json = JSON.stringify({ email: "a@example.org", password: "a long password" });

  it.each([
    "text/plain",
    "text/plain;charset=UTF-8",
    "text/plain; application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/csp-report",
    "text/html",
    "nonsense",
  ])("is taken as JSON only: not as %s, which any site may send", async (type) => {
    const response = await send(type, json);
    expect([response.status, await typeOf(response)]).toEqual([
      415,
      "/problems/unsupported-media-type",
    ]);
  });

  it("without a type is refused", async () => {
    expect((await send(undefined, new Uint8Array(Buffer.from(json)))).status).toBe(415);
  });

  it("is JSON with a charset as well", async () => {
    expect((await send("application/json; charset=utf-8", json)).status).toBe(401);
  });
});

describe("a method", () => {
  it("is the request's own, not one that a header or a query names", async () => {
    const person = await local.person("Mo");
    for (const name of ["x-http-method-override", "x-http-method", "x-method-override"]) {
      const response = await person.send("/api/sessions/current?_method=DELETE", {
        method: "POST",
        headers: { [name]: "DELETE" },
      });
      expect(response.status).toBe(404);
    }
    expect((await person.call(readMe, {})).account?.id).toBe(person.accountId);
  });

  it("that asks for the head alone tells no more than asking for all", async () => {
    const member = await local.person("Mia");
    const hidden = await addCommunity(local, member, { isPrivate: true });
    const path = readCommunity.path.replace(":communityId", hidden.communityId);
    const seen = await member.send(path, { method: "HEAD" });
    expect([seen.status, await seen.text()]).toEqual([200, ""]);
    const none = path.replace(hidden.communityId, crypto.randomUUID());
    const [refused, missing] = await Promise.all(
      [path, none].map((each) => local.visitor().send(each, { method: "HEAD" })),
    );
    const lengths = [refused, missing].map((one) => one?.headers.get("content-length"));
    expect([refused?.status, missing?.status]).toEqual([404, 404]);
    expect(lengths[0]).toBe(lengths[1]);
  });

  it.each(["TRACE", "CONNECT", "PROPFIND", "LOCK", "QUERY", "NONSENSE"])(
    "%s is not answered with what was sent",
    async (method) => {
      const { status, text } = await raw({ method, path: readMe.path });
      expect(status === 0 || status >= 400).toBe(true);
      expect(text).not.toContain("a-secret-cookie");
    },
  );
});

describe("an address that no route can read", () => {
  it.each([
    ["too long a name", `/api/communities/${"a".repeat(9_000)}`, 404],
    ["half a percent sign", "/api/communities/%", 422],
    ["no UTF-8", "/api/communities/%ff%fe", 422],
    ["a NUL", "/api/communities/%00", 404],
    ["dots", "/api/communities/..%2f..%2fetc%2fpasswd", 404],
    ["two slashes", "//api/me", 404],
  ])("%s is refused like any other", async (_what, path, status) => {
    const response = await raw({ method: "GET", path });
    expect(response.status).toBe(status);
    expect(Problem.parse(JSON.parse(response.text)).status).toBe(status);
    expect(response.text).not.toContain("aaaa");
    expect(response.headers["x-content-type-options"]).toBe("nosniff");
    expect(response.headers["content-type"]).toContain("application/problem+json");
  });
});

interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Sends what a browser would not, to the server by TLS; status 0 where it was hung up on. */
function raw(what: { method: string; path: string }): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const headers = { cookie: "folkmoot=a-secret-cookie" };
    const sending = request(server.url, { ...what, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
      );
    });
    const hungUp = () => resolve({ status: 0, text: "", headers: {} });
    sending.on("error", hungUp);
    sending.on("connect", (_response, socket) => {
      socket.destroy();
      hungUp();
    });
    sending.end();
  });
}
