import type pg from "pg";
import { poolBelow } from "#db/client.ts";
import type { TestServer } from "../testing/server.ts";

/** Work that is done on trial. */
export interface Attempt<T> {
  /** SQL that comes before; it is taken back as well, and is no change of the work's. */
  readonly prepare?: string;
  work(): Promise<T>;
  /** Whether it is of interest what the work changed: to find that out takes time. */
  isWatched(result: T): boolean;
}

/**
 * Puts all that a server does with its database into one transaction, so that it can be taken back. The server must do
 * nothing by itself meanwhile.
 */
export async function openTrial({ deps }: TestServer) {
  const pool = poolBelow(deps.db);
  const client = await pool.connect();
  const standIn = standInFor(client);
  Object.assign(pool, { connect: async () => standIn, query: standIn.query });
  const { changed: changedOpinions } = deps.opinionMaps;
  // What comes in is asked to be analysed a moment later, which would be in another attempt.
  Object.assign(deps.opinionMaps, { changed: () => undefined });

  return {
    /** Does the work, tells which tables it changed where that is watched, and takes all of it back. */
    async attempt<T>({ prepare = "", work, isWatched }: Attempt<T>) {
      await client.query(`begin; ${prepare}; savepoint prepared`);
      try {
        const result = await work();
        return { result, changed: isWatched(result) ? await changesIn(client) : [] };
      } finally {
        await client.query("rollback");
      }
    },
    close(): void {
      Object.assign(deps.opinionMaps, { changed: changedOpinions });
      Reflect.deleteProperty(pool, "connect");
      Reflect.deleteProperty(pool, "query");
      client.release();
    },
  };
}

export type Trial = Awaited<ReturnType<typeof openTrial>>;

/** A connection whose transactions are parts of one that is open already; its statements come one after the other. */
function standInFor(client: pg.PoolClient) {
  let depth = 0;
  let before: Promise<unknown> = Promise.resolve();

  function inPlaceOf(text: string): string | undefined {
    if (/^begin/i.test(text)) return `savepoint trial_${(depth += 1)}`;
    if (/^commit/i.test(text)) return `release savepoint trial_${depth--}`;
    if (/^rollback(?! to)/i.test(text)) return `rollback to savepoint trial_${depth--}`;
    return undefined;
  }

  function query(statement: string | pg.QueryConfig, values?: unknown[]) {
    const text = typeof statement === "string" ? statement : statement.text;
    const run = () => {
      const other = inPlaceOf(text);
      return other === undefined ? client.query(statement, values) : client.query(other);
    };
    const done = before.then(run, run);
    before = done;
    return done;
  }

  return Object.assign(Object.create(client) as pg.PoolClient, { query, release: () => undefined });
}

/**
 * When somebody was last here is written down whatever comes of what they ask; the public record, the events and the
 * jobs are brought on by the other server meanwhile.
 */
const movesByItself = /^public\.(sessions|ledger_\w+|room_\w+)$|^graphile_worker\./;

/** The tables that are not as they were when the transaction was prepared; takes back what was done since. */
async function changesIn(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_xact_user_tables
     where pg_current_xact_id_if_assigned() is not null and n_tup_ins + n_tup_upd + n_tup_del > 0`,
  );
  const touched = rows.map(({ name }) => name).filter((name) => !movesByItself.test(name));
  const after = await printsOf(client, touched);
  await client.query("rollback to savepoint prepared");
  const before = await printsOf(client, touched);
  return touched.filter((_, at) => after[at] !== before[at]);
}

/** One text for all that each table holds. */
async function printsOf(client: pg.PoolClient, tables: readonly string[]): Promise<unknown[]> {
  if (tables.length === 0) return [];
  const prints = tables.map(
    (name, at) =>
      `(select md5(string_agg(t::text, ' ' order by t::text)) from ${name} t) as "${at}"`,
  );
  const { rows } = await client.query<Record<string, unknown>>(`select ${prints.join(", ")}`);
  return tables.map((_, at) => rows[0]?.[at]);
}
