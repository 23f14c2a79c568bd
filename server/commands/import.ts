import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { uuidv7 } from "uuidv7";
import { type Db, drizzleOn, openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { StartProblem } from "#db/start-problem.ts";
import { ImportChoices, ImportKind, type ImportReport } from "#shared/contract/transfer.ts";
import { activeMembers, communityBySlug } from "../communities/public.ts";
import { readEnv } from "../env.ts";
import { type Lifecycle, runProgram } from "../platform/lifecycle.ts";
import { createTransact } from "../platform/transact.ts";
import { topicFor } from "../topics/public.ts";
import {
  ImportFault,
  importFolder,
  type Outcome,
  type Progress,
  Stopped,
} from "../transfer/public.ts";

const usage = `npm run import -- polis <folder> --community <slug> [choices]
npm run import -- kialo|argdown|bundle <file> --community <slug> [choices]

  <file>                text of Kialo, Argdown, or a debate's bundle as it is exported (.json); may be gzipped
  <folder>              comments.csv with votes.csv or participants-votes.csv, summary.csv if there is one; .gz too
  --community <slug>    the community that gets the debate, as in its address
  --question <text>     otherwise the topic in summary.csv
  --context <text>      otherwise the description in summary.csv
  --topic <topic>       bias, disputes, accountability, transparency, representation, funding, performance, privacy,
                        security, governance or the id of one of the community's own;
                        otherwise governance, or the community's first one where that is retired
  --language <tag>      en, es, zh-TW or ar; otherwise en
  --attribution <text>  where the conversation comes from, and under which licence
  --agree <1 or -1>     which sign means agree, where the files don't tell

All of it is imported or, if anything is wrong or Ctrl-C is pressed, nothing.`;

interface Wish {
  readonly folder: string;
  readonly slug: string;
  readonly choices: ImportChoices;
}

const text = { type: "string" } as const;

function readWish(args: string[]): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      community: text,
      question: text,
      context: text,
      topic: text,
      language: text,
      attribution: text,
      agree: text,
    },
  });
  const [format, folder, ...more] = positionals;
  const { community: slug, ...given } = values;
  const kind = ImportKind.safeParse(format).data;
  if (kind === undefined || folder === undefined || slug === undefined || more.length > 0) {
    throw new StartProblem(usage);
  }
  const { data: choices, error } = ImportChoices.safeParse({ ...given, kind });
  if (choices !== undefined) return { folder: path.resolve(folder), slug, choices };
  const [first] = error.issues;
  throw new StartProblem(`--${first?.path.join("") ?? ""}: ${first?.message ?? ""}\n\n${usage}`);
}

/** Imports a conversation beside the running program, or without it. */
async function main(life: Lifecycle): Promise<void> {
  if (process.argv.includes("--help")) return say(usage);
  const wish = readWish(process.argv.slice(2));
  const found = await stat(wish.folder).catch(() => undefined);
  const isFolder = wish.choices.kind === "polis";
  if (!(isFolder ? found?.isDirectory() : found?.isFile())) {
    throw new StartProblem(`There is no ${isFolder ? "folder" : "file"} ${wish.folder}.`);
  }
  const env = readEnv(process.env);
  const database = await openDatabase(
    {
      databaseUrl: env.DATABASE_URL,
      migrationUrl: env.MIGRATION_DATABASE_URL,
      dataFolder: env.DATA_FOLDER,
      shared: true,
    },
    say,
  );
  life.onStop("PostgreSQL", () => database.stop());
  await migrate(database);
  const log = pino({ level: "error", base: null });
  const pool = openPool({
    url: database.appUrl,
    max: 4,
    onError: (error) => log.warn(error.message),
  });
  life.onStop("the database connections", () => pool.end());
  const stopping = new AbortController();
  const work = importInto(drizzleOn(pool), wish, { stopping, log });
  life.onStop("the import", async () => {
    stopping.abort(new Stopped("cancelled"));
    await work.catch(() => undefined);
  });
  tellOutcome(await work, wish.slug);
  await life.stop();
}

async function importInto(
  db: Db,
  { folder, slug, choices }: Wish,
  { stopping, log }: { stopping: AbortController; log: pino.Logger },
): Promise<Outcome> {
  const community = await communityBySlug(db, slug);
  if (community === undefined) throw new StartProblem(`There is no community "${slug}".`);
  const { topic } = choices;
  if (topic !== undefined && (await topicFor(db, community.id, [topic])) !== topic) {
    throw new StartProblem(`The community "${slug}" uses no topic "${topic}".`);
  }
  const [owner] = await activeMembers(db, community.id, ["owner"]);
  if (owner === undefined) throw new StartProblem(`The community "${slug}" has no owner.`);
  const deps = {
    db,
    log,
    transact: createTransact(db),
    clock: () => new Date(),
    random: { id: uuidv7, token: () => randomBytes(32).toString("base64url") },
  };
  const byId = owner.participantId;
  const onProgress = progressTeller();
  try {
    const options = { communityId: community.id, byId, folder, choices, stopping, onProgress };
    return await importFolder(deps, options);
  } catch (error) {
    if (error instanceof ImportFault) throw new StartProblem(error.problem.detail);
    throw error;
  }
}

/** One line for each stage; in a terminal it is written anew as it grows. */
function progressTeller(): (progress: Progress) => void {
  let told = "";
  return ({ stage, done, total }) => {
    const line = total === 0 ? stage : `${stage}: ${done} of ${total}`;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${line}`);
    else if (stage !== told) say(stage);
    told = stage;
  };
}

function tellOutcome(outcome: Outcome, slug: string): void {
  if (process.stdout.isTTY) say("");
  switch (outcome.status) {
    case "failed":
      throw new StartProblem(outcome.fault.problem.detail);
    case "cancelled":
      return say("Cancelled: nothing was stored.");
    case "done": {
      tellReport(outcome.report);
      for (const note of outcome.report.notes) say(`Note: ${note}.`);
      return say(`The debate is at /c/${slug}/d/${outcome.debateId}`);
    }
    default:
      outcome satisfies never;
  }
}

function tellReport(report: ImportReport): void {
  const { statements, hiddenStatements, people, responses, events } = report;
  const { positions = 0, claims, evidence = 0, ratings = 0 } = report;
  if (claims !== undefined) {
    const rated = ratings > 0 ? `, with ${ratings} ratings and reviews` : "";
    say(`${positions} positions, ${claims} claims and ${evidence} sources came in${rated}.`);
  }
  if (claims !== undefined && statements === 0) return;
  say(`${statements} statements came in, ${hiddenStatements} of them hidden by moderators,`);
  say(`with ${responses} responses of ${people} people, who responded ${events} times.`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runProgram(main);
