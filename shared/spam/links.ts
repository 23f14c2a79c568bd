import { hasUnspaced, runsOf } from "../finding/likeness.ts";

/*
 * The web addresses that a text names, as people write them. What looks like one without `https://` or `www.` may as
 * well be the end of a sentence, so it is none.
 */

const address = /(?:https?:\/\/|www\.)[^\s<>"'`|\\^{}（）「」『』【】，。、；]+/giu;
const trailing = /[.,;:!?)\]*_~]+$/u;

export interface Links {
  /** How many there are, with repetitions. */
  readonly count: number;
  /** Where they lead, each once, in order: lower case, without `www.` */
  readonly hosts: readonly string[];
  /** Their share of all words, each link one word however long it is, from 0 to 1. */
  readonly share: number;
  /** What is written besides. */
  readonly rest: string;
}

function hostOf(found: string): string | null {
  const named = found.replace(trailing, "");
  const whole = /^www\./i.test(named) ? `https://${named}` : named;
  return URL.canParse(whole) ? new URL(whole).hostname.replace(/^www\./, "") : null;
}

/** Two characters of Chinese or Japanese are about a word. */
const wordsIn = (text: string): number =>
  runsOf(text).reduce((sum, run) => sum + (hasUnspaced(run) ? Math.ceil(run.length / 2) : 1), 0);

/** The links of a text, and what it says without them. */
export function linksIn(text: string): Links {
  const found: string[] = text.match(address) ?? [];
  const hosts = found.map(hostOf).filter((host) => host !== null);
  const rest = text.replaceAll(address, " ");
  const count = found.length;
  const share = count === 0 ? 0 : count / (count + wordsIn(rest));
  return { count, hosts: [...new Set(hosts)], share, rest };
}
