/** What is asked for; in the address, so that a look can be passed on. */
export interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly quarter?: string | undefined;
}

const isMonth = (value: unknown): value is string =>
  typeof value === "string" && /^20\d\d-(0[1-9]|1[0-2])$/.test(value);

/** Of which months, and of which quarter, moderation is accounted for. */
export const timesAsked = ({ from, to, quarter }: Record<string, unknown>): Asked => ({
  ...(isMonth(from) && { from }),
  ...(isMonth(to) && { to }),
  ...(typeof quarter === "string" && /^20\d\d-Q[1-4]$/.test(quarter) && { quarter }),
});
