/** How widely a delegation holds; the narrowest one decides. */
export const scopes = ["debate", "topic", "community"] as const;
export type Scope = (typeof scopes)[number];

export interface Scoped {
  readonly from: string;
  readonly scope: Scope;
  /** The debate or topic; null for the whole community. */
  readonly about: string | null;
}

interface Subject {
  readonly debateId: string;
  readonly topic: string;
}

const isAbout = ({ scope, about }: Scoped, { debateId, topic }: Subject): boolean =>
  scope === "community" || about === (scope === "debate" ? debateId : topic);

/** Each person's delegations that hold for a debate: those of the narrowest scope in which they have any. */
export function delegationsFor<D extends Scoped>(all: readonly D[], subject: Subject): D[] {
  const fitting = all.filter((one) => isAbout(one, subject));
  const narrowest = new Map<string, number>();
  for (const { from, scope } of fitting) {
    const rank = scopes.indexOf(scope);
    narrowest.set(from, Math.min(narrowest.get(from) ?? rank, rank));
  }
  return fitting.filter(({ from, scope }) => narrowest.get(from) === scopes.indexOf(scope));
}
