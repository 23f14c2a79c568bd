/** In which order those who curate a debate want it read. What they did not name follows as it would stand anyway. */
export interface Order {
  readonly positions: readonly string[];
  /** Edges, by the position or claim above them. */
  readonly below: ReadonlyMap<string, readonly string[]>;
}

export const noOrder: Order = { positions: [], below: new Map() };
