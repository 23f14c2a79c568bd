import { createHash, randomBytes } from "node:crypto";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { uuidv7 } from "uuidv7";
import type { Db } from "#db/client.ts";
import { type Actor, visitor } from "./actor.ts";
import { createBatch } from "./batch.ts";
import { brief } from "./brief.ts";
import type { RightsWatch } from "./rights-watch.ts";
import {
  deleteExpiredSessions,
  deleteSessionByHash,
  deleteSessionsOf,
  extendSession,
  findSessions,
  livingSessions,
  longestMs,
  saveSession,
  touchSession,
} from "./session-store.ts";

const idleDays = 14;
const touchEveryMs = 60_000;

interface SessionAttributes {
  publicId: string;
  device: string;
  createdAt: Date;
  lastUsedAt: Date;
}

interface UserAttributes {
  isOperator: boolean;
  isConfirmed: boolean;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** What a database row is found by; the id itself is known to the browser alone. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Lucia's adapter, so that the database never sees a session id, only its hash. */
function hashingAdapter(db: Db): Adapter {
  // A question costs more than what it asks for: while one is under way, the others gather for the next.
  const find = createBatch((idHashes: readonly string[]) => findSessions(db, idHashes), {
    lanes: 1,
  });
  return {
    async getSessionAndUser(id) {
      const row = await find(hashSecret(id));
      if (!row) return [null, null];
      const { accountId, expiresAt, publicId, device, createdAt, lastUsedAt } = row;
      const { isOperator, emailConfirmedAt } = row;
      const attributes = { publicId, device, createdAt, lastUsedAt };
      const user = { isOperator, isConfirmed: emailConfirmedAt !== null };
      return [
        { id, userId: accountId, expiresAt, attributes },
        { id: accountId, attributes: user },
      ];
    },
    // Ids can't be listed, as only hashes are known; sessions are listed by their public ids.
    getUserSessions: async () => [],
    async setSession({ id, userId, expiresAt, attributes }) {
      await saveSession(db, {
        idHash: hashSecret(id),
        accountId: userId,
        expiresAt,
        ...attributes,
      });
    },
    updateSessionExpiration: (id, expiresAt) => extendSession(db, hashSecret(id), expiresAt),
    deleteSession: (id) => deleteSessionByHash(db, hashSecret(id)),
    deleteUserSessions: (userId) => deleteSessionsOf(db, userId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, new Date()),
  };
}

function createLucia(db: Db, secure: boolean) {
  return new Lucia(hashingAdapter(db), {
    sessionExpiresIn: new TimeSpan(idleDays, "d"),
    sessionCookie: {
      name: secure ? "__Host-folkmoot" : "folkmoot",
      attributes: { sameSite: "lax", path: "/", secure },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}

interface Resolved {
  readonly actor: Actor;
  /**
   * A `Set-Cookie` header, when the session was renewed. The cookie of one that has ended stays: its
   * answer might come after the one that brought the cookie of the next.
   */
  readonly cookie?: string;
}

/**
 * Sessions by an HttpOnly cookie. Ended by 14 days without use, or 90 days in all (12 hours for an
 * operator). What was found out about a session is believed for as long as rights are.
 * @param secure whether the site is reached by TLS
 */
export function createSessions(db: Db, secure: boolean, rights: Pick<RightsWatch, "believedMs">) {
  const lucia = createLucia(db, secure);
  const known = brief(resolveCookie, rights.believedMs);
  const blank = () => lucia.createBlankSessionCookie().serialize();

  /** Anybody can send a cookie that no cookie parser reads; it is none of ours. */
  function readId(cookieHeader: string): string | null {
    try {
      return lucia.readSessionCookie(cookieHeader);
    } catch {
      return null;
    }
  }

  async function resolveCookie(cookieHeader: string): Promise<Resolved> {
    const id = readId(cookieHeader);
    if (!id) return { actor: visitor };
    const { session, user } = await lucia.validateSession(id);
    const now = new Date();
    if (!session || now.getTime() - session.createdAt.getTime() > longestMs(user.isOperator)) {
      return { actor: visitor };
    }
    if (now.getTime() - session.lastUsedAt.getTime() > touchEveryMs) {
      await touchSession(db, hashSecret(id), now);
    }
    const { isOperator, isConfirmed } = user;
    const actor = {
      kind: "account",
      accountId: user.id,
      sessionId: session.publicId,
      isOperator,
      isConfirmed,
    } as const;
    if (!session.fresh) return { actor };
    return { actor, cookie: lucia.createSessionCookie(id).serialize() };
  }

  return {
    /** Who sends this `Cookie` header. */
    async resolve(cookieHeader: string | undefined): Promise<Resolved> {
      return cookieHeader ? known.get(cookieHeader) : { actor: visitor };
    },
    /** Begins a session under a new id; gives the `Set-Cookie` header and the public id. */
    async begin(accountId: string, device: string) {
      const now = new Date();
      const publicId = uuidv7();
      const session = await lucia.createSession(
        accountId,
        { publicId, device, createdAt: now, lastUsedAt: now },
        { sessionId: randomBytes(32).toString("base64url") },
      );
      return { cookie: lucia.createSessionCookie(session.id).serialize(), publicId };
    },
    /** The `Set-Cookie` header that removes the cookie. */
    blankCookie: blank,
    /** To be called whenever sessions were ended, or what they carry has changed. */
    forget: () => known.forgetAll(),
    /** Which of these sessions, by public id, still live. */
    living: (publicIds: readonly string[]) => livingSessions(db, publicIds, new Date()),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
