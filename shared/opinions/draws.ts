/**
 * Numbers in (0, 1) that only depend on the seed: a xorshift generator (G. Marsaglia, "Xorshift RNGs", Journal of Statistical
 * Software 8(14), 2003) on whole numbers of 32 bits, which are the same everywhere.
 */
export function drawsFrom(seed: number): () => number {
  // Neighbouring seeds must not begin alike, and no state may be 0.
  let state = Math.imul(Math.trunc(seed) + 1, 0x9e3779b1) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 8; warmUp += 1) next();
  return next;
}
