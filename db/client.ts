import { drizzle } from "drizzle-orm/node-postgres";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import pg from "pg";

/** A pool or a transaction: whatever runs queries. */
export type Db = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

export interface PoolOptions {
  readonly url: string;
  readonly max?: number;
  /** Told of connections that break while idle; without a listener they would end the process. */
  readonly onError: (error: Error) => void;
}

/** Opens a pool of connections; statements give up after 30 s. */
export function openPool({ url, max = 20, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    application_name: "folkmoot",
  });
  // The last connections of a pool that ends may still hear that PostgreSQL ends as well: nobody's trouble.
  const tell = (error: Error): void => {
    if (!pool.ending) onError(error);
  };
  pool.on("error", tell);
  pool.on("connect", (client) => client.on("error", tell));
  return pool;
}

/**
 * Opens one connection, apart from any pool; without a limit on how long its statements take.
 * @param name what PostgreSQL lists it under
 */
export async function openConnection(url: string, name = "folkmoot") {
  const client = new pg.Client({ connectionString: url, application_name: name });
  // What breaks is told by the statement that was under way.
  client.on("error", () => undefined);
  await client.connect();
  return { db: drizzleOn(client), close: () => client.end() };
}

/** Drizzle over a pool or over one connection. Columns are snake_case in SQL. */
export function drizzleOn(connection: pg.Pool | pg.PoolClient | pg.Client): Db {
  return drizzle(connection, { casing: "snake_case" });
}

const onConnection = new WeakMap<pg.PoolClient, Db>();

/**
 * Runs work in one transaction, on one connection of the pool that is given back however it ends. (Drizzle's own
 * transaction never gives back a connection that breaks just before it begins: a pool would run dry by and by.)
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await poolBelow(db).connect();
  try {
    const connection = onConnection.get(client) ?? drizzleOn(client);
    onConnection.set(client, connection);
    return await connection.transaction((tx) => work(Object.assign(tx, { $client: client })));
  } finally {
    client.release();
  }
}

/** The pool below, for queries that are written out. */
export const poolBelow = (db: Db): pg.Pool => (db as Db & { readonly $client: pg.Pool }).$client;

/** Where a pool leads to. */
export function addressOf(db: Db): string {
  const { connectionString } = poolBelow(db).options;
  if (connectionString === undefined) throw new Error("a pool is opened by its address");
  return connectionString;
}

/** A statement that each connection prepares once, under its name, and then only sends values to. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs a named statement, on a pool or in a transaction: less than half the work of an unprepared one. For what is done most often. */
export async function runNamed<Row extends object>(db: Db, of: NamedStatement): Promise<Row[]> {
  const { $client } = db as Db & { readonly $client: pg.Pool | pg.PoolClient };
  const { rows } = await $client.query<Row>({ ...of, values: [...of.values] });
  return rows;
}
