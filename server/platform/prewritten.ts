/** Stands for a part while what is around it is written: half a character, which is no text. */
const mark = "\uDC00";
const markWritten = JSON.stringify(mark);

/** Parts that were met while a value is written. */
let met: string[] = [];

/**
 * A part of a reply that is JSON already. To write a hundred thousand places takes longer than others can wait: what is
 * the same for all readers is written once, and goes out as it is, with no key of it left out.
 */
class Prewritten {
  constructor(private readonly json: string) {}

  toJSON(): string {
    met.push(this.json);
    return mark;
  }
}

/** Stands in a reply where the value would stand that it is the JSON of. */
export const prewritten = <T>(json: string): T => new Prewritten(json) as T;

export const isPrewritten = (value: unknown): boolean => value instanceof Prewritten;

interface Written {
  readonly text: string;
  readonly hasParts: boolean;
}

/** A value as JSON, with the parts of it that were written before. */
export function writeJson(value: unknown): Written {
  met = [];
  const written = JSON.stringify(value);
  const parts = met;
  if (parts.length === 0) return { text: written, hasParts: false };
  const [first = "", ...others] = written.split(markWritten);
  if (others.length !== parts.length)
    throw new Error("a part was written before, and has no place");
  const text = others.reduce((all, rest, at) => all + (parts[at] ?? "") + rest, first);
  return { text, hasParts: true };
}
