import type { FastifyInstance } from "fastify";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { accounts } from "#db/schema/accounts.ts";
import type { Deps } from "../deps.ts";
import { readEnv } from "../env.ts";
import type { Log } from "../platform/log.ts";
import { createServer, type Given } from "../server.ts";
import { easyProvider } from "./provider.ts";
import { easyWriter } from "./summary-writer.ts";
import { Person } from "./person.ts";

export interface TestServer {
  readonly url: string;
  readonly deps: Deps;
  readonly databaseUrl: string;
  /** The same database, as its owner. */
  readonly ownerUrl: string;
  /** Asks the database as its owner: what no request may change, or tell. */
  sql<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  /** Every route that the server answers. */
  readonly routes: readonly { method: string; url: string }[];
  /** Answers a request without a network in between. */
  readonly inject: FastifyInstance["inject"];
  /** What the server logged, as JSON lines. */
  readonly logged: string[];
  /** Looks at every ledger now, as the server does by itself twice a minute. */
  checkLedgers(): Promise<void>;
  /** Somebody with a confirmed account, signed in. */
  person(name: string): Promise<Person>;
  /** Somebody who is not signed in. */
  visitor(): Person;
  close(): Promise<void>;
}

/** A database that is migrated; `drop` is called when the server closes. */
export interface OwnDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

export interface Options {
  /** Settings that differ from the usual ones of a test. */
  readonly env?: Record<string, string>;
  /** Where the server remembers which ledgers it signed. */
  readonly ledgerFolder?: string;
  readonly signingKey?: string;
  /** What signed before that. */
  readonly formerSigningKey?: string;
  readonly given?: Partial<Given>;
  /** Adds routes for pages. */
  serveClient?(app: FastifyInstance): Promise<void>;
}

function collectingLog(lines: string[]): Log {
  const keep = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
  return { info: keep, warn: keep, error: keep, debug: keep };
}

/** For services of others that a test does not name. */
const standIns = (env: Record<string, string>): Partial<Given> => ({
  ...(env["OIDC_ISSUER"] === undefined && { provider: easyProvider }),
  ...(env["SUMMARY_URL"] === undefined && { summaryWriter: easyWriter }),
});

/** A whole server on this database, and people to use it. */
export async function startServerOn(
  database: OwnDatabase,
  { env = {}, given = {}, ...keys }: Options = {},
): Promise<TestServer> {
  const logged: string[] = [];
  const people: Person[] = [];
  const ownerPool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  // A test may end the database, or the connection.
  ownerPool.on("error", () => undefined);
  const server = await createServer({
    env: readEnv({
      NODE_ENV: "test",
      PORT: "0",
      RATE_LIMITS: "off",
      DATABASE_CONNECTIONS: "8",
      ...env,
    }),
    databaseUrl: database.appUrl,
    log: collectingLog(logged),
    secretKey: "the key of a test, which is no secret",
    signingKey: "the other key of a test, no secret either",
    ...keys,
    given: { ...standIns(env), ...given },
  });
  const url = await server.listen();
  const { deps } = server;

  return {
    url,
    deps,
    logged,
    routes: server.routes,
    inject: server.app.inject.bind(server.app),
    checkLedgers: async () => server.checkLedgers(),
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    async sql<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await ownerPool.query<Row>(text, [...values])).rows;
    },
    async person(name) {
      const person = await addPerson(server.deps, url, name);
      people.push(person);
      return person;
    },
    visitor() {
      const person = new Person(url);
      people.push(person);
      return person;
    },
    async close() {
      for (const person of people) person.leave();
      await server.close();
      await ownerPool.end();
      await database.drop();
    },
  };
}

/** Somebody with a confirmed account, signed in. */
async function addPerson({ db, sessions }: Deps, url: string, name: string): Promise<Person> {
  const id = uuidv7();
  await db.insert(accounts).values({
    id,
    name,
    email: `${name.toLowerCase().replace(/\W+/g, ".")}.${id.slice(-6)}@example.org`,
    emailConfirmedAt: new Date(),
    passwordHash: "none",
  });
  const person = new Person(url, name, id);
  const { cookie } = await sessions.begin(id, "a test");
  person.cookie = cookie.split(";")[0] ?? "";
  return person;
}
