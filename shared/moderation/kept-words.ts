/** The words of a thing while they are out of sight, to be put back as they were. */
export interface KeptWords {
  readonly words: Readonly<Record<string, string>>;
  /** When its author had taken it back before. */
  readonly withdrawnAt: string | null;
  readonly revisions: readonly { readonly version: number; readonly text: string }[];
}
