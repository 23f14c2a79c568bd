import type { Side } from "#shared/contract/claims.ts";
import type { Task } from "./state.ts";
import type { OutlineNode, Tree } from "./tree.ts";

/** Something that was begun here and not sent, and what goes on with it. */
export interface DraftOffer {
  /** Under which name it is kept. */
  readonly name: string;
  readonly kind: "claim" | "objection" | "edit";
  readonly text: string;
  readonly side?: Side;
  readonly node: OutlineNode;
  readonly task: Task;
}

interface Place {
  readonly debateId: string;
  readonly tree: Tree;
  readonly mayAdd: boolean;
  /** What the reader may reword now. */
  readonly changeable: ReadonlySet<string>;
}

const subjectOf = (node: OutlineNode) => (node.kind === "position" ? node.position : node.claim);

/** What another version of this program kept may look otherwise: only text counts as text. */
function wordOf(value: unknown, name: string): string {
  if (typeof value !== "object" || value === null) return "";
  const word: unknown = Reflect.get(value, name);
  return typeof word === "string" ? word.trim() : "";
}

function newClaim(name: string, value: unknown, place: Place): DraftOffer | undefined {
  const [kind, debateId, nodeId = ""] = name.split(".");
  const node = place.tree.nodes.get(nodeId);
  const text = wordOf(value, "text");
  if (!place.mayAdd || debateId !== place.debateId || text === "" || !node) return undefined;
  if (subjectOf(node).withdrawnAt !== undefined) return undefined;
  if (kind === "objection") {
    return { name, kind, text, side: "con", node, task: { kind: "object", nodeId } };
  }
  const side = wordOf(value, "side") === "con" ? "con" : "pro";
  return { name, kind: "claim", text, side, node, task: { kind: "claim", nodeId, side } };
}

function edit(name: string, value: unknown, place: Place): DraftOffer | undefined {
  const [, id = ""] = name.split(".");
  const node = place.tree.ofClaim.get(id) ?? place.tree.nodes.get(id);
  if (!node || !place.changeable.has(id)) return undefined;
  const text = wordOf(value, "text");
  const title = wordOf(value, "title");
  const task: Task = { kind: "edit", nodeId: node.id };
  if (node.kind === "position") {
    const isSame = title === node.position.title && text === node.position.text.trim();
    if (isSame || title === "") return undefined;
    return { name, kind: "edit", text: title, node, task };
  }
  if (text === "" || text === node.claim.text) return undefined;
  return { name, kind: "edit", text, node, task };
}

/** Those kept drafts that can be gone on with in this debate now; others wait until they can. */
export function draftOffers(kept: ReadonlyMap<string, unknown>, place: Place): DraftOffer[] {
  const offers = [...kept].map(([name, value]) => {
    if (/^(claim|objection)\./u.test(name)) return newClaim(name, value, place);
    return /^edit\.[^.]+$/u.test(name) ? edit(name, value, place) : undefined;
  });
  return offers.filter((offer) => offer !== undefined);
}
