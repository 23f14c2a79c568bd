import {
  type Argument,
  type ArgumentEdge,
  inReadingOrder,
  walk,
  withoutRepeats,
} from "./argument.ts";
import {
  ArgumentFault,
  argumentLimits,
  claimText,
  linesOf,
  oneLine,
  positionOf,
} from "./argument-fault.ts";

/*
 * The text that Kialo exports: "Discussion Title: ...", then one numbered line for each thesis and claim,
 * "1.2. Pro: text", and "1.3. Con: -> See 1.2." where a claim stands in another place as well. With several theses
 * the question itself is number 1, and the theses below it have no side.
 */

const numbered = /^(\d{1,6}(?:\.\d{1,6})*)\.(?:\s+(.*)|)$/su;
const sided = /^(Pro|Con)\s*:\s*(.*)$/isu;
const link = /^->\s*See\s+(\d{1,6}(?:\.\d{1,6})*)\.?$/iu;
const title = /^Discussion (?:Title|Name)\s*:\s*(.*)$/iu;

interface Item {
  readonly number: string;
  readonly line: number;
  readonly depth: number;
  readonly side: "pro" | "con" | null;
  text: string;
  more: string[];
}

const escape = (text: string): string =>
  text.replaceAll(/\\(?=[\\()[\]])/g, "\\\\").replace(/^(\\*->)/, "\\$1");
const unescape = (text: string): string =>
  text.replace(/^\\(\\*->)/, "$1").replaceAll(/\\([\\()[\]])/g, "$1");

/** Reads what Kialo exports as text. Throws an ArgumentFault for the first thing wrong. */
export function parseKialo(text: string): Argument {
  const { question, items } = readItems(linesOf(text));
  if (items.size === 0) throw new ArgumentFault("no-claims", null);
  return inReadingOrder({ ...placeItems(items), question: question ?? questionIn(items) });
}

function readItems(lines: readonly string[]) {
  const items = new Map<string, Item>();
  let question: string | null = null;
  let last: Item | undefined;
  let roots = 0;
  for (const [at, line] of lines.entries()) {
    const item = itemIn(line, at + 1, roots);
    if (item) {
      addItem(items, item);
      if (item.depth === 1) roots += 1;
      last = item;
    } else if (last) {
      last.more.push(line.replace(/^ {1,2}/, ""));
    } else {
      question ??= oneLine(title.exec(line)?.[1] ?? "") || null;
    }
  }
  return { question, items };
}

/** A line that begins with a number goes on from the one before, unless the number can be its own. */
function itemIn(line: string, at: number, roots: number): Item | undefined {
  const [, number = "", rest = ""] = numbered.exec(line) ?? [];
  const depth = number.split(".").length;
  if (number === "" || (depth === 1 && Number(number) !== roots + 1)) return undefined;
  const [, side, said] = depth === 1 ? [] : (sided.exec(rest) ?? []);
  return {
    number,
    line: at,
    depth,
    side: side === undefined ? null : side.toLowerCase() === "pro" ? "pro" : "con",
    text: said ?? rest,
    more: [],
  };
}

const parentOf = (number: string): string => number.slice(0, Math.max(0, number.lastIndexOf(".")));

function addItem(items: Map<string, Item>, item: Item): void {
  const { number, line, depth, side } = item;
  if (items.has(number)) throw new ArgumentFault("repeated-number", line, shown(number));
  if (depth > argumentLimits.depth) throw new ArgumentFault("too-deep", line);
  if (depth > 1 && !items.has(parentOf(number)))
    throw new ArgumentFault("no-parent", line, shown(number));
  if (depth > 2 && side === null) throw new ArgumentFault("no-side", line, shown(number));
  if (items.size >= argumentLimits.claims) throw new ArgumentFault("too-many-claims", line);
  items.set(number, item);
}

const shown = (number: string): string => number.slice(0, 40);

/** Where several theses stand below one number, that is the question. */
function questionItem(items: ReadonlyMap<string, Item>): Item | undefined {
  const roots = [...items.values()].filter(({ depth }) => depth === 1);
  const below = [...items.values()].filter(({ depth }) => depth === 2);
  const areTheses = below.length > 0 && below.every(({ side }) => side === null);
  return roots.length === 1 && areTheses ? roots[0] : undefined;
}

const questionIn = (items: ReadonlyMap<string, Item>): string | null =>
  oneLine(unescape(questionItem(items)?.text ?? "")) || null;

function placeItems(items: ReadonlyMap<string, Item>) {
  const positions: Argument["positions"][number][] = [];
  const claims: Argument["claims"][number][] = [];
  const places = new Map<string, ArgumentEdge["target"]>();
  const top = questionItem(items);
  for (const item of items.values()) {
    if (item === top) continue;
    if (item.side === null) {
      const [said, more] = [unescape(item.text), item.more.map(unescape).join("\n")];
      places.set(item.number, { kind: "position", at: positions.length });
      positions.push(positionOf({ title: said, text: more }, item.line));
    } else if (!link.test(wholeOf(item))) {
      places.set(item.number, { kind: "claim", at: claims.length });
      claims.push({ text: claimText(unescape(wholeOf(item)), item.line) });
    }
  }
  if (positions.length > argumentLimits.positions) throw new ArgumentFault("too-many-claims", null);
  return drawEdges(items, places, { positions, claims });
}

interface Placed {
  readonly positions: Argument["positions"];
  readonly claims: Argument["claims"][number][];
}

function drawEdges(
  items: ReadonlyMap<string, Item>,
  places: ReadonlyMap<string, ArgumentEdge["target"]>,
  { positions, claims }: Placed,
) {
  const edges: ArgumentEdge[] = [];
  for (const item of items.values()) {
    if (item.side === null) continue;
    const from = followed(items, places, item);
    const target = followed(items, places, items.get(parentOf(item.number)) ?? item);
    const claim = from.kind === "claim" ? from.at : claims.length;
    edges.push({ claim, side: item.side, target });
    // A thesis that is linked as a claim becomes one of the same words.
    if (from.kind === "position") claims.push({ text: positions[from.at]?.title ?? "" });
  }
  return { positions, claims, edges: withoutRepeats(edges) };
}

/** Links may lead to links; nobody writes longer chains than this. */
const longestChain = 50;

const wholeOf = ({ text, more }: Item): string => oneLine([text, ...more].join(" "));

/** What an item says: itself, or what it links to. */
function followed(
  items: ReadonlyMap<string, Item>,
  places: ReadonlyMap<string, ArgumentEdge["target"]>,
  item: Item,
): ArgumentEdge["target"] {
  const seen = new Set<Item>();
  for (let at: Item | undefined = item; at;) {
    const place = places.get(at.number);
    if (place) return place;
    if (seen.has(at) || seen.size > longestChain) throw new ArgumentFault("link-circle", item.line);
    seen.add(at);
    const to: string = link.exec(wholeOf(at))?.[1] ?? "";
    at = items.get(to);
  }
  throw new ArgumentFault("unknown-link", item.line, wholeOf(item).slice(0, 60));
}

/** The lines of a Kialo text. What is said about an edge stands below the claim whose edge it is. */
export function* kialoLines(argument: Argument): Generator<string> {
  if (argument.question !== null) yield `Discussion Title: ${oneLine(argument.question)}`;
  yield "";
  const first = new Map<number, string>();
  for (const step of walk(argument)) {
    const number = `${step.path.join(".")}.`;
    if (step.kind === "position") {
      yield `${number} ${escape(oneLine(step.position.title))}`;
      yield* textLines(step.position.text);
      continue;
    }
    const side = step.edge.side === "pro" ? "Pro" : "Con";
    const text = escape(oneLine(step.claim.text));
    yield `${number} ${side}: ${step.isAgain ? `-> See ${first.get(step.at) ?? ""}` : text}`;
    if (!step.isAgain) first.set(step.at, number);
  }
}

function* textLines(text: string): Generator<string> {
  if (text === "") return;
  for (const line of text.split("\n")) yield line === "" ? "" : `  ${escape(line)}`;
}

export const writeKialo = (argument: Argument): string => [...kialoLines(argument), ""].join("\n");
