import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { projectFolder } from "#db/project-folder.ts";
import { Refusal } from "./problem.ts";

/** Names that belong to programs; a page never has them. */
const notPages = /^\/(api|assets|socket\.io)(\/|$)/;

export interface ClientChoice {
  /** Follows the sources instead of serving what was built. */
  readonly watch: boolean;
}

/** Serves the pages: files as they are, and the one page for every address that the client knows how to show. */
export async function serveClient(app: FastifyInstance, { watch }: ClientChoice): Promise<void> {
  if (watch) await serveSources(app);
  else await serveBuilt(app, path.join(projectFolder, "dist", "client"));
}

/** Serves a built client. Names with a hash never change and are kept for ever; all else is asked for again. */
export async function serveBuilt(app: FastifyInstance, folder: string): Promise<void> {
  const files = await filesIn(folder);
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    preCompressed: true,
  });
  app.get("/*", (request, reply) => {
    const address = addressOf(request);
    if (files.has(address)) return sendFile(reply, address);
    refuseUnlessPage(request, address);
    return sendFile(reply, "/index.html");
  });
}

function sendFile(reply: FastifyReply, address: string): FastifyReply {
  const isForEver = address.startsWith("/assets/");
  const keep = isForEver ? "public, max-age=31536000, immutable" : "no-cache";
  return reply.header("cache-control", keep).sendFile(address.slice(1));
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
  const relative = files.map((entry) =>
    path.relative(folder, path.join(entry.parentPath, entry.name)),
  );
  return new Set(relative.map((name) => `/${name.split(path.sep).join("/")}`));
}

function addressOf(request: FastifyRequest): string {
  const [raw = "/"] = request.url.split("?");
  try {
    return decodeURIComponent(raw);
  } catch {
    throw new Refusal("not-found");
  }
}

/** A missing picture is missing; only what a person may have typed leads to the page. */
function refuseUnlessPage(request: FastifyRequest, address: string): void {
  const wantsPage = request.headers.accept?.includes("text/html") ?? false;
  const looksLikeFile = path.extname(address) !== "";
  if (notPages.test(address) || (looksLikeFile && !wantsPage)) throw new Refusal("not-found");
}

/** Serves the sources of the client by vite, on the server's own port, changes included. */
async function serveSources(app: FastifyInstance): Promise<void> {
  const { createServer } = await import("vite");
  const folder = path.join(projectFolder, "client");
  const vite = await createServer({
    configFile: path.join(folder, "vite.config.ts"),
    // No copy of the settings is written, which the watch over the sources would take for a change.
    configLoader: "native",
    appType: "custom",
    server: { middlewareMode: true, ws: { server: app.server, path: "/@changes" } },
  });
  app.addHook("onClose", () => vite.close());
  app.get("/*", async (request, reply) => {
    const address = addressOf(request);
    if (notPages.test(address) && !address.startsWith("/assets/")) throw new Refusal("not-found");
    const isAnswered = await new Promise<boolean>((resolve) => {
      reply.raw.once("close", () => resolve(true));
      vite.middlewares(request.raw, reply.raw, () => resolve(false));
    });
    if (isAnswered) return reply.hijack();
    refuseUnlessPage(request, address);
    const page = await readFile(path.join(folder, "index.html"), "utf8");
    return reply
      .type("text/html")
      .header("cache-control", "no-cache")
      .send(await vite.transformIndexHtml(request.url, page));
  });
}
