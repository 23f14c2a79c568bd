import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { endpoint } from "#shared/contract/endpoint.ts";
import { ApiError, call, callAhead, OfflineError, onUnauthorized } from "./api.ts";

const say = endpoint({
  name: "say",
  summary: "Say something",
  method: "POST",
  path: "/api/things/:thing/words",
  access: "public",
  params: z.object({ thing: z.string() }),
  body: z.object({ text: z.string() }),
  reply: z.object({ said: z.string() }),
});
const forget = endpoint({
  name: "forget",
  summary: "Forget everything",
  method: "DELETE",
  path: "/api/words",
  access: "public",
});

const listen = endpoint({
  name: "listen",
  summary: "Hear what was said",
  method: "GET",
  path: "/api/words",
  access: "public",
  reply: z.object({ said: z.string() }),
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer = () => undefined;
const heard: IncomingMessage[] = [];
const server = createServer((request, response) => {
  heard.push(request);
  request.resume();
  answer(request, response);
});
const keys = () => heard.map(({ headers }) => headers["idempotency-key"]);
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/problem+json", ...headers });
    response.end(JSON.stringify(body));
  };
const refuse = (code: string, status: number, headers = {}) =>
  json(status, { type: `/problems/${code}`, title: code, status }, headers);
const hangUp: Answer = (request) => void request.socket.destroy();
const speak = (text: string) => call(say, { params: { thing: "a/b" }, body: { text } });

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  // Pages call paths of their own origin; here there is no page.
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});
beforeEach(() => void heard.splice(0));

test("a call fills in its address and gives back the reply", async () => {
  answer = json(200, { said: "yes" });
  await expect(speak("1")).resolves.toEqual({ said: "yes" });
  expect(heard[0]?.url).toBe("/api/things/a%2Fb/words");
});

test("a reply without content is nothing", async () => {
  answer = (_request, response) => void response.writeHead(204).end();
  await expect(call(forget, {})).resolves.toBeUndefined();
  expect(heard[0]?.headers["content-type"]).toBeUndefined();
});

test("a write whose outcome is unknown is sent again under the same key, a settled one under another", async () => {
  answer = hangUp;
  await expect(speak("2")).rejects.toBeInstanceOf(OfflineError);
  answer = refuse("unavailable", 503);
  await expect(speak("2")).rejects.toBeInstanceOf(ApiError);
  answer = json(200, { said: "yes" });
  await speak("2");
  await speak("2");
  const [first, second, third, fourth] = keys();
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(fourth).not.toBe(first);
});

test("two writes with different content have different keys", async () => {
  answer = json(200, { said: "yes" });
  await speak("3");
  await speak("4");
  expect(new Set(keys()).size).toBe(2);
});

test("a refusal names its rule, and when to try again", async () => {
  answer = refuse("too-many-requests", 429, { "retry-after": "7" });
  await expect(speak("5")).rejects.toMatchObject({ code: "too-many-requests", retryAfter: 7 });
});

test("whoever listens learns that nobody is signed in any more", async () => {
  const listener = vi.fn<() => void>();
  const stop = onUnauthorized(listener);
  answer = refuse("e-mail-or-password-wrong", 401);
  await expect(speak("6")).rejects.toBeInstanceOf(ApiError);
  expect(listener).not.toHaveBeenCalled();
  answer = refuse("sign-in-required", 401);
  await expect(speak("6")).rejects.toBeInstanceOf(ApiError);
  expect(listener).toHaveBeenCalledOnce();
  stop();
});

test("a proxy that answers in the server's place is told in our own words", async () => {
  answer = (_request, response) => void response.writeHead(502).end("<h1>Bad Gateway</h1>");
  await expect(speak("7")).rejects.toMatchObject({ code: "unavailable", status: 502 });
});

test("what was asked ahead is the answer to the next call, and to no other", async () => {
  answer = json(200, { said: "early" });
  void callAhead(listen, {});
  expect(await call(listen, {})).toEqual({ said: "early" });
  expect(heard).toHaveLength(1);
  answer = json(200, { said: "late" });
  expect(await call(listen, {})).toEqual({ said: "late" });
});

test("whoever calls for what failed ahead hears of it, and can try again", async () => {
  answer = refuse("unavailable", 503);
  await callAhead(listen, {}).catch(() => undefined);
  await expect(call(listen, {})).rejects.toThrow(ApiError);
  answer = json(200, { said: "now" });
  expect(await call(listen, {})).toEqual({ said: "now" });
});
