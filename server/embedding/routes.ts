import type { FastifyInstance } from "fastify";
import { readEmbedding, settleEmbedding } from "#shared/contract/embedding.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { framedBy } from "../platform/security-headers.ts";
import { settleEmbedding as settle } from "./settle-embedding.ts";
import { sitesFraming } from "./sites-framing.ts";
import { sitesOf } from "./store.ts";

/** Debates in pages of other sites. */
export function embeddingRoutes(app: FastifyInstance, mount: Mount, deps: Deps): void {
  mount(readEmbedding, async ({ standing, params }) => {
    await readableDebate(deps, standing, params);
    return { sites: await sitesOf(deps.db, params) };
  });
  mount(settleEmbedding, (call) => settle(deps, call));
  app.addHook("onRequest", async ({ url }, reply) => {
    // What shows a frame its right height is for any site to run; it holds nothing.
    if (url === "/embed.js") void reply.header("cross-origin-resource-policy", "cross-origin");
    if (!url.startsWith("/embed/")) return;
    const sites = await sitesFraming(deps, url);
    if (sites.length === 0) return;
    void reply.removeHeader("x-frame-options");
    const policy = reply.getHeader("content-security-policy");
    if (typeof policy !== "string") return;
    void reply.header("content-security-policy", framedBy(policy, sites));
  });
}
