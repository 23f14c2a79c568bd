import { isModerator, type Standing } from "../platform/actor.ts";
import type { EntryRow } from "./store.ts";

/** Owners and moderators keep the treasury. */
export const mayKeep = (standing: Standing): boolean => isModerator(standing);

const waits = ({ settledAs }: EntryRow): boolean => settledAs === null;

/** Nobody confirms what they entered. */
export const isOwn = ({ participantId }: Standing, { enteredById }: EntryRow): boolean =>
  participantId === enteredById;

export const canConfirm = (standing: Standing, entry: EntryRow): boolean =>
  mayKeep(standing) && waits(entry) && !isOwn(standing, entry);

/** What waits is refused, or withdrawn by who entered it. */
export const canRefuse = (standing: Standing, entry: EntryRow): boolean =>
  mayKeep(standing) && waits(entry);

/** Only what counts is taken back, once; taking back is not taken back, it is entered anew. */
export const canReverse = (
  standing: Standing,
  entry: EntryRow,
  reversedBy: string | null,
): boolean =>
  mayKeep(standing) &&
  entry.settledAs === "confirmed" &&
  entry.reversesId === null &&
  reversedBy === null;
