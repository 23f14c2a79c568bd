import type { AddressInfo } from "node:net";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { FastifyInstance } from "fastify";
import type { Room } from "#shared/contract/event.ts";
import { drizzleOn, openPool } from "#db/client.ts";
import { buildApp } from "./app.ts";
import { createStandings } from "./communities/public.ts";
import type { Deps } from "./deps.ts";
import type { Env } from "./env.ts";
import { listeningJobs, startJobs } from "./jobs.ts";
import { startLedgers } from "./ledger/public.ts";
import { refuseLocked, screen } from "./moderation/public.ts";
import type { Actor } from "./platform/actor.ts";
import { headOf } from "./platform/event-store.ts";
import { createOpinionMaps } from "./opinions/public.ts";
import { createHub } from "./platform/hub.ts";
import { createLedgerWatch } from "./platform/ledger-watch.ts";
import type { Log } from "./platform/log.ts";
import { createMailer } from "./platform/mailer.ts";
import { startRelay } from "./platform/outbox.ts";
import { createProvider } from "./platform/provider.ts";
import { createRandom } from "./platform/random.ts";
import { connectRedis } from "./platform/redis.ts";
import { safeFetch } from "./platform/safe-fetch.ts";
import { createRightsWatch } from "./platform/rights-watch.ts";
import { createSessions } from "./platform/sessions.ts";
import { createSigner } from "./platform/signer.ts";
import { createStamps } from "./platform/stamps.ts";
import { createSummaryWriter } from "./platform/summary-writer.ts";
import { createTransact } from "./platform/transact.ts";
import { createVault } from "./platform/vault.ts";
import { createVisits } from "./platform/visits.ts";
import { mayJoin } from "./rooms.ts";

export type Given = Pick<
  Deps,
  "clock" | "random" | "mailer" | "fetchPage" | "provider" | "summaryWriter" | "mostCountedAtOnce"
>;

interface ServerOptions {
  readonly env: Env;
  readonly databaseUrl: string;
  readonly log: Log;
  /** What seals secrets in the database. */
  readonly secretKey?: string | undefined;
  /** What signs receipts and counts. */
  readonly signingKey: string;
  /** What signed before that key was changed. */
  readonly formerSigningKey?: string | undefined;
  /** Where this server remembers which ledgers it signed; in the process alone where there is none. */
  readonly ledgerFolder?: string | undefined;
  /** What tests pass of their own. */
  readonly given?: Partial<Given>;
  /** Adds routes for pages, after those of the API. */
  serveClient?(app: FastifyInstance): Promise<void>;
}

/** Everything with side effects, of one process. */
async function createDeps(options: ServerOptions) {
  const { env, databaseUrl, log, secretKey, signingKey, given } = options;
  const pool = openPool({
    url: databaseUrl,
    max: env.DATABASE_CONNECTIONS + (env.ROLE === "web" ? 0 : listeningJobs),
    onError: ({ message }) => log.warn({ message }, "an idle database connection broke"),
  });
  const db = drizzleOn(pool);
  const isSecure = env.PUBLIC_URL?.startsWith("https:") ?? false;
  const rights = createRightsWatch();
  const sessions = createSessions(db, isSecure, rights);
  const standings = createStandings(db, rights);
  const forgetRights = () => {
    sessions.forget();
    standings.forget();
  };
  const deps: Deps = {
    env,
    ...createOpinionMaps(db, log),
    db,
    sessions,
    hub: createHub({ sessions, publicUrl: env.PUBLIC_URL, log }),
    log,
    redis: env.REDIS_URL === undefined ? undefined : await connectRedis(env.REDIS_URL, log),
    transact: createTransact(db),
    clock: () => new Date(),
    random: createRandom(),
    mailer: createMailer(env),
    vault: createVault(secretKey),
    signer: createSigner(signingKey),
    stamps: createStamps(secretKey ?? signingKey),
    ledgers: createLedgerWatch(),
    visits: secretKey === undefined ? undefined : createVisits({ secretKey, isSecure }),
    provider: createProvider(env),
    summaryWriter: createSummaryWriter(env),
    mostCountedAtOnce: 10_000,
    fetchPage: (url) => safeFetch(url),
    findStanding: standings.find,
    forgetStandings: standings.forget,
    screen: (tx, said) => screen(deps, tx, said),
    refuseLocked,
    mayJoin: (actor, room) => mayJoin(deps, actor, room),
    ...given,
  };
  const watch = rights.start({ url: databaseUrl, log, forget: forgetRights });
  return { deps, pool, watch };
}

/** Under which name a member is seen in a room of a community. */
async function nameIn({ findStanding }: Deps, actor: Actor, room: Room) {
  const standing = await findStanding(actor, room.split(":")[1] ?? "");
  // Whoever is suspended reads, and is not seen to be writing.
  return standing?.participantId && standing.name && !standing.suspendedUntil
    ? { id: standing.participantId, name: standing.name }
    : null;
}

/** Keeps the public record, with whoever signed it before the key was changed. */
function startRecord(deps: Deps, options: ServerOptions) {
  const { databaseUrl, formerSigningKey, ledgerFolder: folder } = options;
  const formerSigner = formerSigningKey === undefined ? undefined : createSigner(formerSigningKey);
  return startLedgers({ ...deps, formerSigner }, { databaseUrl, folder });
}

/** Builds a server with everything it needs; it listens once `listen` is called. */
export async function createServer(options: ServerOptions) {
  const { env, databaseUrl, log } = options;
  const { deps, pool, watch } = await createDeps(options);
  const { db, hub, redis } = deps;
  const { app, routes } = await buildApp(deps);
  await options.serveClient?.(app);
  hub.attach({
    http: app.server,
    mayJoin: deps.mayJoin,
    headOf: (room) => headOf(db, room),
    ...(redis ? { adapter: createAdapter(redis) } : {}),
    nameIn: (actor, room) => nameIn(deps, actor, room),
  });
  const isWorker = env.ROLE !== "web";
  const relay = startRelay({ url: databaseUrl, tell: hub.tell, log });
  const jobs = isWorker ? await startJobs(deps, pool) : undefined;
  const record = isWorker ? startRecord(deps, options) : undefined;

  return {
    app,
    deps,
    routes,
    /** Looks at every ledger of the public record now. */
    checkLedgers: async () => record?.check(),
    /** Begins to serve; gives the address. */
    async listen(): Promise<string> {
      await app.listen({ port: env.PORT, host: env.HOST });
      const { port } = app.server.address() as AddressInfo;
      return `http://${env.HOST === "0.0.0.0" ? "localhost" : env.HOST}:${port}`;
    },
    /** Ends in the order that loses nothing: sockets go elsewhere, requests in flight finish. */
    async close(): Promise<void> {
      hub.disconnectAll();
      await app.close();
      await hub.close();
      await jobs?.stop();
      await deps.opinionMaps.stop();
      await record?.stop();
      await relay.stop();
      await watch.stop();
      redis?.destroy();
      await pool.end();
    },
  };
}

export type FolkmootServer = Awaited<ReturnType<typeof createServer>>;
