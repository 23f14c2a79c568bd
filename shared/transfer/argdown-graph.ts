import { ArgumentFault, argumentLimits, linesOf, oneLine } from "./argument-fault.ts";
import { elementOf, lineOf, type Line, type Relation, withoutComments } from "./argdown-lines.ts";

/** What a text names or says; the same name is the same thing. */
export interface Node {
  readonly kind: "statement" | "argument" | "text";
  readonly title: string | null;
  text: string | null;
  readonly line: number;
}

export interface Link {
  readonly from: Node;
  /** What it speaks to: something, or the link by which something hangs on another. */
  readonly to: Node | Link;
  readonly side: "pro" | "con";
  /** It follows from how an argument is taken apart, and was not drawn by itself. */
  readonly isInferred: boolean;
}

export interface ArgdownGraph {
  question: string | null;
  readonly nodes: Node[];
  readonly links: Link[];
  /** Undercuts of something that hangs on nothing where it is undercut. */
  readonly loose: { readonly from: Node; readonly to: Node; readonly side: "pro" | "con" }[];
}

/** Something at the place where it is written. */
interface Place {
  readonly node: Node;
  readonly indent: number;
  readonly link: Link | null;
}

interface Open {
  readonly place: (written: string) => void;
  readonly parts: string[];
}

interface Reconstruction {
  readonly of: Node;
  readonly steps: { readonly node: Node; readonly isConclusion: boolean }[];
  isConclusion: boolean;
  isInRule: boolean;
}

/** Reads what the lines draw: things and the links between them. Throws an ArgumentFault for the first thing wrong. */
export function readArgdown(text: string): ArgdownGraph {
  const lines = linesOf(text);
  const { question, from } = readHeader(lines);
  const body = lines.map((line, at) => (at < from ? "" : line));
  const reader = new Reader(question);
  for (const [at, line] of withoutComments(body.join("\n")).split("\n").entries()) {
    reader.take(line, at + 1);
  }
  return reader.finish();
}

function readHeader(lines: readonly string[]): { question: string | null; from: number } {
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start === -1 || !/^={3,}\s*$/.test(lines[start] ?? "")) return { question: null, from: 0 };
  const end = lines.findIndex((line, at) => at > start && /^={3,}\s*$/.test(line));
  if (end === -1) throw new ArgumentFault("open-header", start + 1);
  const title = lines.slice(start, end).find((line) => /^title\s*:/u.test(line)) ?? "";
  const said = title.replace(/^title\s*:/u, "").trim();
  return { question: oneLine(unquoted(said)) || null, from: end + 1 };
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text.replace(/^'(.*)'$/u, "$1");
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The lines of an element as one text; a backslash at the end of a line keeps the break. */
function joined(parts: readonly string[]): string {
  const last = parts.length - 1;
  const all = parts.map((part, at) => {
    if (at === last) return part;
    return /(?:^|[^\\])(?:\\\\)*\\$/u.test(part) ? `${part.slice(0, -1)}\n` : `${part.trimEnd()} `;
  });
  return all.join("");
}

class Reader {
  readonly #graph: ArgdownGraph;
  readonly #named = new Map<string, Node>();
  #places: Place[] = [];
  #open: Open | null = null;
  #taken: Reconstruction | null = null;

  constructor(question: string | null) {
    this.#graph = { question, nodes: [], links: [], loose: [] };
  }

  take(written: string, at: number): void {
    const line = lineOf(written);
    if (this.#taken?.isInRule && line.kind !== "inference") return;
    switch (line.kind) {
      case "blank":
        return this.#close();
      case "heading":
        return this.#heading(line);
      case "inference":
        return this.#inference(line);
      case "step":
        return this.#step(line, at);
      case "relation":
        return this.#relation(line, at);
      case "text":
        return this.#text(line, written, at);
      default:
        line satisfies never;
    }
  }

  finish(): ArgdownGraph {
    this.#close();
    this.#infer();
    return this.#graph;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    open?.place(joined(open.parts));
  }

  #heading({ level, text }: Line & { kind: "heading" }): void {
    this.#close();
    this.#infer();
    this.#places = [];
    if (level === 1) this.#graph.question ??= oneLine(elementOf(text).text ?? text) || null;
  }

  #inference({ isWhole }: Line & { kind: "inference" }): void {
    this.#close();
    const taken = this.#taken;
    if (taken === null) return;
    taken.isConclusion = true;
    taken.isInRule = !isWhole && !taken.isInRule;
  }

  /** A premise or a conclusion of the argument that was named last. */
  #step({ indent, text }: Line & { kind: "step" }, line: number): void {
    this.#close();
    const [top] = this.#places;
    if (this.#taken === null) {
      const of =
        top?.node.kind === "argument"
          ? top.node
          : this.#add({ kind: "argument", title: null, text: null, line });
      this.#taken = { of, steps: [], isConclusion: false, isInRule: false };
    }
    const { steps, isConclusion } = this.#taken;
    this.#taken.isConclusion = false;
    this.#begin(line, text, (written) => {
      const node = this.#node(written, line);
      steps.push({ node, isConclusion });
      this.#places = [{ node, indent, link: null }];
    });
  }

  #relation({ indent, sign, text }: Line & { kind: "relation" }, line: number): void {
    this.#close();
    while ((this.#places.at(-1)?.indent ?? -1) >= indent) this.#places.pop();
    const parent = this.#places.at(-1);
    if (parent === undefined) throw new ArgumentFault("no-parent", line, text.slice(0, 60));
    if (this.#places.length > argumentLimits.depth) throw new ArgumentFault("too-deep", line);
    this.#begin(line, text, (written) => {
      const node = this.#node(written, line);
      const link = this.#link(parent, node, { sign, isOnEdge: elementOf(written).isOnEdge });
      this.#places.push({ node, indent, link });
    });
  }

  #text({ indent, text }: Line & { kind: "text" }, written: string, line: number): void {
    if (this.#open) {
      this.#open.parts.push(text);
      return;
    }
    if (written.trim() === "") return;
    this.#infer();
    this.#begin(line, text, (whole) => {
      this.#places = [{ node: this.#node(whole, line), indent, link: null }];
    });
  }

  #begin(line: number, written: string, place: (written: string) => void): void {
    if (this.#graph.nodes.length > argumentLimits.claims * 2)
      throw new ArgumentFault("too-many-claims", line);
    this.#open = { place, parts: [written] };
  }

  #node(written: string, line: number): Node {
    const { kind, title, text } = elementOf(written);
    if (title === null) return this.#add({ kind, title, text, line });
    const key = `${kind} ${title}`;
    const known = this.#named.get(key);
    if (known) {
      known.text ??= text;
      return known;
    }
    const node = this.#add({ kind, title, text, line });
    this.#named.set(key, node);
    return node;
  }

  #add(node: Node): Node {
    this.#graph.nodes.push(node);
    return node;
  }

  /** Links what is written below something with it; gives the link by which it hangs there. */
  #link(
    parent: Place,
    node: Node,
    { sign, isOnEdge }: { sign: Relation; isOnEdge: boolean },
  ): Link | null {
    const side = sign.includes("+") ? ("pro" as const) : ("con" as const);
    const isUndercut = sign.includes("_") || isOnEdge;
    if (isUndercut && sign !== "_>") {
      const to = parent.link;
      if (to) return this.#draw({ from: node, to, side, isInferred: false });
      this.#graph.loose.push({ from: node, to: parent.node, side });
      return null;
    }
    if (sign === "_>") {
      this.#graph.loose.push({ from: parent.node, to: node, side });
      return null;
    }
    if (sign === "+>" || sign === "->" || sign === "><") {
      this.#draw({ from: parent.node, to: node, side, isInferred: false });
      if (sign !== "><") return null;
    }
    return this.#draw({ from: node, to: parent.node, side, isInferred: false });
  }

  #draw(link: Link): Link {
    this.#graph.links.push(link);
    return link;
  }

  /** Premises speak for their argument, and the argument for its last conclusion. */
  #infer(): void {
    const taken = this.#taken;
    this.#taken = null;
    if (taken === null) return;
    const { of, steps } = taken;
    const end = steps.at(-1);
    const conclusion = end?.isConclusion ? end.node : null;
    for (const { node } of steps) {
      if (node === conclusion) this.#draw({ from: of, to: node, side: "pro", isInferred: true });
      else this.#draw({ from: node, to: of, side: "pro", isInferred: true });
    }
  }
}
