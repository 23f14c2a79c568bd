import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveBuilt } from "./client-assets.ts";
import { toProblem } from "./problem.ts";

const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-client-"));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "index.html"), "<title>Folkmoot</title>");
  writeFileSync(path.join(folder, "theme.js"), "theme()");
  writeFileSync(path.join(folder, "assets", "main-a1b2c3.js"), "main()");
  writeFileSync(path.join(folder, "assets", "main-a1b2c3.js.br"), "packed");
  app = Fastify();
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.id);
    return reply.code(problem.status).send(problem);
  });
  app.get("/api/known", () => ({ known: true }));
  await serveBuilt(app, folder);
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const ask = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const person = { accept: "text/html,*/*" };

describe("the pages", () => {
  it.each(["/", "/c/open-model-commons", "/c/x/debates/is-3.5-enough?sort=new"])(
    "are one page for every address that a person may type: %s",
    async (url) => {
      const reply = await ask(url, person);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain("<title>Folkmoot</title>");
      expect(reply.headers["cache-control"]).toBe("no-cache");
      expect(reply.headers["content-type"]).toContain("text/html");
    },
  );

  it("keep files with a hash in their name for ever, and ask for the others again", async () => {
    const hashed = await ask("/assets/main-a1b2c3.js");
    expect(hashed.headers["cache-control"]).toContain("immutable");
    expect(hashed.headers["content-type"]).toContain("javascript");
    const plain = await ask("/theme.js");
    expect(plain.headers["cache-control"]).toBe("no-cache");
    expect(plain.headers.etag).toBeDefined();
  });

  it("come packed where the browser can unpack them", async () => {
    const reply = await ask("/assets/main-a1b2c3.js", { "accept-encoding": "br" });
    expect(reply.headers["content-encoding"]).toBe("br");
    expect(reply.body).toBe("packed");
  });

  it.each([
    "/api/unknown",
    "/assets/gone-a1.js",
    "/logo.png",
    "/socket.io/x",
    "/%zz",
    "/a%2f..%2f..%2fetc/passwd.txt",
  ])("do not stand in for what is missing: %s", async (url) => {
    const reply = await ask(url);
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.body).not.toContain("<title>");
  });

  it("leave the API alone", async () => {
    expect((await ask("/api/known", person)).json()).toEqual({ known: true });
  });
});
