/** What the counts are measured on. */
export const tallyOptions = Array.from({ length: 20 }, (_, at) => `option-${at}`);

/** The same rankings in every run: drawn by a generator of Lehmer's with a fixed seed. */
export function drawOrders(voters: number): Uint8Array[] {
  let state = 20_071_103;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: voters }, () => {
    const order = Uint8Array.from(tallyOptions, (_, at) => at);
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = draw(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    return order;
  });
}

/** The orders as ballots state them. */
export const rankingsOf = (orders: readonly Uint8Array[]): string[][][] =>
  orders.map((order) => Array.from(order, (place) => [tallyOptions[place] ?? ""]));

/** Processor time in ms, so that whatever else runs on the machine matters less. */
export function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
