import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { DebateFileKind } from "#shared/transfer/debate-file-name.ts";
import { fileFault } from "./import-fault.ts";
import { parseApart } from "./parse-apart.ts";
import { type DebateContent, parseDebate } from "./parse-debate.ts";
import { readBytes, type SourceFile } from "./source-files.ts";

/** One file that holds a whole debate. */
export interface DebateFile {
  readonly kind: DebateFileKind;
  readonly file: SourceFile;
}

const mostBytes = 64 * 1024 * 1024;
/** More than this takes longer to parse than others should have to wait. */
const smallBytes = 64 * 1024;

/** Reads and checks the whole file before anything of it is stored. Throws an ImportFault for the first thing wrong. */
export async function readDebateFile(
  { kind, file }: DebateFile,
  { signal, now }: { readonly signal: AbortSignal; readonly now: Date },
): Promise<DebateContent> {
  const bytes = await bytesOf(file, signal);
  const source = { kind, name: file.name, now };
  return bytes.length > smallBytes
    ? parseApart(bytes, { source, signal })
    : parseDebate(bytes, source);
}

async function bytesOf(file: SourceFile, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const bytes = readBytes(file);
  // Whatever breaks on the way ends the last step with its error, which the loop then throws.
  const content = file.isPacked ? pipeline(bytes, createGunzip(), () => {}) : bytes;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      size += chunk.length;
      if (size > mostBytes) throw fileFault("large-debate", file.name);
      chunks.push(chunk);
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("Z_"))
      throw fileFault("packed-badly", file.name);
    throw error;
  } finally {
    bytes.destroy();
  }
  return Buffer.concat(chunks);
}
