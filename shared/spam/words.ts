import { hasUnspaced, runsOf } from "../finding/likeness.ts";
import { linksIn } from "./links.ts";

/** More words of one text are not looked at. */
export const mostWords = 300;
const longest = 40;

/** Chinese and Japanese put no spaces between words: each pair of characters stands for one. */
function wordsInRun(run: string): string[] {
  const characters = Array.from(run);
  if (!hasUnspaced(run)) return characters.length < 2 ? [] : [run.slice(0, longest)];
  if (characters.length === 1) return [run];
  return characters.slice(1).map((next, at) => `${characters[at] ?? ""}${next}`);
}

/**
 * What a text is judged by: its words, each once, without regard to case and accents, and where its links lead, as
 * `host:example.org`.
 */
export function tellingWords(text: string): string[] {
  const { hosts, rest } = linksIn(text);
  const words = [...hosts.map((host) => `host:${host}`), ...runsOf(rest).flatMap(wordsInRun)];
  return [...new Set(words)].slice(0, mostWords);
}
