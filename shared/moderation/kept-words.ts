/** Words to which an act of the public record commits, as they stood beside it; the salt in base64. */
export interface RecordedWords {
  readonly actId: string;
  readonly actor: string | null;
  readonly field: string;
  readonly value: string;
  readonly salt: string;
}

/** The words of a thing while they are out of sight, to be put back as they were. */
export interface KeptWords {
  readonly words: Readonly<Record<string, string>>;
  /** When its author had taken it back before. */
  readonly withdrawnAt: string | null;
  readonly revisions: readonly { readonly version: number; readonly text: string }[];
  /** Absent of what the public record has no words of. */
  readonly record?: readonly RecordedWords[];
}
