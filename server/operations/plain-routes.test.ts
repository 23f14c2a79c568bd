import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoints } from "#shared/contract/index.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";

const Operation = z.object({ operationId: z.string().optional(), "x-access": z.string() });
const Document = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { METRICS_TOKEN: "" } });
});
afterAll(() => server.close());

const document = async () =>
  Document.parse(await (await server.visitor().send("/api/openapi.json")).json());

describe("the description of the API", () => {
  it("holds every route that the server answers, and no other", async () => {
    const { paths } = await document();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = server.routes
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, "{$1}")}`)
      .filter((route) => !route.startsWith("HEAD "));
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(described.length).toBeGreaterThanOrEqual(endpoints.length);
  });

  it("says of every operation who may call it", async () => {
    const { paths } = await document();
    const known = ["public", "self", "member", "moderator", "owner", "operator"];
    for (const methods of Object.values(paths)) {
      for (const operation of Object.values(methods)) {
        expect(known).toContain(operation["x-access"]);
      }
    }
  });

  it("names every operation once", () => {
    const names = endpoints.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("points only at parts that it holds", async () => {
    const whole = await document();
    const { schemas } = whole.components;
    const text = await (await server.visitor().send("/api/openapi.json")).text();
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(schemas)).toContain(name);
    }
    expect(text).not.toContain("$defs");
  });
});

describe("health and figures", () => {
  it("says that it runs and that it is ready", async () => {
    expect((await server.visitor().send("/healthz")).status).toBe(200);
    expect((await server.visitor().send("/readyz")).status).toBe(200);
  });

  it("gives figures by route to this machine, and to nobody that a proxy passed on", async () => {
    await server.visitor().send("/healthz");
    const figures = await (await server.visitor().send("/metrics")).text();
    expect(figures).toContain('route="/healthz"');
    expect(figures).toContain("sockets_connected");
    const passedOn = await server
      .visitor()
      .send("/metrics", { headers: { "x-forwarded-for": "127.0.0.1" } });
    expect(passedOn.status).toBe(404);
  });

  it("answers what is not there with a problem document", async () => {
    const response = await server.visitor().send("/api/nothing");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ type: "/problems/not-found" });
  });
});
