/** A way by which what people wrote leaves the product. */
export interface Outlet {
  readonly name: string;
  /** What a text does there that it must not do; nothing, if all is well. */
  problems(text: string): Promise<string[]> | string[];
}

/** What is wrong where something came out as another thing than it went in. */
export const changed = (what: string, want: unknown, got: unknown): string[] =>
  want === got ? [] : [`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`];
