import path from "node:path";
import { type Embedded, startEmbedded, supervise } from "./embedded.ts";
import { checkExternal } from "./external.ts";
import { projectFolder } from "./project-folder.ts";

export interface DatabaseChoice {
  /** An existing PostgreSQL; the embedded one when undefined. */
  readonly databaseUrl: string | undefined;
  /** The same database as its owner; `databaseUrl` when undefined. */
  readonly migrationUrl: string | undefined;
  /** Relative paths start at the program's folder. */
  readonly dataFolder: string;
  /** For a command that works beside the running program: uses its PostgreSQL. */
  readonly shared?: boolean;
}

/** A PostgreSQL that answers, of our own or of others. */
export interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** What to tell the person who started the program, in whole sentences. */
  readonly notes: readonly string[];
  /** Ends what was started here; a PostgreSQL of others is left alone. */
  stop(): Promise<void>;
}

/**
 * Opens the database that the settings name. The embedded one is watched over until `stop`.
 * @throws StartProblem when it cannot be used.
 */
export async function openDatabase(
  choice: DatabaseChoice,
  tell: (message: string) => void,
): Promise<Database> {
  if (choice.databaseUrl !== undefined)
    return openExternal(choice.databaseUrl, choice.migrationUrl);
  const dataFolder = path.resolve(projectFolder, choice.dataFolder);
  const embedded = await startEmbedded({ dataFolder, shared: choice.shared === true });
  const watch = choice.shared === true ? undefined : supervise(embedded, tell);
  return {
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    notes: notesOn(embedded),
    async stop() {
      await watch?.stop();
      await embedded.stop();
    },
  };
}

function notesOn(embedded: Embedded): string[] {
  const kept = embedded.notes.length > 0 ? [] : [`The data is kept in ${embedded.folder}.`];
  return [...kept, ...embedded.notes];
}

async function openExternal(appUrl: string, migrationUrl: string | undefined): Promise<Database> {
  await checkExternal("DATABASE_URL", appUrl);
  if (migrationUrl !== undefined) await checkExternal("MIGRATION_DATABASE_URL", migrationUrl);
  return {
    ownerUrl: migrationUrl ?? appUrl,
    appUrl,
    notes: [],
    stop: () => Promise.resolve(),
  };
}
