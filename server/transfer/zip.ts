import { createDeflateRaw, crc32 } from "node:zlib";
import { Readable } from "node:stream";

/*
 * A zip archive (APPNOTE.TXT 6.3), made while it is sent: the sizes of a file follow it, as they are known only then.
 */

export interface ZipFile {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

interface Packed {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** The sizes follow the file; the name is UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** The first of January 1980: when a file was made is nobody's matter. */
const noTime = 0x00210000;

/** Numbers of two and four bytes, one after the other. */
function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** Packs files one after the other. */
export async function* zipped(
  files: Iterable<ZipFile> | AsyncIterable<ZipFile>,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  const all: Packed[] = [];
  for await (const file of files) {
    const packing = pack(file, offset);
    let step = await packing.next();
    while (!step.done) {
      offset += step.value.length;
      yield step.value;
      step = await packing.next();
    }
    all.push(step.value);
  }
  const directory = Buffer.concat(all.map(entry));
  yield directory;
  const count = all.length;
  yield fields(
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}

async function* pack(file: ZipFile, offset: number): AsyncGenerator<Uint8Array, Packed> {
  const name = Buffer.from(file.name);
  yield fields(
    [4, 0x04034b50],
    [2, 20],
    [2, flags],
    [2, deflated],
    [4, noTime],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  );
  yield name;
  let [crc, size, packed] = [0, 0, 0];
  async function* counted() {
    for await (const piece of file.content) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(counted());
  const deflate = createDeflateRaw();
  source.on("error", (error) => deflate.destroy(error));
  for await (const bytes of source.pipe(deflate) as AsyncIterable<Buffer>) {
    packed += bytes.length;
    yield bytes;
  }
  yield fields([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
  return { name, offset, crc, packed, size };
}

function entry({ name, offset, crc, packed, size }: Packed): Buffer {
  const head = fields(
    [4, 0x02014b50],
    [2, 20],
    [2, 20],
    [2, flags],
    [2, deflated],
    [4, noTime],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [4, 0],
    [4, 0],
    [4, 0],
    [4, offset],
  );
  return Buffer.concat([head, name]);
}
