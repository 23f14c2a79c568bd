import {
  type Argument,
  type ArgumentEdge,
  inReadingOrder,
  walk,
  withoutRepeats,
} from "./argument.ts";
import { ArgumentFault, argumentLimits, claimText, oneLine, positionOf } from "./argument-fault.ts";
import { type ArgdownGraph, type Link, type Node, readArgdown } from "./argdown-graph.ts";
import { escaped, escapedTitle } from "./argdown-lines.ts";

/**
 * Reads Argdown as a debate: what speaks to nothing else and is spoken to, or has a name, is a position; the rest
 * are claims. Paragraphs that stand alone are left out. Throws an ArgumentFault for the first thing wrong.
 */
export function parseArgdown(text: string): Argument {
  const graph = readArgdown(text);
  const links = allLinks(graph);
  const positions = positionsIn(graph, links);
  if (positions.size === 0) throw new ArgumentFault("no-statements", null);
  const claims = new Map<Node, number>();
  const spoken = links.filter(({ from }) => !positions.has(from));
  for (const { from } of spoken) if (!claims.has(from)) claims.set(from, claims.size);
  if (claims.size > argumentLimits.claims || positions.size > argumentLimits.positions) {
    throw new ArgumentFault("too-many-claims", null);
  }
  const places = new Map(spoken.map((link, at) => [link, at]));
  const edges = spoken.map(({ from, to, side }): ArgumentEdge => {
    const claim = claims.get(from) ?? -1;
    if ("from" in to) return { claim, side, target: { kind: "edge", at: places.get(to) ?? -1 } };
    const position = positions.get(to);
    if (position !== undefined) return { claim, side, target: { kind: "position", at: position } };
    return { claim, side, target: { kind: "claim", at: claims.get(to) ?? -1 } };
  });
  return inReadingOrder({
    question: graph.question,
    positions: [...positions.keys()].map(({ title, text: said, line }) =>
      positionOf({ title: title ?? said ?? "", text: title === null ? "" : (said ?? "") }, line),
    ),
    claims: [...claims.keys()].map((node) => ({
      text: claimText(node.text ?? node.title ?? "…", node.line),
    })),
    edges: withoutRepeats(edges),
  });
}

/** Undercuts that were written apart from what they undercut speak to the first link of that. */
function allLinks({ links, loose }: ArgdownGraph): readonly Link[] {
  const first = new Map<Node, Link>();
  for (const link of links) if (!first.has(link.from)) first.set(link.from, link);
  const found = loose.map(({ from, to, side }) => {
    return { from, to: first.get(to) ?? to, side, isInferred: false };
  });
  return [...links, ...found];
}

/** Positions by their place: what is at the end of all links, and one thing of each circle. */
function positionsIn({ nodes }: ArgdownGraph, links: readonly Link[]): Map<Node, number> {
  const speaking = new Set(links.map(({ from }) => from));
  const linked = new Set(links.flatMap(({ from, to }) => ("from" in to ? [from] : [from, to])));
  const below = new Map<Node | Link, Link[]>();
  for (const link of links) {
    const known = below.get(link.to);
    if (known) known.push(link);
    else below.set(link.to, [link]);
  }
  const positions = new Map<Node, number>();
  const reached = new Set<Node | Link>();
  function root(node: Node): void {
    positions.set(node, positions.size);
    const waiting: (Node | Link)[] = [node];
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      for (const link of below.get(at) ?? []) waiting.push(link, link.from);
    }
  }
  for (const node of nodes) {
    const isNamed = node.title !== null && !speaking.has(node);
    if (isNamed || (linked.has(node) && !speaking.has(node))) root(node);
  }
  for (const node of nodes) if (linked.has(node) && !reached.has(node)) root(node);
  return positions;
}

/** The lines of an Argdown text. A claim that stands in several places has a name, and is named where it comes again. */
export function* argdownLines(argument: Argument): Generator<string> {
  const { question } = argument;
  if (question !== null) yield* ["===", `title: ${JSON.stringify(oneLine(question))}`, "==="];
  const places = new Map<number, number>();
  for (const { claim } of argument.edges) places.set(claim, (places.get(claim) ?? 0) + 1);
  const titles = new Set<string>();
  for (const step of walk(argument)) {
    if (step.kind === "position") {
      yield "";
      yield* positionLines(nameApart(oneLine(step.position.title), titles), step.position.text);
      continue;
    }
    const name = (places.get(step.at) ?? 0) > 1 ? `<C${step.at + 1}>` : "";
    const said = step.isAgain ? "" : escaped(oneLine(step.claim.text));
    const words = [name, said].filter(Boolean).join(": ");
    yield `${"  ".repeat(step.path.length - 1)}${linked(step.edge, words)}`;
  }
}

/** Argdown knows what undercuts a link, but nothing that speaks for one: that is noted beside it. */
function linked({ side, target }: ArgumentEdge, words: string): string {
  if (target.kind !== "edge") return `${side === "pro" ? "+" : "-"} ${words}`;
  return side === "con" ? `_ ${words}` : `+ ${words} {on: edge}`;
}

function nameApart(title: string, taken: Set<string>): string {
  let name = title;
  for (let more = 2; taken.has(name); more += 1) name = `${title} (${more})`;
  taken.add(name);
  return name;
}

/** Each break inside a text is kept by a backslash at the end of the line. */
function* positionLines(title: string, text: string): Generator<string> {
  const head = `[${escapedTitle(title)}]`;
  if (text === "") return yield head;
  const lines = text.split("\n").map((line) => escaped(line).replace(/^\s/u, "\\$&"));
  const last = lines.length - 1;
  for (const [at, line] of lines.entries()) {
    const start = at === 0 ? `${head}: ` : "  ";
    yield `${start}${line}${at === last ? "" : "\\"}`;
  }
}

export const writeArgdown = (argument: Argument): string =>
  [...argdownLines(argument), ""].join("\n");
