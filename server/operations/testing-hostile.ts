import type { Endpoint } from "#shared/contract/endpoint.ts";
import { takenBy, partsOf, type Place, placesIn } from "./testing-places.ts";
import type { Schema } from "./testing-values.ts";

/** Found again wherever the words come out. */
export const canary = "h4rm";

/** A formula, an element that runs, and a link that does; where there is room also headers of a mail, and a storm of marks. */
const short = `=1+1 <img src=x onerror=${canary}>`;
const long = `=HYPERLINK("https://evil.example","${canary}") [x](javascript:${canary}) <script>${canary}</script>
![x](https://evil.example/x.png)<svg/onload=${canary}>\r\nBcc: all@evil.example\r\n\r\nZ\u0300\u0301\u0302\u0303`;

/** The worst that fits, and then what would have been said. */
function harmful(text: string, most: number): string {
  if (URL.canParse(text)) return `${text}#"><img/src=x/onerror=${canary}>`;
  const words = [long, short, `=${canary}`].find((one) => one.length + text.length < most);
  return words === undefined ? text : `${words} ${text}`;
}

/** What nobody reads as words: secrets, keys, ids of options, and what a program reads. */
const notWords: Readonly<Record<string, RegExp>> = {
  "a secret": /^(password|currentPassword|newPassword|code|token|form|website|challenge)$/,
  "a signature or a key": /^(cosignature|verifierKeys|message)$/,
  "a site, which is an address and nothing more": /^sites$/,
  "an option": /^(choice|approved|ranking)$/,
  "a table, whose words are read below": /^csv$/,
};

/** Operations whose fields of these names are words all the same. */
const wordsAfterAll = ["makeSnapshot token", "requestToJoin message"];

/** Operations whose field of this name is a file for programs. */
const filesAfterAll = ["importPabulib text"];

function isForWords({ name }: Endpoint, key: string): boolean {
  if (filesAfterAll.includes(`${name} ${key}`)) return false;
  if (wordsAfterAll.includes(`${name} ${key}`)) return true;
  return !Object.values(notWords).some((names) => names.test(key));
}

const isForWordsThere = (part: Schema, { contract, key }: Place) =>
  isText(part) && isForWords(contract, key);

const isText = (part: Schema) =>
  part.type === "string" &&
  [part.format, part.pattern, part.enum, part.const].every((one) => one === undefined);

/** Puts hostile words into bodies wherever their contract takes words, and knows where it did. */
export class Rewording {
  readonly #filled = new Set<string>();

  /** Such a field is filled in where the product is used without it, unless that would be another act. */
  constructor(readonly leftOut: readonly string[]) {}

  readonly reword = (contract: Endpoint, body: unknown): unknown => {
    const { schema, place } = takenBy(contract);
    return this.#in(schema, body, place);
  };

  #in(schema: Schema, value: unknown, place: Place): unknown {
    return partsOf(schema, place).reduce((now, part) => this.#inOne(part, now, place), value);
  }

  #inOne(part: Schema, value: unknown, place: Place): unknown {
    if (typeof value === "string") return isText(part) ? this.#worded(part, value, place) : value;
    if (Array.isArray(value)) {
      const items = part.items;
      const at = { ...place, path: `${place.path}[]` };
      return items ? value.map((one) => this.#in(items, one, at)) : value;
    }
    if (typeof value !== "object" || value === null) return value;
    return this.#inObject(part, value as Record<string, unknown>, place);
  }

  #worded({ maxLength = 30 }: Schema, text: string, { contract, key, path }: Place): string {
    if (!isForWords(contract, key) || text.includes(canary)) return text;
    const words = harmful(text, maxLength);
    if (words !== text) this.#filled.add(path);
    return words;
  }

  #inObject(part: Schema, value: Record<string, unknown>, place: Place) {
    const { properties = {} } = part;
    const changed = { ...value };
    for (const [key, property] of Object.entries(properties)) {
      const at = { ...place, key, path: `${place.path}.${key}` };
      const old = value[key] ?? this.#missing(property, at, part);
      if (old !== undefined) changed[key] = this.#in(property, old, at);
    }
    return changed;
  }

  /** Words where there were none, in a body of the kind that has such words. */
  #missing(property: Schema, { contract, key, path }: Place, { properties = {} }: Schema) {
    const isSimple = Object.values(properties).every(({ const: kind }) => kind === undefined);
    const isMeant = isSimple && isText(property) && isForWords(contract, key);
    return isMeant && !this.leftOut.includes(path) ? "more" : undefined;
  }

  /** Places for words in the contracts where nothing hostile was written. */
  untried(contracts: readonly Endpoint[]): string[] {
    const all = contracts.flatMap((contract) => placesIn(contract, isForWordsThere));
    return [...new Set(all)].filter((path) => !this.#filled.has(path));
  }
}
