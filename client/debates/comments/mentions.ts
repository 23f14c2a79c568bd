import type { Author } from "#shared/contract/ids.ts";
import { renameMentions } from "#shared/contract/comments.ts";

/** A name that is being typed after an `@`. */
export interface Calling {
  /** Where the `@` stands. */
  readonly from: number;
  readonly words: string;
}

/** The name at the caret: after an `@` that begins a word, with up to one space in it. */
export function callingAt(text: string, caret: number): Calling | null {
  const match = /(?:^|[\s(（「])@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u.exec(text.slice(0, caret));
  if (!match) return null;
  const [, words = ""] = match;
  return { from: caret - words.length - 1, words };
}

/** A text with `@Name` of people in it, as it is sent: people by their ids. */
export function withIds(text: string, people: readonly Author[]): string {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  return byLength.reduce((sent, { id, name }) => sent.replaceAll(`@${name}`, `@{${id}}`), text);
}

/** The same as it is typed and read: people by their names. */
export function withNames(text: string, people: readonly Author[]): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return renameMentions(text, (id) => `@${names.get(id) ?? "…"}`);
}
