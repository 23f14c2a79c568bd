import { z } from "zod";
import { Id, Version } from "./ids.ts";

/** Stands in place of words that can't be left out. */
export const inPlaceOfWords = "…";

/** What can be flagged and acted on; a `profile` is a member, by the participant's id, a `question` a debate, a `group-name` what people of an opinion group proposed to call it, an `incident` what was reported about a system, a `project` what somebody wants funded, a `testimony` what an expert said to a panel, by the expert's id, an `answer` what was answered to a panel, by the question's id. */
export const subjectKinds = [
  "claim",
  "position",
  "comment",
  "evidence",
  "statement",
  "question",
  "profile",
  "group-name",
  "incident",
  "project",
  "testimony",
  "answer",
] as const;
export const SubjectKind = z.enum(subjectKinds).meta({ id: "SubjectKind" });
export type SubjectKind = z.infer<typeof SubjectKind>;

export const Subject = z.strictObject({ kind: SubjectKind, id: Id }).meta({ id: "Subject" });
export type Subject = z.infer<typeof Subject>;

/** A flag says that a rule of the charter is broken, or the law besides. */
export const FlagKind = z.enum(["rule", "illegal"]).meta({ id: "FlagKind" });
export type FlagKind = z.infer<typeof FlagKind>;

/** What an item asks for. */
export const works = ["flags", "first-post", "watched-word", "spam", "approval"] as const;
export const Work = z.enum(works).meta({ id: "Work" });
export type Work = z.infer<typeof Work>;

/** Each has a deadline of its own; `urgent` is what is kept out of sight until somebody decides. */
export const severities = ["normal", "urgent", "illegal"] as const;
export const Severity = z.enum(severities).meta({ id: "Severity" });
export type Severity = z.infer<typeof Severity>;

/** `lapsed`: nobody decided in time. */
export const itemStatuses = ["open", "acted", "dismissed", "lapsed"] as const;
export const ItemStatus = z.enum(itemStatuses).meta({ id: "ItemStatus" });
export type ItemStatus = z.infer<typeof ItemStatus>;

export const actionKinds = [
  /** Folded or put out of sight until somebody decides; by thresholds, first contributions, words on the list, or what may be spam. */
  "hold",
  "hide",
  "remove",
  "restore",
  "edit-request",
  /** A claim is put elsewhere, joined with the one that it repeats, or taken apart; as those who curate do it. */
  "move",
  "merge",
  "split",
  /** A claim is shown above the outline. */
  "pin",
  /** Nothing is added to it or changed in it: a claim with all below it, a thread, a debate. */
  "lock",
  "unlock",
  "warn",
  "rate-limit",
  "suspend",
  "dismiss",
] as const;
export const ActionKind = z.enum(actionKinds).meta({ id: "ActionKind" });
export type ActionKind = z.infer<typeof ActionKind>;

/** `collapsed` is folded and can be read; of what is `hidden` or `removed` nobody but its author and those who moderate get the words. */
export const contentStates = ["collapsed", "hidden", "removed"] as const;
export const ContentState = z.enum(contentStates).meta({ id: "ContentState" });
export type ContentState = z.infer<typeof ContentState>;

/** What content carries that moderation has touched. Its action says the rest, to who may read it. */
export const ModerationMark = z
  .object({
    state: ContentState,
    /** Null while nothing is decided about a first contribution, or a word on the list. */
    rule: z.object({ number: z.int(), version: Version }).nullable(),
    actionId: Id,
  })
  .meta({ id: "ModerationMark" });
export type ModerationMark = z.infer<typeof ModerationMark>;

/** Whether the words of something are kept from most readers, by its mark. */
export const isOutOfSight = (
  mark: ModerationMark | null | undefined,
): mark is ModerationMark & { readonly state: Exclude<ContentState, "collapsed"> } =>
  Boolean(mark) && mark?.state !== "collapsed";
