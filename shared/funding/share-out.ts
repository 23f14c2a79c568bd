/** What somebody claims of a pool. */
export interface Claim {
  /** in parts of a unit */
  readonly raw: bigint;
  readonly most: bigint | null;
  readonly least: bigint;
}

interface Pool {
  readonly pool: bigint;
  /** how many parts make one unit */
  readonly unit: bigint;
  /** Claims are raised where they do not use up the pool. */
  readonly spendWholePool: boolean;
}

export interface Share {
  readonly amount: bigint;
  readonly isCapped: boolean;
  readonly isTooLittle: boolean;
}

/** What claims are multiplied by. */
interface Scale {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * Shares a pool out in proportion to claims. What somebody's bound leaves goes to the others in the same proportion; who
 * would get less than the least that is of use gets nothing, the one who lacks most of it first. Whole units: each gets
 * the whole part of the share, and those with the largest remainders one more while there is something left (Hamilton's
 * method); level remainders go by the list.
 */
export function shareOut(claims: readonly Claim[], pool: Pool): Share[] {
  if (pool.pool < 0n) throw new RangeError("a pool is not below nothing");
  const out = new Set<number>();
  for (;;) {
    const { amounts, capped } = among(claims, pool, out);
    const worst = lacking(claims, amounts, out);
    if (worst === undefined) {
      return amounts.map((amount, at) => {
        return { amount, isCapped: capped.has(at), isTooLittle: out.has(at) };
      });
    }
    out.add(worst);
  }
}

/** Who gets less than what is of use, and the least of that. */
function lacking(
  claims: readonly Claim[],
  amounts: readonly bigint[],
  out: ReadonlySet<number>,
): number | undefined {
  let worst: number | undefined;
  claims.forEach(({ raw, least }, at) => {
    const amount = amounts[at] ?? 0n;
    if (raw === 0n || out.has(at) || amount >= least) return;
    const other = worst === undefined ? undefined : claims[worst];
    const isWorse =
      other === undefined || amount * other.least < (amounts[worst ?? 0] ?? 0n) * least;
    if (isWorse) worst = at;
  });
  return worst;
}

function among(claims: readonly Claim[], pool: Pool, out: ReadonlySet<number>) {
  const capped = new Set<number>();
  const isOpen = (at: number) => !out.has(at) && !capped.has(at) && (claims[at]?.raw ?? 0n) > 0n;
  for (;;) {
    const given = [...capped].reduce((all, at) => all + (claims[at]?.most ?? 0n), 0n);
    const open = claims.map((_, at) => at).filter(isOpen);
    const scale = scaleOf(
      open.map((at) => claims[at]?.raw ?? 0n),
      pool,
      pool.pool - given,
    );
    const over = open.filter((at) => {
      const { raw = 0n, most = null } = claims[at] ?? {};
      return most !== null && raw * scale.num > most * scale.den;
    });
    if (over.length === 0) {
      const amounts = claims.map(({ most }, at) => (capped.has(at) ? (most ?? 0n) : 0n));
      for (const [at, amount] of rounded(claims, open, scale)) amounts[at] = amount;
      return { amounts, capped };
    }
    for (const at of over) capped.add(at);
  }
}

function scaleOf(raws: readonly bigint[], { unit, spendWholePool }: Pool, left: bigint): Scale {
  const all = raws.reduce((sum, raw) => sum + raw, 0n);
  if (all === 0n || (!spendWholePool && all <= left * unit)) return { num: 1n, den: unit };
  return { num: left, den: all };
}

function rounded(claims: readonly Claim[], open: readonly number[], { num, den }: Scale) {
  const exact = open.map((at) => (claims[at]?.raw ?? 0n) * num);
  const amounts = new Map(open.map((at, n) => [at, (exact[n] ?? 0n) / den]));
  const whole = exact.reduce((sum, one) => sum + one, 0n) / den;
  let spare = whole - [...amounts.values()].reduce((sum, one) => sum + one, 0n);
  const byRemainder = open
    .map((at, n) => ({ at, rest: (exact[n] ?? 0n) % den }))
    .toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  for (const { at } of byRemainder) {
    if (spare <= 0n) break;
    amounts.set(at, (amounts.get(at) ?? 0n) + 1n);
    spare -= 1n;
  }
  return amounts;
}
