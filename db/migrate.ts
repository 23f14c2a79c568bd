import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Logger, runMigrations as applyJobMigrations } from "graphile-worker";
import pg from "pg";
import { projectFolder } from "./project-folder.ts";
import { StartProblem } from "./start-problem.ts";

/** One key for all processes: whoever holds it migrates, the others wait and then find the work done. */
const migrationLock = "folkmoot migrations";

/** The app adds to these and reads them; what is written there, it can never change. */
const appendOnly = [
  "ledger_acts",
  "ledger_entries",
  "ledger_nodes",
  "ledger_checkpoints",
  "ledger_cosignatures",
];

/** Kept by graphile-worker itself. */
const jobSchema = "graphile_worker";

const silent = new Logger(() => () => undefined);

export interface Migrated {
  /** False when the app is the owner of its tables, and only its own code keeps it from changing the record. */
  readonly separateRoles: boolean;
}

/**
 * Brings the database to the state that this version of the program expects, and gives the app's role its rights.
 * Safe to call from several processes at once.
 * @throws StartProblem when the owner's role lacks a right.
 */
export async function migrate(urls: { ownerUrl: string; appUrl: string }): Promise<Migrated> {
  const app = roleOf(urls.appUrl);
  const separateRoles = app !== roleOf(urls.ownerUrl);
  const client = new pg.Client({
    connectionString: urls.ownerUrl,
    application_name: "folkmoot migrations",
  });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [migrationLock]);
    await applyMigrations(drizzle(client, { casing: "snake_case" }), {
      migrationsFolder: path.join(projectFolder, "db", "migrations"),
    });
    await applyJobMigrations({
      connectionString: urls.ownerUrl,
      schema: jobSchema,
      logger: silent,
    });
    if (separateRoles) await grantTo(client, app);
  } catch (error) {
    throw explain(error, roleOf(urls.ownerUrl));
  } finally {
    await client.end();
  }
  return { separateRoles };
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function grantTo(client: pg.Client, app: string): Promise<void> {
  const role = client.escapeIdentifier(app);
  const statements = [
    "revoke create on schema public from public",
    ...rightsIn("public", role),
    ...(await existing(client, appendOnly)).map(
      (table) =>
        `revoke update, delete, truncate on ${client.escapeIdentifier(table)} from ${role}`,
    ),
    ...rightsIn(jobSchema, role),
    ...(await missingPolicies(client)).map(
      (table) =>
        `create policy app on ${jobSchema}.${client.escapeIdentifier(table)} to ${role} using (true) with check (true)`,
    ),
  ];
  // All at once: at no moment may the app change what is append-only.
  await client.query(`begin; ${statements.join("; ")}; commit`);
}

function rightsIn(schema: string, role: string): string[] {
  return [
    `grant usage on schema ${schema} to ${role}`,
    `grant select, insert, update, delete on all tables in schema ${schema} to ${role}`,
    `grant usage, select, update on all sequences in schema ${schema} to ${role}`,
    `grant execute on all functions in schema ${schema} to ${role}`,
  ];
}

async function existing(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename = any($1)",
    [tables],
  );
  return found.rows.map((row) => row.name);
}

/** The tables of the jobs show their rows to nobody but their owner, unless a policy says so. */
async function missingPolicies(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = $1 and rowsecurity
     except select tablename from pg_policies where schemaname = $1 and policyname = 'app'`,
    [jobSchema],
  );
  return found.rows.map((row) => row.name);
}

function explain(error: unknown, role: string): unknown {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof pg.DatabaseError) || cause.code !== "42501") return error;
  return new StartProblem(
    `The role ${role} may not change the database (${cause.message}): make it the owner of the database, or set MIGRATION_DATABASE_URL to that owner's address.`,
  );
}
