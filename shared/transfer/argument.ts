/** A debate's argument free of any format: plain lists, which point at each other by place. */
export interface Argument {
  /** Null where the text does not say it. */
  readonly question: string | null;
  readonly positions: readonly ArgumentPosition[];
  readonly claims: readonly ArgumentClaim[];
  readonly edges: readonly ArgumentEdge[];
}

/** How many of the seats of a panel said yes to what it recommends. */
export interface PanelSeats {
  readonly yes: number;
  readonly seats: number;
}

export interface ArgumentPosition {
  readonly title: string;
  readonly text: string;
  /** Where a panel drawn by lot recommends it; outlines of other tools have no place for that. */
  readonly byPanel?: PanelSeats | undefined;
}

export interface ArgumentClaim {
  readonly text: string;
}

export interface ArgumentEdge {
  readonly claim: number;
  readonly side: "pro" | "con";
  readonly target: { readonly kind: "position" | "claim" | "edge"; readonly at: number };
}

/** One line of an outline: a position, or a claim at one of its places. */
export type Step =
  | {
      readonly kind: "position";
      readonly position: ArgumentPosition;
      readonly path: readonly number[];
    }
  | {
      readonly kind: "claim";
      readonly at: number;
      readonly claim: ArgumentClaim;
      readonly edgeAt: number;
      readonly edge: ArgumentEdge;
      readonly path: readonly number[];
      /** The claim was met before; what is said about it stands there. */
      readonly isAgain: boolean;
    };

const placeOf = (kind: string, at: number): string => `${kind} ${at}`;

/** Edges by what they speak to. */
function edgesByTarget(edges: readonly ArgumentEdge[]): ReadonlyMap<string, number[]> {
  const byTarget = new Map<string, number[]>();
  for (const [at, { target }] of edges.entries()) {
    const place = placeOf(target.kind, target.at);
    const known = byTarget.get(place);
    if (known) known.push(at);
    else byTarget.set(place, [at]);
  }
  return byTarget;
}

function known<T>(list: readonly T[], at: number): T {
  const one = list[at];
  if (one === undefined) throw new RangeError(`nothing has place ${at}`);
  return one;
}

interface Level {
  readonly edges: readonly number[];
  readonly path: readonly number[];
  next: number;
}

/** Goes through an argument as an outline is read, however deep; a claim's own branches come where it is met first. */
export function* walk({ positions, claims, edges }: Argument): Generator<Step> {
  const byTarget = edgesByTarget(edges);
  const below = (kind: string, at: number) => byTarget.get(placeOf(kind, at)) ?? [];
  const met = new Set<number>();
  for (const [at, position] of positions.entries()) {
    const path = [at + 1];
    yield { kind: "position", position, path };
    const levels: Level[] = [{ edges: below("position", at), path, next: 0 }];
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      const edgeAt = level.edges[level.next];
      if (edgeAt === undefined) {
        levels.pop();
        continue;
      }
      level.next += 1;
      const edge = known(edges, edgeAt);
      const isAgain = met.has(edge.claim);
      met.add(edge.claim);
      const here = [...level.path, level.next];
      const claim = known(claims, edge.claim);
      yield { kind: "claim", at: edge.claim, claim, edgeAt, edge, path: here, isAgain };
      const more = [...(isAgain ? [] : below("claim", edge.claim)), ...below("edge", edgeAt)];
      levels.push({ edges: more, path: here, next: 0 });
    }
  }
}

/** The same argument with claims and edges in the order in which they are read; what hangs on no position is left out. */
export function inReadingOrder(argument: Argument): Argument {
  const claims = new Map<number, number>();
  const edges = new Map<number, number>();
  for (const step of walk(argument)) {
    if (step.kind === "position") continue;
    if (!step.isAgain) claims.set(step.at, claims.size);
    edges.set(step.edgeAt, edges.size);
  }
  const moved = ({ kind, at }: ArgumentEdge["target"]) => {
    const now = kind === "position" ? at : (kind === "claim" ? claims : edges).get(at);
    return { kind, at: now ?? at };
  };
  return {
    question: argument.question,
    positions: argument.positions,
    claims: [...claims.keys()].map((at) => known(argument.claims, at)),
    edges: [...edges.keys()].map((at) => {
      const edge = known(argument.edges, at);
      return { ...edge, claim: claims.get(edge.claim) ?? 0, target: moved(edge.target) };
    }),
  };
}

/** A claim stands in one place once, and never right below itself. */
export function withoutRepeats(edges: readonly ArgumentEdge[]): ArgumentEdge[] {
  const seen = new Set<string>();
  const kept = edges.filter(({ claim, target }) => {
    const place = `${claim} ${placeOf(target.kind, target.at)}`;
    const isNew = !seen.has(place) && !(target.kind === "claim" && target.at === claim);
    seen.add(place);
    return isNew;
  });
  const places = new Map(kept.map((edge, at) => [edge, at]));
  return kept.map((edge) => {
    if (edge.target.kind !== "edge") return edge;
    const about = edges[edge.target.at];
    // What speaks to an edge that is left out hangs on nothing.
    const at = (about && places.get(about)) ?? -1;
    return { ...edge, target: { kind: "edge" as const, at } };
  });
}
