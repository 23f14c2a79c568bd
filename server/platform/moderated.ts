import type { Db } from "#db/client.ts";
import type { KeptWords } from "#shared/moderation/kept-words.ts";
import { isOutOfSight, type ModerationMark, type Subject } from "#shared/contract/moderated.ts";
import type { MemberStanding } from "./actor.ts";
import { because, Refusal } from "./problem.ts";
import type { Tx } from "./transact.ts";

/** Something that people wrote, as far as whoever moderates needs to know it. */
export interface Moderated {
  readonly subject: Subject;
  readonly communityId: string;
  readonly debateId: string | null;
  /** Null of what a group says: then it is told to nobody whose it is. */
  readonly authorId: string | null;
  /** What it says, field by field; of what is out of sight, nothing. */
  readonly words: Readonly<Record<string, string>>;
  readonly version: number;
  readonly isWithdrawn: boolean;
  readonly mark: ModerationMark | null;
  /** Where it stands, below the community's page. */
  readonly path: string;
}

export interface ModeratedIds {
  readonly communityId: string;
  readonly id: string;
}

/** How something is found again. */
export const idsOf = ({ communityId, subject: { id } }: Moderated): ModeratedIds => ({
  communityId,
  id,
});

/** How content is put out of sight and back; what a feature offers of each kind that can be. */
export interface Withholding {
  /** Sets or clears the mark that readers see, and tells the room. */
  mark(tx: Tx, thing: Moderated, mark: ModerationMark | null): Promise<void>;
  /** Takes the words away from where they are read. */
  take(tx: Tx, thing: Moderated): Promise<KeptWords>;
  putBack(tx: Tx, thing: Moderated, kept: KeptWords): Promise<void>;
  /** Deletes what else holds its words, when it can't come back any more. */
  forget?(tx: Tx, ids: ModeratedIds): Promise<void>;
}

/** Refuses to change what is out of sight: what comes back is what was taken away. */
export function refuseHidden(mark: ModerationMark | null | undefined): void {
  if (!isOutOfSight(mark)) return;
  throw new Refusal("not-allowed", because("hidden-words"));
}

/** What a feature offers of a kind of thing that can be flagged and acted on. */
export interface ModeratedKind {
  /** The thing, kept from other changes until the transaction ends where it is asked for in one. */
  find(db: Db, ids: ModeratedIds): Promise<Moderated | undefined>;
  /** Whether somebody wrote it, of what is told to nobody else whose it is. */
  isBy?(db: Db, ids: ModeratedIds, participantId: string): Promise<boolean>;
  /** What it stands under, the nearest first. */
  context(db: Db, thing: Moderated): Promise<{ subject: Subject; text: string }[]>;
  /** Absent of what can't be put out of sight. */
  readonly withholding?: Withholding;
}

/** Something that was just written, or worded anew. */
export interface Screened {
  readonly standing: MemberStanding;
  /** Absent of what is in no debate. */
  readonly debateId?: string;
  readonly subject: Subject;
  /** Whether it was there before, in other words. */
  readonly isEdit?: true;
}
