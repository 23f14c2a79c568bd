import { useState } from "react";

interface Versioned {
  readonly version: number;
}

/** How far the sending of an edit is. */
interface Sending {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
}

/** What an edit began from, and the words that it goes on with. */
export interface Begun<T extends Versioned, W> {
  readonly at: T;
  readonly words: W;
  /**
   * Somebody changed the thing meanwhile: what is sent now would be refused. While one's own words are on their way
   * that is not known: they can come back as news before the answer does.
   */
  readonly isOvertaken: (sending: Sending) => boolean;
  /** Goes on with these words, on top of what stands now. */
  readonly keep: (words: W) => void;
  /** Goes on with what stands now. */
  readonly takeTheirs: () => void;
}

/** An edit begins at one version of a thing; the thing itself may change while somebody writes. */
export function useBegun<T extends Versioned, W>(
  latest: T,
  wordsOf: (thing: T) => W,
  /** The version at which an earlier sitting began it. */
  keptVersion = latest.version,
): Begun<T, W> {
  const [begun, setBegun] = useState(() => ({
    at: { ...latest, version: Math.min(keptVersion, latest.version) },
    words: wordsOf(latest),
  }));
  return {
    ...begun,
    isOvertaken: ({ isPending, isSuccess }) =>
      latest.version > begun.at.version && !isPending && !isSuccess,
    keep: (words) => setBegun({ at: latest, words }),
    takeTheirs: () => setBegun({ at: latest, words: wordsOf(latest) }),
  };
}
