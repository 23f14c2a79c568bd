import { settleDecision } from "../../decisions/settle.ts";
import { readEnv } from "../../env.ts";
import { makeMap } from "../../opinions/analyse-opinions.ts";
import { createServer } from "../../server.ts";
import { type LoopCost, watchLoop } from "./loop-watch.ts";

/** What the child is asked for. */
export type Errand =
  | { readonly act: "serve"; readonly databaseUrl: string }
  | { readonly act: "watch" | "tell" | "leave" }
  | { readonly act: "analyse"; readonly communityId: string; readonly debateId: string }
  | { readonly act: "settle"; readonly communityId: string; readonly decisionId: string };

/* A process of its own that serves one database, with its event loop looked at. */

const quiet = () => undefined;
const log = { info: quiet, debug: quiet, warn: console.error, error: console.error };

async function serve(databaseUrl: string) {
  const server = await createServer({
    env: readEnv({ NODE_ENV: "production", PORT: "0", RATE_LIMITS: "off" }),
    databaseUrl,
    log,
    secretKey: "the key of a measurement",
    signingKey: "the other key of a measurement",
  });
  return { server, url: await server.listen() };
}

let serving: Awaited<ReturnType<typeof serve>> | undefined;
let stopWatch: (() => LoopCost) | undefined;

async function run(errand: Errand): Promise<unknown> {
  if (errand.act === "serve") {
    serving = await serve(errand.databaseUrl);
    return serving.url;
  }
  if (!serving) throw new Error("it serves first");
  const { server } = serving;
  switch (errand.act) {
    case "watch":
      stopWatch = watchLoop();
      return null;
    case "tell":
      return stopWatch?.();
    case "analyse": {
      const start = performance.now();
      await makeMap(server.deps, errand);
      return performance.now() - start;
    }
    case "settle":
      return settleDecision(server.deps, errand);
    case "leave":
      return server.close();
  }
}

process.on("message", (errand: Errand) => {
  void run(errand).then((found) => {
    process.send?.({ found: found ?? null });
    if (errand.act === "leave") process.disconnect();
  });
});
