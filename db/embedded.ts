import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import pg from "pg";
import {
  appRole,
  databaseName,
  ensureRunning,
  initialise,
  ownerRole,
  runningServer,
  stopServer,
} from "./embedded/cluster.ts";
import { type Memory, type Place, preparePlace, remember } from "./embedded/place.ts";
import { takeServingLock } from "./embedded/serving-lock.ts";
import { StartProblem } from "./start-problem.ts";

export interface EmbeddedChoices {
  /** Holds PostgreSQL's files and its passwords; made when missing. */
  readonly dataFolder: string;
  /** Gives durability up for speed: for tests only. */
  readonly fast?: boolean;
  /** Uses the PostgreSQL of a Folkmoot that serves this folder already, instead of refusing. */
  readonly shared?: boolean;
}

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** May change tables. */
  readonly ownerUrl: string;
  /** May read and write rows, nothing more. */
  readonly appUrl: string;
  /** Where PostgreSQL keeps its files. */
  readonly folder: string;
  /** What the person who started the program should know. */
  readonly notes: readonly string[];
  /** It was still running, left by a process that died. */
  readonly wasRunning: boolean;
  isAlive(): boolean;
  /** Starts it again on the same port after it died. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a Folkmoot that was told to end may take, when the next one is started at once. */
const lockPatienceMs = 4_000;

/**
 * Starts the embedded PostgreSQL of a data folder, as whatever user, after whatever crash. Files, roles and database
 * are made when missing; a server that outlived its process is used again.
 * @throws StartProblem when the folder cannot be used, or another Folkmoot serves it and `shared` was not asked for.
 */
export async function startEmbedded(choices: EmbeddedChoices): Promise<Embedded> {
  const dataFolder = path.resolve(choices.dataFolder);
  const { place, memory } = await preparePlace(dataFolder);
  const isShared = choices.shared === true;
  const lock = await takeServingLock(place.cluster, isShared ? 0 : lockPatienceMs);
  if ("pid" in lock) {
    if (isShared) return joinServing(place, memory);
    throw new StartProblem(
      `Another Folkmoot (process ${lock.pid}) already serves ${dataFolder}: end that one, or set DATA_FOLDER to another folder.`,
    );
  }
  try {
    return await serve(place, memory, { lock, isFast: choices.fast === true });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Serving {
  readonly lock: { release(): Promise<void> };
  readonly isFast: boolean;
}

async function serve(place: Place, memory: Memory, { lock, isFast }: Serving): Promise<Embedded> {
  await initialise(place, memory);
  const { port, wasRunning } = await ensureRunning(place, memory, { isFast });
  if (memory.port !== port) await remember(place.dataFolder, { ...memory, port });
  await ensureRoles(
    addressOf(ownerRole, memory.ownerPassword, { port, database: "postgres" }),
    memory,
  );
  return {
    ...describe(place, memory, port),
    wasRunning,
    async revive() {
      await ensureRunning(place, memory, { isFast, port });
    },
    async stop() {
      await stopServer(place);
      await lock.release();
    },
  };
}

/** For a command beside the running program: the same database, whose life is not ours. */
async function joinServing(place: Place, memory: Memory): Promise<Embedded> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const running = runningServer(place.cluster);
    if (running !== undefined) {
      return {
        ...describe(place, memory, running.port),
        wasRunning: true,
        revive: () => Promise.resolve(),
        stop: () => Promise.resolve(),
      };
    }
    await wait(100);
  }
  throw new StartProblem(
    `The Folkmoot that serves ${place.dataFolder} has no PostgreSQL running: start it again.`,
  );
}

function describe(place: Place, memory: Memory, port: number) {
  return {
    ownerUrl: addressOf(ownerRole, memory.ownerPassword, { port, database: databaseName }),
    appUrl: addressOf(appRole, memory.appPassword, { port, database: databaseName }),
    folder: place.cluster,
    notes: place.notes,
    isAlive: () => runningServer(place.cluster) !== undefined,
  };
}

function addressOf(role: string, password: string, at: { port: number; database: string }): string {
  return `postgres://${role}:${password}@127.0.0.1:${at.port}/${at.database}`;
}

/** The role of the app, which may not change tables, and the database; each made once. */
async function ensureRoles(ownerUrl: string, memory: Memory): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const roles = await client.query("select from pg_roles where rolname = $1", [appRole]);
    const verb = roles.rowCount === 0 ? "create" : "alter";
    const password = client.escapeLiteral(memory.appPassword);
    await client.query(`${verb} role ${appRole} login password ${password}`);
    const found = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** Watches over a PostgreSQL and starts it again when it died. Tells about both. Returns how to end the watch. */
export function supervise(
  embedded: Pick<Embedded, "isAlive" | "revive">,
  tell: (message: string) => void,
): { stop(): Promise<void> } {
  const ending = new AbortController();
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await wait(250, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted || embedded.isAlive()) continue;
      tell("PostgreSQL ended unexpectedly and is started again.");
      await embedded.revive().then(
        () => tell("PostgreSQL runs again."),
        (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
      );
    }
  };
  const watching = watch();
  return {
    async stop() {
      ending.abort();
      await watching;
    },
  };
}
