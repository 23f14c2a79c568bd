import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type ImportKind, importLimits } from "#shared/contract/transfer.ts";
import { type DebateFileKind, debateFileOf } from "#shared/transfer/debate-file-name.ts";
import type { PolisFile } from "#shared/transfer/polis-fault.ts";
import { polisFileOf } from "#shared/transfer/polis-file-name.ts";
import { fileFault } from "./import-fault.ts";

/** How large files may get: what comes from a browser is bounded, what lies on this machine hardly. */
export interface SizeLimits {
  readonly unpackedBytes: number;
  /** How many times its packed size a file may unpack to, once it is larger than `ratioFrom`. */
  readonly ratio: number;
  /** One row: as long as the longest that a matrix of so many comments can have. */
  readonly rowCharacters: number;
  /** Rows of votes.csv, or filled cells of participants-votes.csv. */
  readonly votes: number;
}

export const uploadSizes: SizeLimits = {
  unpackedBytes: importLimits.unpackedBytes,
  ratio: 100,
  rowCharacters: 512 * 1024,
  votes: importLimits.votes,
};
export const folderSizes: SizeLimits = {
  unpackedBytes: 32 * 1024 ** 3,
  ratio: 1_000,
  rowCharacters: 16 * 1024 * 1024,
  votes: 50_000_000,
};

/** One file of an export: where it lies, and under which name it was given. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly isPacked: boolean;
}

/** Where an import comes from. */
export type ImportSource =
  | { readonly kind: "polis"; readonly files: SourceFiles; readonly limits: SizeLimits }
  | { readonly kind: DebateFileKind; readonly file: SourceFile };

export type SourceFiles = ReadonlyMap<PolisFile, SourceFile>;

/** Looks at a file: its size, and whether it is packed, which its first bytes tell. */
export async function sourceFile(name: string, at: string): Promise<SourceFile> {
  const handle = await open(at);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const isPacked = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    return { name, path: at, bytes: size, isPacked };
  } finally {
    await handle.close();
  }
}

/** Tells which file of an export each is. */
export function sortFiles(files: readonly SourceFile[]): SourceFiles {
  const sorted = new Map<PolisFile, SourceFile>();
  for (const file of files) {
    const known = polisFileOf(file.name);
    if (known === undefined) throw fileFault("unknown-file", file.name);
    if (sorted.has(known)) throw fileFault("repeated-file", known, file.name);
    sorted.set(known, file);
  }
  if (!sorted.has("comments.csv")) throw fileFault("missing-file", "comments.csv");
  if (!sorted.has("votes.csv") && !sorted.has("participants-votes.csv")) {
    throw fileFault("missing-file", "votes.csv");
  }
  return sorted;
}

/** Tells whether files are an export of Polis or a whole debate, as they are named or as somebody says. */
export function sourceOf(
  files: readonly SourceFile[],
  given: ImportKind | undefined,
): ImportSource {
  const [file] = files;
  const isPolis = files.some(({ name }) => polisFileOf(name) !== undefined);
  const named = isPolis ? undefined : debateFileOf(file?.name ?? "");
  const kind = given ?? named ?? "polis";
  if (kind === "polis") return { kind, files: sortFiles(files), limits: uploadSizes };
  if (file === undefined || files.length > 1) throw fileFault("one-debate");
  return { kind, file };
}

/** The files of an export in a folder; other files there are left alone. */
export async function filesInFolder(folder: string): Promise<SourceFiles> {
  const names = (await readdir(folder)).filter((name) => polisFileOf(name) !== undefined);
  const files = await Promise.all(
    names.map(async (name) => {
      const at = path.join(folder, name);
      return (await stat(at)).isFile() ? [await sourceFile(name, at)] : [];
    }),
  );
  return sortFiles(files.flat());
}

export const readBytes = ({ path: at }: SourceFile) =>
  createReadStream(at, { highWaterMark: 256 * 1024 });
