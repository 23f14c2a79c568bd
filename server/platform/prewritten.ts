/** Stands for a part while what is around it is written: half a character, which is no text. */
const mark = "\uDC00";
const markWritten = JSON.stringify(mark);

/** Parts that were met while a value is written. */
let met: (readonly string[])[] = [];

/**
 * A part of a reply that is JSON already. To write a hundred thousand places takes longer than others can wait: what is
 * the same for all readers is written once, and goes out as it is, with no key of it left out.
 */
class Prewritten {
  constructor(private readonly pieces: readonly string[]) {}

  toJSON(): string {
    met.push(this.pieces);
    return mark;
  }
}

/** Stands in a reply where the value would stand that it is the JSON of, in one piece or in several. */
export const prewritten = <T>(json: string | readonly string[]): T =>
  new Prewritten([json].flat()) as T;

export const isPrewritten = (value: unknown): boolean => value instanceof Prewritten;

/**
 * A value as JSON, in pieces that follow one another: where nothing of it was written before, one. (To join them would
 * make one text of megabytes for each reader.)
 */
export function writeJson(value: unknown): readonly string[] {
  met = [];
  const written = JSON.stringify(value);
  const parts = met;
  if (parts.length === 0) return [written];
  const around = written.split(markWritten);
  if (around.length !== parts.length + 1) {
    throw new Error("a part was written before, and has no place");
  }
  return around.flatMap((text, at) => [text, ...(parts[at] ?? [])]);
}
