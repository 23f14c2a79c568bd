import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { ImportChoices, importLimits } from "#shared/contract/transfer.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { sourceFile, type SourceFile } from "./source-files.ts";

export interface Upload {
  readonly choices: ImportChoices;
  readonly files: readonly SourceFile[];
  /** Removes the files. */
  cleanUp(): Promise<void>;
}

const prefix = "folkmoot-import-";
const day = 86_400_000;

/** What @fastify/multipart enforces while the request streams in. */
export const uploadLimits = {
  fileSize: importLimits.bytes,
  files: importLimits.files,
  fields: 12,
  fieldSize: 64 * 1024,
  fieldNameSize: 100,
  headerPairs: 20,
};

/** Streams an upload's files to a temporary folder, under names of our own, and checks its fields. */
export async function receiveUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Refusal("unsupported-media-type", { detail: "Send multipart/form-data." });
  }
  await removeLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  try {
    const { fields, files } = await receiveParts(request, folder);
    return { choices: readChoices(fields), files, cleanUp };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function receiveParts(request: FastifyRequest, folder: string) {
  const fields = new Map<string, string>();
  const files: SourceFile[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") {
        files.push(await receiveFile(part, path.join(folder, `${files.length}`)));
      } else if (typeof part.value === "string" && part.value !== "") {
        fields.set(part.fieldname, part.value);
      }
    }
  } catch (error) {
    throw explain(error);
  }
  return { fields, files };
}

async function receiveFile(part: MultipartFile, at: string): Promise<SourceFile> {
  const { filename } = part;
  await pipeline(part.file, createWriteStream(at, { mode: 0o600 }));
  if (part.file.truncated) tooLarge(filename);
  return sourceFile(filename, at);
}

function tooLarge(filename: string): never {
  throw new Refusal("too-large", {
    detail: `${filename.slice(0, 100)} is larger than 50 MB: pack it by gzip, or import it on the server by npm run import.`,
  });
}

/** The plugin's refusals, in our own words. */
function explain(error: unknown): unknown {
  const { code, part } = error as { code?: string; part?: MultipartFile };
  if (code === "FST_REQ_FILE_TOO_LARGE") {
    try {
      tooLarge(part?.filename ?? "A file");
    } catch (refusal) {
      return refusal;
    }
  }
  if (code === "FST_FILES_LIMIT" || code === "FST_FIELDS_LIMIT" || code === "FST_PARTS_LIMIT") {
    return new Refusal("too-large", because("upload-too-many-files"));
  }
  // What the parser of forms says has no code, or one of the plugin's; what the disk says has another.
  if (code === undefined || code.startsWith("FST_")) {
    return new Refusal("invalid-request", { detail: "The form is not whole, or no form at all." });
  }
  return error;
}

function readChoices(fields: ReadonlyMap<string, string>): ImportChoices {
  const { data, error } = ImportChoices.safeParse(Object.fromEntries(fields));
  if (data !== undefined) return data;
  const [first] = error.issues;
  refuseField("invalid-request", first?.path.join("/") ?? "", first?.message ?? "");
}

/** Files of a process that was killed. */
async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const folder = path.join(tmpdir(), name);
    const found = await stat(folder).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > day) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
