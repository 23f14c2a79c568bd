/** What a browser shows of a visit without an account. */
export type Visit =
  | {
      readonly state: "begun";
      readonly id: string;
      /** How many zero bits the proof of work had that its browser gave. */
      readonly proofBits: number;
    }
  | { readonly state: "forged" | "stale" };

/** Somebody who is not signed in; with the visit that the browser shows, where it shows one. */
export interface Visitor {
  readonly kind: "visitor";
  readonly visit?: Visit;
}

/** Somebody who is. `sessionId` is the public id of the session, never its secret. */
export interface SignedIn {
  readonly kind: "account";
  readonly accountId: string;
  readonly sessionId: string;
  readonly isOperator: boolean;
  readonly isConfirmed: boolean;
}

export type Actor = Visitor | SignedIn;
export const visitor: Visitor = { kind: "visitor" };

export type Role = "owner" | "moderator" | "member";

/** How an actor stands in one community: role and participant are null for who is no member. */
export interface Standing {
  readonly communityId: string;
  readonly slug: string;
  readonly isSignedIn: boolean;
  readonly isPrivate: boolean;
  readonly role: Role | null;
  readonly participantId: string | null;
  readonly name: string | null;
  /** Until when moderators let somebody read only. */
  readonly suspendedUntil?: Date | null;
}

export interface MemberStanding extends Standing {
  readonly role: Role;
  readonly participantId: string;
  readonly name: string;
}

export function isMember(standing: Standing): standing is MemberStanding {
  return standing.role !== null;
}

/** A private community does not exist for those who are no members. */
export function maySee(standing: Standing | null): standing is Standing {
  return standing !== null && (!standing.isPrivate || standing.role !== null);
}

/** Moderators and owners look after a community. */
export function isModerator(standing: Standing): boolean {
  return standing.role === "moderator" || standing.role === "owner";
}
