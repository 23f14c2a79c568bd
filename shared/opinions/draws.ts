const modulus = 2_147_483_647;

/**
 * Numbers in (0, 1) that only depend on the seed: the minimal standard generator (Park and Miller, Communications of
 * the ACM 31(10), 1988; multiplier of 1993). Every product is a whole number below 2^53, and so exact everywhere.
 */
export function drawsFrom(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
