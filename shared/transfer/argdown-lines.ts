import { ArgumentFault } from "./argument-fault.ts";

/*
 * Argdown (https://argdown.org/syntax): the marks of its text, read line by line. What stands in a line is unescaped
 * only at the end, so that nothing that was escaped is taken for a mark.
 */

export type Relation = "+" | "-" | "_" | "+>" | "->" | "_>" | "<+" | "<-" | "<_" | "><";

export type Line =
  | { readonly kind: "blank" }
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "inference"; readonly isWhole: boolean }
  | { readonly kind: "step"; readonly indent: number; readonly text: string }
  | {
      readonly kind: "relation";
      readonly indent: number;
      readonly sign: Relation;
      readonly text: string;
    }
  | { readonly kind: "text"; readonly indent: number; readonly text: string };

const relation = /^(\+>|->|_>|<\+|<-|<_|><|\+|-|_)\s+(.*)$/su;

/** What a line is, by its first characters. */
export function lineOf(line: string): Line {
  const text = line.trimStart();
  if (text.trim() === "") return { kind: "blank" };
  const indent = line.slice(0, line.length - text.length).replaceAll("\t", "    ").length;
  const heading = /^(#{1,6})\s+(.*)$/su.exec(text);
  if (heading) return { kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" };
  const dashes = /^-{2,}(?!-|>)/u.exec(text);
  if (dashes) return { kind: "inference", isWhole: dashes[0].length > 2 };
  return elementLine(text, indent);
}

function elementLine(text: string, indent: number): Line {
  const step = /^\(\d{1,6}\)\s*(.*)$/su.exec(text);
  if (step) return { kind: "step", indent, text: step[1] ?? "" };
  const [, sign, rest = ""] = relation.exec(text) ?? [];
  if (sign !== undefined) return { kind: "relation", indent, sign: sign as Relation, text: rest };
  return { kind: "text", indent, text };
}

const escapes = /\\[\s\S]|<!--|\/\*/gu;
const closings = { "<!--": "-->", "/*": "*/" } as const;

/** Takes comments out, but for their line breaks. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  escapes.lastIndex = 0;
  for (let mark = escapes.exec(text); mark; mark = escapes.exec(text)) {
    const [sign] = mark;
    if (sign !== "<!--" && sign !== "/*") continue;
    const closing = closings[sign];
    const end = text.indexOf(closing, mark.index + sign.length);
    if (end === -1) throw new ArgumentFault("open-comment", lineAt(text, mark.index));
    parts.push(text.slice(from, mark.index), text.slice(mark.index, end).replaceAll(/[^\n]+/g, ""));
    from = end + closing.length;
    escapes.lastIndex = from;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1))
    line += 1;
  return line;
}

/** An element as it is written: what names it, what it says, and what is noted with it. */
export interface Element {
  readonly kind: "statement" | "argument" | "text";
  readonly title: string | null;
  readonly text: string | null;
  /** `{on: edge}`: it speaks to the relation that it hangs on, not to what is at its other end. */
  readonly isOnEdge: boolean;
}

const onEdge = /\{\s*on:\s*edge\s*\}/u;
// Data, tags, and the marks of mentions; each only where no backslash stands before it.
const extras =
  /(\\[\s\S])|\{[^{}]*\}|(?<=^|\s)#(?:\([^()\n]*\)|[^\s#(){}[\]<>,.;:!?]+)|@(?=[[<])/gu;
const named =
  /^(?:\[((?:\\[\s\S]|[^\]\\\n])+)\]|<((?:\\[\s\S]|[^>\\\n])+)>)\s*(?:(:)\s*([\s\S]*))?$/u;

/** Reads one element, however many lines it goes over. */
export function elementOf(written: string): Element {
  const isOnEdge = onEdge.test(written.replaceAll(/\\[\s\S]/gu, "  "));
  const bare = written.replaceAll(extras, (_, escaped: string | undefined) => escaped ?? "").trim();
  const [whole, statement, argument, colon, said = ""] = named.exec(bare) ?? [];
  if (whole === undefined) return { kind: "text", title: null, text: plain(bare), isOnEdge };
  return {
    kind: statement === undefined ? "argument" : "statement",
    title: plain(statement ?? argument ?? "")
      .replaceAll(/\s+/gu, " ")
      .trim(),
    text: colon === undefined || said === "" ? null : plain(said),
    isOnEdge,
  };
}

const plain = (text: string): string => text.replaceAll(/\\([!-/:-@[-`{-~\s])/gu, "$1");

const markup = /[\\{}[\]]|#(?=\S)|@(?=[[<])|<(?=!)|\/(?=\*)/gu;

/** Text as it must be written to be read as text. */
export const escaped = (text: string): string =>
  text.replaceAll(markup, "\\$&").replace(/^[-+_=*>(]|^<(?!!)/u, "\\$&");

/** A title as it must be written between brackets. */
export const escapedTitle = (text: string): string =>
  text.replaceAll(/[\\{}[\]<>]|#(?=\S)|@(?=[[<])|\/(?=\*)/gu, "\\$&");
