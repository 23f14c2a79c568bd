import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { FastifyReply } from "fastify";

const atOnce = 32 * 1024;

/** Lines as larger pieces of text; between two of them everybody else has a turn. */
export const inPieces = (lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> =>
  inLargerPieces(batched(lines));

/** Small pieces of text as larger ones; between two of them everybody else has a turn. */
export async function* inLargerPieces(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string> {
  let piece = "";
  for await (const small of pieces) {
    piece += small;
    if (piece.length < atOnce) continue;
    yield piece;
    piece = "";
    await turn();
  }
  if (piece !== "") yield piece;
}

/** Many short lines from memory need not be waited for one by one. */
async function* batched(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  if (Symbol.asyncIterator in lines) {
    for await (const line of lines) yield `${line}\n`;
    return;
  }
  let some = "";
  for (const line of lines) {
    some += `${line}\n`;
    if (some.length < atOnce) continue;
    yield some;
    some = "";
  }
  if (some !== "") yield some;
}

/** A file that somebody takes away, made while it is sent. */
export class Download {
  constructor(
    /** Its name without an ending; made safe here. */
    readonly title: string,
    readonly kind: {
      readonly ending: string;
      readonly type: string;
      /** The name where only plain letters will do. */
      readonly plainTitle?: string;
      /** Besides those that say what it is, or in their place. */
      readonly headers?: Readonly<Record<string, string>>;
    },
    readonly content: AsyncIterable<string | Uint8Array>,
  ) {}

  send(reply: FastifyReply): FastifyReply {
    const { ending, type, plainTitle = "debate", headers } = this.kind;
    const title = this.title.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "");
    const name = `${Array.from(title).slice(0, 80).join("") || plainTitle}.${ending}`;
    return reply
      .headers({
        "content-type": type,
        "content-disposition": `attachment; filename="${plainTitle}.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "private, no-store",
        ...headers,
      })
      .send(Readable.from(this.content, { objectMode: false }));
  }
}
