/** Places on the map. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points of some weight. */
export interface Points extends Positions {
  readonly weight: Float64Array;
}
