import type { beginImport as contract, ImportKind } from "#shared/contract/transfer.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { checkTopic } from "../topics/public.ts";
import type { Importer } from "./importer.ts";
import { ImportFault } from "./import-fault.ts";
import { type ImportSource, type SourceFile, sourceOf } from "./source-files.ts";
import { findImport, saveImport } from "./store.ts";
import { receiveUpload, type Upload } from "./upload.ts";
import { importView } from "./view.ts";

/** Takes the files of an export in, and begins to import them; the reply does not wait for the end. */
export async function beginImport(deps: Deps, importer: Importer, call: Call<typeof contract>) {
  if (!importer.takeSeat()) {
    throw new Refusal("too-many-requests", because("imports-busy"));
  }
  let upload: Upload | undefined;
  let isBegun = false;
  try {
    upload = await receiveUpload(call.request);
    const source = sorted(upload.files, upload.choices.kind);
    const importId = deps.random.id();
    const reply = await note(deps, call, {
      importId,
      kind: source.kind,
      title: upload.choices.question ?? "",
      topic: upload.choices.topic,
    });
    // A repeated request gets the first answer: its import is under way already.
    isBegun = reply.id === importId;
    if (isBegun) start({ deps, importer, call }, { importId, source, upload });
    return reply;
  } finally {
    if (!isBegun) {
      importer.giveSeatBack();
      await upload?.cleanUp();
    }
  }
}

interface Noted {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly title: string;
  readonly topic: string | undefined;
}

function note(
  deps: Deps,
  { standing, once }: Call<typeof contract>,
  { importId, kind, title, topic }: Noted,
) {
  const { communityId, participantId: byId } = standing;
  return deps.transact(async (tx) => {
    const status = "running";
    if (topic !== undefined) await checkTopic(tx.db, { communityId, topic });
    await saveImport(tx.db, { communityId, id: importId, kind, byId, status, title });
    const found = await findImport(tx.db, { communityId, importId });
    if (found === undefined) throw new Error("an import that was saved is not there");
    return importView(standing, found);
  }, once);
}

interface Context {
  readonly deps: Deps;
  readonly importer: Importer;
  readonly call: Call<typeof contract>;
}

interface Taken {
  readonly importId: string;
  readonly source: ImportSource;
  readonly upload: Upload;
}

function start({ deps, importer, call }: Context, { importId, source, upload }: Taken): void {
  const { communityId, participantId: authorId } = call.standing;
  const { question, context, topic, language, attribution, agree } = upload.choices;
  importer.begin({
    ids: { communityId, importId },
    accountId: call.actor.accountId,
    source,
    agree: agree === undefined ? undefined : agree === "1" ? 1 : -1,
    target: {
      communityId,
      debateId: deps.random.id(),
      authorId,
      question,
      context,
      topic,
      language,
      attribution,
      createdAt: deps.clock(),
    },
    cleanUp: upload.cleanUp,
  });
}

/** Files that can't be an export are refused at once, before anything is begun. */
function sorted(files: readonly SourceFile[], kind: ImportKind | undefined): ImportSource {
  try {
    return sourceOf(files, kind);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    const { detail } = error.problem;
    throw new Refusal("import-invalid", { detail, errors: [{ pointer: "#/body/files", detail }] });
  }
}
