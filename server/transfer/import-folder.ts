import path from "node:path";
import type { Db } from "#db/client.ts";
import { projectFolder } from "#db/project-folder.ts";
import type { DemoConversation } from "#db/seed/demo-plan.ts";
import type { ImportChoices, ImportKind, ImportReport } from "#shared/contract/transfer.ts";
import type { Deps } from "../deps.ts";
import { readPolis } from "./read-polis.ts";
import { type ImportDeps, type Outcome, type Progress, runImport } from "./run-import.ts";
import { savePolis } from "./save-polis.ts";
import { filesInFolder, folderSizes, type ImportSource, sourceFile } from "./source-files.ts";
import { saveImport } from "./store.ts";

export interface FolderImport {
  readonly communityId: string;
  /** The participant in whose name it is done. */
  readonly byId: string;
  /** Where the files of the export lie; or the one file of a debate of another kind. */
  readonly folder: string;
  readonly choices: ImportChoices;
  readonly stopping: AbortController;
  onProgress(progress: Progress): void;
}

/**
 * Imports an export from a folder of this machine; it appears among the community's imports while it runs.
 * Throws an ImportFault where the folder holds no export.
 */
export async function importFolder(
  deps: ImportDeps & Pick<Deps, "clock">,
  { communityId, byId, folder, choices, stopping, onProgress }: FolderImport,
): Promise<Outcome> {
  const source = await sourceAt(folder, choices.kind);
  const importId = deps.random.id();
  const { agree, question, context, topic, language, attribution } = choices;
  const title = question ?? "";
  const { kind } = source;
  await saveImport(deps.db, { communityId, id: importId, kind, byId, status: "running", title });
  return runImport(deps, {
    ids: { communityId, importId },
    source,
    agree: agree === undefined ? undefined : agree === "1" ? 1 : -1,
    stopping,
    onChange(progress) {
      if (progress) onProgress(progress);
    },
    target: {
      communityId,
      debateId: deps.random.id(),
      authorId: byId,
      question,
      context,
      topic,
      language,
      attribution,
      createdAt: deps.clock(),
    },
  });
}

/** An export of Polis is a folder; a debate of another kind is one file. */
async function sourceAt(at: string, kind: ImportKind | undefined): Promise<ImportSource> {
  if (kind === undefined || kind === "polis") {
    return { kind: "polis", files: await filesInFolder(at), limits: folderSizes };
  }
  return { kind, file: await sourceFile(path.basename(at), at) };
}

/** Imports the conversation that comes with the program, in the transaction that is given. */
export async function importConversation(
  { random }: Pick<Deps, "random">,
  db: Db,
  { communityId, conversation }: { communityId: string; conversation: DemoConversation },
): Promise<ImportReport> {
  const { folder, ...target } = conversation;
  const content = await readPolis(
    {
      files: await filesInFolder(path.join(projectFolder, "db/seed", folder)),
      limits: folderSizes,
      signal: new AbortController().signal,
    },
    undefined,
  );
  return savePolis(db, content, {
    target: { ...target, communityId },
    random,
    onProgress: () => {},
  });
}
