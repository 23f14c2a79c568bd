import path from "node:path";
import { pino } from "pino";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { projectFolder } from "#db/project-folder.ts";
import { readEnv } from "./env.ts";
import { ensureDemo, type SignIns } from "./operations/demo.ts";
import { serveClient } from "./platform/client-assets.ts";
import { type Lifecycle, runProgram } from "./platform/lifecycle.ts";
import { formerKey, ownKey } from "./platform/own-key.ts";
import { createServer } from "./server.ts";

/** The program: opens the database, brings it up to date, serves. The only place that reads the environment. */
async function main(life: Lifecycle): Promise<void> {
  const env = readEnv(process.env);
  const log = pino({ level: env.LOG_LEVEL, base: null });
  const database = await openDatabase(
    {
      databaseUrl: env.DATABASE_URL,
      migrationUrl: env.MIGRATION_DATABASE_URL,
      dataFolder: env.DATA_FOLDER,
    },
    (message) => log.warn(message),
  );
  life.onStop("PostgreSQL", () => database.stop());
  const { separateRoles } = await migrate(database);
  const dataFolder = path.resolve(projectFolder, env.DATA_FOLDER);
  // A PostgreSQL of others may serve several programs, whose folders know nothing of each other.
  const isAlone = env.DATABASE_URL === undefined;
  const secretKey = env.SECRET_KEY ?? (isAlone ? await ownKey(dataFolder) : undefined);
  const signingKey =
    env.SIGNING_KEY ??
    (isAlone ? undefined : env.SECRET_KEY) ??
    (await ownKey(dataFolder, "signing-key"));
  const server = await createServer({
    env,
    databaseUrl: database.appUrl,
    log,
    secretKey,
    signingKey,
    formerSigningKey: env.FORMER_SIGNING_KEY ?? (await formerKey(dataFolder)),
    ledgerFolder: path.join(dataFolder, "ledger"),
    serveClient: (app) => serveClient(app, { watch: process.argv.includes("--watch") }),
  });
  life.onStop("the server", () => server.close());
  const signIns = env.DEMO ? await ensureDemo(server.deps, dataFolder) : null;
  const address = await server.listen();
  for (const note of database.notes) say(note);
  if (!separateRoles) {
    say(
      "The app owns its tables: set MIGRATION_DATABASE_URL to let PostgreSQL itself guard the public record.",
    );
  }
  if (secretKey === undefined) {
    say("Set SECRET_KEY to have the secrets of two-step sign-in sealed in the database, and");
    say(
      "SIGNING_KEY too where several processes serve: each signs with a key of its own until then.",
    );
  }
  say(`Folkmoot is ready: ${address}`);
  if (signIns) sayDemo(signIns);
}

function sayDemo({ password, people }: SignIns): void {
  say(`Sign in to the demonstration with the password ${password} as`);
  for (const { name, email, role } of people) say(`  ${email.padEnd(22)} ${name}, ${role}`);
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

await runProgram(main);
