import { moderationLimits } from "#shared/contract/moderation.ts";
import type { ActionRole, ActionState } from "#shared/contract/moderation.ts";
import type {
  ActionKind,
  ContentState,
  ItemStatus,
  SubjectKind,
} from "#shared/contract/moderated.ts";
import { phasesToAddStatements } from "#shared/contract/statements.ts";
import type { Phase } from "#shared/contract/phases.ts";
import { type FacilitatedDebate, mayFacilitate } from "../debates/public.ts";
import { isMember, isModerator, type Role, type Standing } from "../platform/actor.ts";

/** In which office somebody looks after a thing; null for who does not. */
export type Office = Extract<ActionRole, "owner" | "moderator" | "facilitator">;

/** Moderators look after all of a community, facilitators after their debate. */
export function officeOf(standing: Standing, debate: FacilitatedDebate | null): Office | null {
  if (standing.role === "owner" || standing.role === "moderator") return standing.role;
  return debate !== null && mayFacilitate(standing, debate) ? "facilitator" : null;
}

interface CaseFacts {
  /** Whose content it is, or who is reported. */
  readonly authorId: string | null;
}

/** Nobody decides about their own content, or about flags against them. */
export function isOwnCase({ participantId }: Standing, { authorId }: CaseFacts): boolean {
  return participantId !== null && participantId === authorId;
}

const inSight: readonly SubjectKind[] = ["claim", "position", "comment", "evidence", "statement"];
const ofSomebody: readonly SubjectKind[] = [
  ...inSight,
  "question",
  "profile",
  "project",
  "testimony",
  "answer",
];
/** Who reported an incident may have asked not to be named: what is done to a person would name them. */
const anything: readonly SubjectKind[] = [...ofSomebody, "group-name", "incident"];

const lockable: readonly SubjectKind[] = ["claim", "position", "comment", "statement", "question"];

/** What can be done to what. What is done to a person can follow from anything of theirs. */
const uses: Record<ActionKind, readonly SubjectKind[]> = {
  hold: [],
  hide: anything,
  remove: anything,
  restore: anything,
  "edit-request": [...inSight, "question"],
  move: ["claim"],
  merge: ["claim", "statement"],
  split: ["claim"],
  pin: ["claim"],
  lock: lockable,
  unlock: lockable,
  warn: ofSomebody,
  "rate-limit": ofSomebody,
  suspend: ofSomebody,
  dismiss: anything,
};

/** Facilitators keep their debate in order; removing, and what is done to people, is for moderators. */
const ofFacilitators: readonly ActionKind[] = [
  "hide",
  "restore",
  "edit-request",
  "move",
  "merge",
  "split",
  "pin",
  "lock",
  "unlock",
  "dismiss",
];

const ofPeople: readonly ActionKind[] = ["warn", "rate-limit", "suspend"];

/** What decides whether something is read. */
export const verdicts: readonly ActionKind[] = ["hide", "remove", "restore", "dismiss"];

/** What keeps words out of sight by somebody's decision. */
export const putsAway = (kind: ActionKind): kind is "hide" | "remove" =>
  kind === "hide" || kind === "remove";

/** What keeps somebody from writing for a time. */
export const isSanction = (kind: ActionKind): kind is "rate-limit" | "suspend" =>
  kind === "rate-limit" || kind === "suspend";

const forBetter: readonly ActionKind[] = ["dismiss", "restore", "unlock"];

/** What takes nothing from anybody. */
export const isForBetter = ({ kind }: { readonly kind: ActionKind }): boolean =>
  forBetter.includes(kind);

/** What is done to somebody who is a member now, or to what they show of themselves. */
export const concernsMember = (kind: ActionKind, subject: SubjectKind): boolean =>
  ofPeople.includes(kind) || (subject === "profile" && (kind === "hide" || kind === "remove"));

/** Moderators hold members to the rules, owners everybody. */
export function maySanction(office: Office, role: Role): boolean {
  return office === "owner" || (office === "moderator" && role === "member");
}

/** Who holds somebody in a role to the rules. */
export const rolesThatSanction = (role: Role): readonly Role[] =>
  (["owner", "moderator"] as const).filter((office) => maySanction(office, role));

/** What was removed for good is kept nowhere, so nobody shows it again. */
export const comesBack = (
  now: { readonly state: ContentState; readonly kept: unknown } | undefined,
): boolean => now !== undefined && (now.state === "collapsed" || now.kept !== null);

export interface Circumstances {
  readonly subjectKind: SubjectKind;
  /** Whether something about it waits to be decided. */
  readonly hasItem: boolean;
  /** Whether it is folded or out of sight. */
  readonly isMarked: boolean;
  readonly isLocked: boolean;
  /** Whether a member wrote it, who is known to: experts need not be members. */
  readonly hasAuthor: boolean;
  /** Of the debate that it is in. */
  readonly phase: Phase | null;
}

/** Claims are put elsewhere, joined and taken apart while people argue. */
const isArgued = ({ phase }: Circumstances): boolean => phase === "deliberation";

/** Statements are joined as long as others can be proposed: nothing moves any more once people come to vote. */
const takesStatements = ({ phase }: Circumstances): boolean =>
  phasesToAddStatements.some((one) => one === phase);

/** What is done only as things are. */
const onlyWhere: Partial<Record<ActionKind, (facts: Circumstances) => boolean>> = {
  move: isArgued,
  merge: (facts) => (facts.subjectKind === "statement" ? takesStatements : isArgued)(facts),
  split: isArgued,
  pin: ({ phase }) => phase !== null && phase !== "archived",
  lock: ({ isLocked }) => !isLocked,
  unlock: ({ isLocked }) => isLocked,
  dismiss: ({ hasItem }) => hasItem,
  restore: ({ isMarked }) => isMarked,
  warn: ({ hasAuthor }) => hasAuthor,
  "rate-limit": ({ hasAuthor }) => hasAuthor,
  suspend: ({ hasAuthor }) => hasAuthor,
};

/** What somebody in an office can do about a thing as it is. */
export function actsFor(office: Office | null, facts: Circumstances): ActionKind[] {
  if (office === null) return [];
  return (Object.keys(uses) as ActionKind[]).filter(
    (kind) =>
      uses[kind].includes(facts.subjectKind) &&
      (office !== "facilitator" || ofFacilitators.includes(kind)) &&
      (onlyWhere[kind]?.(facts) ?? true),
  );
}

interface Claimable {
  readonly status: ItemStatus;
  readonly claimedById: string | null;
  readonly claimedUntil: Date | null;
}

/** For a quarter of an hour an item is decided by nobody but who took it. */
export function isTakenFrom(
  { participantId }: Standing,
  { claimedById, claimedUntil }: Claimable,
  now: Date,
): boolean {
  return (
    claimedById !== null &&
    claimedById !== participantId &&
    claimedUntil !== null &&
    claimedUntil > now
  );
}

interface Done {
  readonly kind: ActionKind;
  readonly actorId: string | null;
  readonly authorId: string | null;
  readonly state: ActionState;
  readonly createdAt: Date;
  readonly role?: ActionRole;
}

const hour = 3_600_000;

/** Whoever acted takes it back within a day; nobody else does, and nobody in their own case. */
export function mayUndo(standing: Standing, action: Done, now: Date): boolean {
  return (
    isMember(standing) &&
    action.actorId === standing.participantId &&
    action.state === "in-force" &&
    !isOwnCase(standing, action) &&
    now.getTime() < action.createdAt.getTime() + moderationLimits.undoHours * hour
  );
}

const appealable: readonly ActionKind[] = [
  "hide",
  "remove",
  "edit-request",
  "move",
  "merge",
  "split",
  "lock",
  "warn",
  "rate-limit",
  "suspend",
];

/** Until when an action can be appealed; null for what decides nothing yet, or against nobody, or what a jury found. */
export function appealableUntil({ kind, authorId, createdAt, role }: Done): Date | null {
  if (authorId === null || role === "jury" || !appealable.includes(kind)) return null;
  return new Date(createdAt.getTime() + moderationLimits.appealDays * 24 * hour);
}

/** Whom an action concerns appeals against it, also when its time is over. */
export function mayAppeal(standing: Standing, action: Done, now: Date): boolean {
  const until = appealableUntil(action);
  const stands = action.state === "in-force" || action.state === "ended";
  return isOwnCase(standing, action) && stands && until !== null && now < until;
}

/** Reasons, and what is out of sight, are read by whom they concern and by those who moderate. */
export const mayReadReasons = (isOwn: boolean, office: Office | null): boolean =>
  isOwn || office !== null;

/** Whoever looks after the whole community sees all of the queue. */
export const seesAll = isModerator;
