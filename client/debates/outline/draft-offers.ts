import type { Side } from "#shared/contract/claims.ts";
import type { Evidence } from "#shared/contract/evidence.ts";
import type { Task } from "./state.ts";
import type { OutlineNode, Tree } from "./tree.ts";

interface Begun {
  /** Under which name it is kept. */
  readonly name: string;
  readonly text: string;
}

/** What goes on at a place of the outline. */
interface AtNode extends Begun {
  readonly kind: "claim" | "objection" | "edit" | "source" | "correction";
  readonly side?: Side;
  readonly node: OutlineNode;
  readonly task: Task;
}

/** What goes on where such things are added. */
interface OfDebate extends Begun {
  readonly kind: "position" | "statement";
}

/** Something that was begun here and not sent. */
export type DraftOffer = AtNode | OfDebate;

interface Place {
  readonly debateId: string;
  readonly tree: Tree;
  /** Sources by claim. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly may: Readonly<Record<"addClaim" | "addPosition" | "addStatement", boolean>>;
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

type Find = (name: string, value: unknown, place: Place) => DraftOffer | undefined;

const newClaim: Find = (name, value, place) => {
  const [kind, debateId, nodeId = ""] = name.split(".");
  const node = place.tree.nodes.get(nodeId);
  const text = wordOf(value, "text");
  if (!place.may.addClaim || debateId !== place.debateId || text === "" || !node) return undefined;
  if (subjectOf(node).withdrawnAt !== undefined) return undefined;
  if (kind === "objection") {
    return { name, kind, text, side: "con", node, task: { kind: "object", nodeId } };
  }
  const side = wordOf(value, "side") === "con" ? "con" : "pro";
  return { name, kind: "claim", text, side, node, task: { kind: "claim", nodeId, side } };
};

const edit: Find = (name, value, place) => {
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
};

const nameOf = (value: unknown) => wordOf(value, "title") || wordOf(value, "url");

const newSource: Find = (name, value, place) => {
  const [, debateId, claimId = ""] = name.split(".");
  const node = place.tree.ofClaim.get(claimId);
  const text = nameOf(value) || wordOf(value, "quote");
  if (!place.may.addClaim || debateId !== place.debateId || text === "" || !node) return undefined;
  if (node.claim.withdrawnAt !== undefined) return undefined;
  return { name, kind: "source", text, node, task: { kind: "evidence", nodeId: node.id } };
};

const corrected = ["kind", "url", "title", "publisher", "publishedOn", "quote"] as const;

const correction: Find = (name, value, { tree, evidence, changeable }) => {
  const [, evidenceId = ""] = name.split(".");
  if (!changeable.has(evidenceId)) return undefined;
  const source = [...evidence.values()].flat().find(({ id }) => id === evidenceId);
  const node = source && tree.ofClaim.get(source.claimId);
  const text = nameOf(value);
  if (!node || text === "") return undefined;
  if (corrected.every((field) => wordOf(value, field) === wordOf(source, field))) return undefined;
  const task = { kind: "edit-evidence", nodeId: node.id, evidenceId } as const;
  return { name, kind: "correction", text, node, task };
};

const ofDebate: Find = (name, value, { debateId, may }) => {
  const [kind, id] = name.split(".");
  if (id !== debateId) return undefined;
  const title = wordOf(value, "title");
  if (kind === "position" && may.addPosition && title !== "") return { name, kind, text: title };
  const text = wordOf(value, "text");
  if (kind === "statement" && may.addStatement && text !== "") return { name, kind, text };
  return undefined;
};

/** By what the names of drafts look like. */
const finders: readonly (readonly [RegExp, Find])[] = [
  [/^(claim|objection)\./u, newClaim],
  [/^edit\.[^.]+$/u, edit],
  [/^evidence\.[^.]+\.[^.]+$/u, newSource],
  [/^evidence\.[^.]+$/u, correction],
  [/^(position|statement)\.[^.]+$/u, ofDebate],
];

/** Those kept drafts that can be gone on with in this debate now; others wait until they can. */
export function draftOffers(kept: ReadonlyMap<string, unknown>, place: Place): DraftOffer[] {
  const offers = [...kept].map(([name, value]) => {
    const find = finders.find(([pattern]) => pattern.test(name))?.[1];
    return find?.(name, value, place);
  });
  return offers.filter((offer) => offer !== undefined);
}
