/** Somebody's choice that another votes for them. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

type Ways = ReadonlyMap<string, readonly string[]>;

function waysOf(edges: readonly Edge[]): Ways {
  const ways = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = ways.get(from);
    if (known) known.push(to);
    else ways.set(from, [to]);
  }
  return ways;
}

/** Whether one comes from one node to another along the edges. */
function leadsTo(ways: Ways, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(ways.get(at) ?? []));
  }
  return false;
}

/** Whether another delegation would lead back to who makes it. */
export function createsCycle(edges: readonly Edge[], { from, to }: Edge): boolean {
  return leadsTo(waysOf(edges), to, from);
}

/** Edges in the order in which they were made, without those that closed a cycle; one to oneself keeps a part and stays. */
export function withoutClosingEdges<E extends Edge>(edges: readonly E[]): E[] {
  return edges.reduce<E[]>(
    (kept, edge) => (edge.from !== edge.to && createsCycle(kept, edge) ? kept : [...kept, edge]),
    [],
  );
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
    const path = [{ node: root, next: 0 }];
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = ways.get(here.node)?.[here.next];
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
