import { addAbortSignal, pipeline, Transform, type TransformCallback } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import type { PolisFile } from "#shared/transfer/polis-fault.ts";
import { fileFault, ImportFault } from "./import-fault.ts";
import { readBytes, type SizeLimits, type SourceFile } from "./source-files.ts";

/** Told how many bytes of the file, as it lies there, were read since the last time. */
type OnBytes = (bytes: number) => void;

interface Reading {
  readonly file: PolisFile;
  readonly source: SourceFile;
  readonly limits: SizeLimits;
  readonly signal: AbortSignal;
  readonly onBytes?: OnBytes;
}

const ratioFrom = 32 * 1024 * 1024;

/** Refuses a file that unpacks to more than it may, long before it fills the memory. */
function cap({ file, source, limits }: Reading): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      const isBomb = bytes > ratioFrom && bytes > source.bytes * limits.ratio;
      if (bytes > limits.unpackedBytes || isBomb) done(fileFault("unpacked-size", file));
      else done(null, chunk);
    },
  });
}

/** Bytes to text; refuses what is no UTF-8, holds characters that no text has, or goes on without a new line. */
function decode({ file, limits }: Reading): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let sinceBreak = 0;
  function check(part: string): string {
    if (part.includes("\0")) throw fileFault("encoding", file);
    const lastBreak = part.lastIndexOf("\n");
    sinceBreak = lastBreak === -1 ? sinceBreak + part.length : part.length - lastBreak;
    if (sinceBreak > limits.rowCharacters) throw fileFault("long-row", file);
    return part;
  }
  const attempt = (decoded: () => string, done: TransformCallback): void => {
    let part: string;
    try {
      part = check(decoded());
    } catch (error) {
      return done(error instanceof ImportFault ? error : fileFault("encoding", file));
    }
    done(null, part);
  };
  return new Transform({
    encoding: "utf8",
    transform: (chunk: Buffer, _encoding, done) =>
      attempt(() => decoder.decode(chunk, { stream: true }), done),
    flush: (done) => attempt(() => decoder.decode(), done),
  });
}

/**
 * The rows of one file, one after the other, never the whole file at once. Throws an ImportFault for what is no
 * comma-separated text of a size that is allowed, and the signal's reason once it is aborted.
 */
export async function* rowsOf(reading: Reading): AsyncGenerator<string[]> {
  const { file, source, limits, signal, onBytes } = reading;
  const bytes = readBytes(source);
  if (onBytes) bytes.on("data", (chunk) => onBytes(chunk.length));
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.rowCharacters,
  });
  const steps = [
    bytes,
    ...(source.isPacked ? [createGunzip()] : []),
    cap(reading),
    decode(reading),
  ];
  addAbortSignal(signal, bytes);
  // Whatever breaks on the way ends the parser with its error, which the loop then throws.
  pipeline([...steps, parser], () => {});
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      yield cells as string[];
    }
  } catch (error) {
    signal.throwIfAborted();
    throw explain(error, file, row);
  } finally {
    bytes.destroy();
  }
}

function explain(error: unknown, file: PolisFile, row: number): unknown {
  if (error instanceof ImportFault) return error;
  if (error instanceof CsvError) {
    const found = error.code.toLowerCase().replaceAll("_", " ");
    return new ImportFault({ file, row: row + 1, column: null, rule: "csv", found });
  }
  const { code } = error as { code?: string };
  if (code?.startsWith("Z_") || code === "ERR_BUFFER_OUT_OF_BOUNDS") {
    return fileFault("packed-badly", file);
  }
  return error;
}
