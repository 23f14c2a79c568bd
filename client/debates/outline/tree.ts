import type { Claim, Edge, Outline, Position } from "#shared/contract/claims.ts";
import { inOrder } from "#shared/curation/in-order.ts";
import { noOrder, type Order } from "./order.ts";

/** What the tree is made of: the flat lists of the wire. */
export type Argument = Pick<Outline, "positions" | "claims" | "edges">;

interface Branch {
  /** What is said for and against it here, in the order of reading. */
  readonly children: ClaimNode[];
  /** All claims below, however deep. */
  readonly below: number;
}

export interface PositionNode extends Branch {
  readonly kind: "position";
  readonly id: string;
  readonly position: Position;
  readonly depth: 0;
  readonly parent: null;
}

/**
 * A claim at one place: one that stands in several places has several nodes. Its id is its edge's; what is below a
 * claim that stands in several places is drawn below each, and then numbered.
 */
export interface ClaimNode extends Branch {
  readonly kind: "claim";
  readonly id: string;
  readonly claim: Claim;
  readonly edge: Edge;
  readonly depth: number;
  readonly parent: OutlineNode;
}

export type OutlineNode = PositionNode | ClaimNode;

export interface Tree {
  readonly positions: readonly PositionNode[];
  readonly nodes: ReadonlyMap<string, OutlineNode>;
  /** The first node of each claim; of one that is one with another by now, that of the other. */
  readonly ofClaim: ReadonlyMap<string, ClaimNode>;
}

type Growing<N> = { -readonly [K in keyof N]: N[K] };

const byAge = (a: ClaimNode, b: ClaimNode) =>
  order(a.claim.createdAt, b.claim.createdAt) || order(a.claim.id, b.claim.id);
const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Pro and con by turns, each by age, so that neither side comes before the other. */
export function byTurns(children: ClaimNode[]): ClaimNode[] {
  if (children.length < 2) return children;
  const sorted = children.toSorted(byAge);
  const pros = sorted.filter(({ edge }) => edge.side === "pro");
  const cons = sorted.filter(({ edge }) => edge.side === "con");
  const turns = Array.from({ length: Math.max(pros.length, cons.length) }, (_, turn) => turn);
  return turns.flatMap((turn) => [pros[turn], cons[turn]].filter((node) => node !== undefined));
}

function standsAbove(claimId: string, node: OutlineNode): boolean {
  for (let at: OutlineNode | null = node; at; at = at.parent) {
    if (at.kind === "claim" && at.claim.id === claimId) return true;
  }
  return false;
}

/** Edges by what they speak to; those of claims that are not here (yet) are left out. */
function edgesByTarget(edges: readonly Edge[], claims: ReadonlyMap<string, Claim>) {
  const found = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (!claims.has(edge.claimId)) continue;
    const siblings = found.get(edge.targetId);
    if (siblings) siblings.push(edge);
    else found.set(edge.targetId, [edge]);
  }
  return found;
}

/**
 * The tree out of flat lists, without recursion: people nest as deep as they like. A claim that would
 * stand below itself is not placed there, nor one that was archived, nor what is below it. Withdrawn claims and positions stay where something that
 * stands hangs below them, and else are gone.
 */
export function buildTree({ positions, claims, edges }: Argument, curated = noOrder): Tree {
  const present = claims.filter(({ archivedAt }) => archivedAt === undefined);
  const claimsById = new Map(present.map((claim) => [claim.id, claim]));
  const speaking = edgesByTarget(edges, claimsById);
  const inTurn = inOrder(positions, curated.positions, ({ id }) => id);
  const roots: Growing<PositionNode>[] = inTurn.map((position) => {
    const { id } = position;
    return { kind: "position", id, position, depth: 0, parent: null, children: [], below: 0 };
  });
  const placed: Growing<OutlineNode>[] = [...roots];
  const seen = new Set<string>();
  const drawn = new Map<string, number>();
  // Places below places multiply: past some measure what was drawn is not drawn again.
  const most = claims.length * 4 + 1_000;
  for (let next = 0; next < placed.length; next += 1) {
    const parent = placed[next] as OutlineNode;
    for (const edge of answersTo(parent, speaking)) {
      const claim = claimsById.get(edge.claimId);
      if (!claim || (seen.has(claim.id) && standsAbove(claim.id, parent))) continue;
      const times = drawn.get(edge.id) ?? 0;
      if (times > 0 && placed.length > most) continue;
      seen.add(claim.id);
      drawn.set(edge.id, times + 1);
      const id = times === 0 ? edge.id : `${edge.id}.${times}`;
      const depth = parent.depth + 1;
      const node = { kind: "claim", id, claim, edge, depth, parent } as const;
      placed.push({ ...node, children: [], below: 0 });
    }
  }
  gather(placed, curated);
  const standing = placed.filter(isThere) as OutlineNode[];
  return {
    positions: roots.filter(isThere),
    nodes: new Map(standing.map((node) => [node.id, node])),
    ofClaim: withMerged(firstNodes(standing), claims),
  };
}

/** What speaks to a node: to the position or claim itself, or to a claim's bearing on what is above it. */
function answersTo(node: OutlineNode, speaking: ReadonlyMap<string, readonly Edge[]>) {
  const said = speaking.get(node.kind === "position" ? node.id : node.claim.id) ?? [];
  if (node.kind === "position") return said;
  return [...said, ...(speaking.get(node.edge.id) ?? [])];
}

/** What its author took back is gone unless something stands below it; what moderation hid leaves a line. */
function isThere(node: OutlineNode | Growing<OutlineNode>): boolean {
  const { withdrawnAt, moderation } = node.kind === "position" ? node.position : node.claim;
  return node.children.length > 0 || withdrawnAt === undefined || moderation !== undefined;
}

/** From the leaves up: children come after their parents in the list. */
function gather(placed: readonly Growing<OutlineNode>[], { below }: Order): void {
  for (const node of placed.toReversed()) {
    const ids = below.get(node.kind === "position" ? node.id : node.claim.id);
    node.children = inOrder(byTurns(node.children), ids, ({ edge }) => edge.id);
    if (node.kind !== "claim" || !isThere(node)) continue;
    const parent = node.parent as Growing<OutlineNode>;
    parent.children.push(node as ClaimNode);
    parent.below += node.below + (node.claim.withdrawnAt === undefined ? 1 : 0);
  }
}

/** Who looks for a claim that was merged finds the one that it is one with. */
function withMerged(first: Map<string, ClaimNode>, claims: readonly Claim[]) {
  const heirs = new Map(claims.map(({ id, mergedInto }) => [id, mergedInto]));
  for (const { id, mergedInto } of claims) {
    const passed = new Set<string>();
    let heir = mergedInto;
    while (heir !== undefined && heirs.get(heir) !== undefined && !passed.has(heir)) {
      passed.add(heir);
      heir = heirs.get(heir);
    }
    const node = heir === undefined ? undefined : first.get(heir);
    if (node) first.set(id, node);
  }
  return first;
}

function firstNodes(nodes: readonly OutlineNode[]): Map<string, ClaimNode> {
  const first = new Map<string, ClaimNode>();
  for (const node of nodes) {
    if (node.kind === "claim" && !first.has(node.claim.id)) first.set(node.claim.id, node);
  }
  return first;
}

/** All claims at all their places, each place once. */
export function claimPlaces({ nodes }: Tree): ClaimNode[] {
  return [...nodes.values()].filter(
    (node): node is ClaimNode => node.kind === "claim" && node.id === node.edge.id,
  );
}

/** One line of the outline as it is drawn. */
export interface Row {
  readonly node: OutlineNode;
  readonly isOpen: boolean;
  /** Whether something would be seen below it if it were open. */
  readonly hasBelow: boolean;
  /** Its place among its siblings, from 1. */
  readonly place: number;
  readonly siblings: number;
}

type Is = (node: OutlineNode) => boolean;

/** The lines that are to be seen, top to bottom: below what is closed there are none. Only what is kept is drawn. */
export function flatten(tree: Tree, isOpen: Is, isKept?: Is): Row[] {
  const rows: Row[] = [];
  const waiting: Row[] = rowsOf(tree.positions, isOpen, isKept).toReversed();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    rows.push(row);
    if (row.isOpen) waiting.push(...rowsOf(row.node.children, isOpen, isKept).toReversed());
  }
  return rows;
}

function rowsOf(nodes: readonly OutlineNode[], isOpen: Is, isKept?: Is): Row[] {
  const kept = isKept ? nodes.filter(isKept) : nodes;
  return kept.map((node, index) => {
    const hasBelow = isKept ? node.children.some(isKept) : node.children.length > 0;
    const place = index + 1;
    return { node, isOpen: hasBelow && isOpen(node), hasBelow, place, siblings: kept.length };
  });
}

/** The nodes above one, the nearest first: all must be open for it to be seen. */
export function ancestorsOf(node: OutlineNode): OutlineNode[] {
  const above: OutlineNode[] = [];
  for (let at = node.parent; at; at = at.parent) above.push(at);
  return above;
}

/** How many claims on each side speak to a node directly. */
export function sidesOf({ children }: OutlineNode): { pro: number; con: number } {
  const standing = children.filter(({ claim }) => claim.withdrawnAt === undefined);
  const pro = standing.filter(({ edge }) => edge.side === "pro").length;
  return { pro, con: standing.length - pro };
}

/** Which claims others have added since `known` was noted, by the place where they will appear. */
export function newcomers(tree: Tree, known: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of tree.nodes.values()) {
    if (node.kind === "position" || known.has(node.claim.id)) continue;
    // Below another newcomer it comes with that one.
    if (node.parent.kind === "claim" && !known.has(node.parent.claim.id)) continue;
    counts.set(node.parent.id, (counts.get(node.parent.id) ?? 0) + 1 + node.below);
  }
  return counts;
}

/** The argument without the claims that are not known yet. */
export function onlyKnown(argument: Argument, known: ReadonlySet<string>): Argument {
  if (argument.claims.every(({ id }) => known.has(id))) return argument;
  return { ...argument, claims: argument.claims.filter(({ id }) => known.has(id)) };
}
