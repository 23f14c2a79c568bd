import pg from "pg";
import type { TestServer } from "../testing/server.ts";

interface Column {
  readonly table: string;
  readonly column: string;
}

async function withOwner<T>(
  { ownerUrl }: TestServer,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every column of every table, those of the job queue included. */
async function allColumns(client: pg.Client, type = "%"): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `
    select format('%I.%I', c.table_schema, c.table_name) as table, format('%I', c.column_name) as column
    from information_schema.columns c join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
      and data_type like $1`,
    [type],
  );
  return rows;
}

/** Columns that hold one of these texts in any row, as text, or as the bytes of that text. */
export async function columnsWith(
  server: TestServer,
  texts: readonly string[],
  type?: string,
): Promise<string[]> {
  const wanted = texts.flatMap((text) => [
    text.toLowerCase(),
    Buffer.from(text).toString("hex"),
    Buffer.from(text.toLowerCase()).toString("hex"),
  ]);
  return withOwner(server, async (client) => {
    const found: string[] = [];
    for (const { table, column } of await allColumns(client, type)) {
      const { rows } = await client.query<{ text: string }>(
        `select wanted as text from unnest($1::text[]) wanted
         where exists (select from ${table} where strpos(lower(${column}::text), wanted) > 0)`,
        [wanted],
      );
      found.push(...rows.map(({ text }) => `${table}.${column}: ${text}`));
    }
    return found;
  });
}

/** What refers to accounts and would not go with them by itself. */
export async function strictReferences(server: TestServer): Promise<string[]> {
  return withOwner(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select conrelid::regclass::text as name from pg_constraint
      where confrelid = 'accounts'::regclass and contype = 'f' and confdeltype <> 'c' order by 1`);
    return rows.map(({ name }) => name);
  });
}

/** Columns that hold an account's or a participant's id, by what they are called. */
export async function columnsNamingPeople(server: TestServer): Promise<string[]> {
  const pattern =
    "(^|_)(account|participant|author|editor|actor|voter|proposer|sender|person|member|owner|user)(_id)?$|(^|_)by(_id)?$";
  return withOwner(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'uuid' and column_name ~ $1 order by 1`,
      [pattern],
    );
    return rows.map(({ name }) => name);
  });
}
