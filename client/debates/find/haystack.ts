import type { Evidence } from "#shared/contract/evidence.ts";
import { fold, hasAll, wordsOf } from "#shared/finding/words.ts";
import type { OutlineNode } from "../outline/tree.ts";

/** All words of an outline, folded once and when somebody first searches. */
export class Haystack {
  #folded: readonly { readonly node: OutlineNode; readonly text: string }[] | undefined;

  constructor(
    /** In the order of reading. */
    readonly nodes: readonly OutlineNode[],
    readonly sources: ReadonlyMap<string, readonly Evidence[]>,
  ) {}

  #textOf(node: OutlineNode): string {
    if (node.kind === "position") return `${node.position.title}\n${node.position.text}`;
    const titles = (this.sources.get(node.claim.id) ?? []).map(({ title }) => title);
    return [node.claim.text, ...titles].join("\n");
  }

  /** The nodes in which all words of the query occur, in the order of reading. */
  find(query: string): OutlineNode[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    this.#folded ??= this.nodes.map((node) => ({ node, text: fold(this.#textOf(node)) }));
    return this.#folded.filter(({ text }) => hasAll(text, words)).map(({ node }) => node);
  }
}
