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
const longestRow = 4 * 1024 * 1024;

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

/** Bytes to text; refuses what is no UTF-8, or holds characters that no text has. */
function decode(file: PolisFile): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const text = (chunk?: Buffer): string => {
    const part = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    if (part.includes("\0")) throw new RangeError("not a text");
    return part;
  };
  const attempt = (done: TransformCallback, chunk?: Buffer): void => {
    let part: string;
    try {
      part = text(chunk);
    } catch {
      return done(fileFault("encoding", file));
    }
    done(null, part);
  };
  return new Transform({
    encoding: "utf8",
    transform: (chunk: Buffer, _encoding, done) => attempt(done, chunk),
    flush: (done) => attempt(done),
  });
}

/**
 * The rows of one file, one after the other, never the whole file at once. Throws an ImportFault for what is no
 * comma-separated text of a size that is allowed, and the signal's reason once it is aborted.
 */
export async function* rowsOf(reading: Reading): AsyncGenerator<string[]> {
  const { file, source, signal, onBytes } = reading;
  const bytes = readBytes(source);
  if (onBytes) bytes.on("data", (chunk) => onBytes(chunk.length));
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const steps = [bytes, ...(source.isPacked ? [createGunzip()] : []), cap(reading), decode(file)];
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
