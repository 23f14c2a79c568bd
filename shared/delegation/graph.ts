/** Somebody's choice that another votes for them. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

type Ways<E extends Edge> = ReadonlyMap<string, readonly E[]>;

function addWay<E extends Edge>(ways: Map<string, E[]>, edge: E): void {
  const known = ways.get(edge.from);
  if (known) known.push(edge);
  else ways.set(edge.from, [edge]);
}

/** The edges by where they begin. */
export function waysOf<E extends Edge>(edges: readonly E[]): Ways<E> {
  const ways = new Map<string, E[]>();
  for (const edge of edges) addWay(ways, edge);
  return ways;
}

/** Whether one comes from one node to another along the edges. */
function leadsTo(ways: Ways<Edge>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const way of ways.get(at) ?? []) open.push(way.to);
  }
  return false;
}

/** Whether another delegation would lead back to who makes it. */
export function createsCycle(edges: readonly Edge[], { from, to }: Edge): boolean {
  return leadsTo(waysOf(edges), to, from);
}

/** Edges in the order in which they were made, without those that closed a cycle; one to oneself keeps a part and stays. */
export function withoutClosingEdges<E extends Edge>(edges: readonly E[]): E[] {
  const kept: E[] = [];
  const ways = new Map<string, E[]>();
  for (const edge of edges) {
    if (edge.from !== edge.to && leadsTo(ways, edge.to, edge.from)) continue;
    kept.push(edge);
    addWay(ways, edge);
  }
  return kept;
}

/** The nodes in an order in which every edge leads onwards (Kahn 1962); there are no cycles among these. */
export function inOrderOnwards(edges: readonly Edge[]): string[] {
  const ways = waysOf(edges);
  const arriving = new Map<string, number>();
  for (const { to } of edges) arriving.set(to, (arriving.get(to) ?? 0) + 1);
  const ready = [...ways.keys()].filter((node) => !arriving.has(node));
  const order: string[] = [];
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    order.push(at);
    for (const { to } of ways.get(at) ?? []) {
      const left = (arriving.get(to) ?? 0) - 1;
      arriving.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return order;
}

/** A node on the way, and which of its edges is looked at next. */
interface Step {
  readonly node: string;
  next: number;
}

/**
 * The groups of nodes that all lead to one another, of two nodes and more (Tarjan, "Depth-first search
 * and linear graph algorithms", 1972; without recursion, so that long chains do no harm).
 */
export function cyclesOf(edges: readonly Edge[]): string[][] {
  const ways = waysOf(edges);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const waiting: string[] = [];
  const isWaiting = new Set<string>();
  const cycles: string[][] = [];
  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    waiting.push(node);
    isWaiting.add(node);
  };
  const wayFrom = ({ node, next }: Step) => ways.get(node)?.[next]?.to;
  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node) ?? to, to));
  const leave = (node: string) => {
    if (low.get(node) !== index.get(node)) return;
    const group = waiting.splice(waiting.lastIndexOf(node));
    for (const one of group) isWaiting.delete(one);
    if (group.length > 1) cycles.push(group);
  };
  for (const root of ways.keys()) {
    if (index.has(root)) continue;
    enter(root);
    const path: Step[] = [{ node: root, next: 0 }];
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = wayFrom(here);
      here.next += 1;
      if (to === undefined) {
        path.pop();
        leave(here.node);
        lower(path.at(-1)?.node ?? here.node, low.get(here.node) ?? 0);
      } else if (!index.has(to)) {
        enter(to);
        path.push({ node: to, next: 0 });
      } else if (isWaiting.has(to)) lower(here.node, index.get(to) ?? 0);
    }
  }
  return cycles;
}
