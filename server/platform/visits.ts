import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from "node:crypto";
import { parse, serialize } from "cookie";
import type { Db } from "#db/client.ts";
import { visitLastsDays } from "#shared/contract/visitors.ts";
import type { Actor, Visit } from "./actor.ts";
import { because, Refusal } from "./problem.ts";
import { hasEnded } from "./visit-store.ts";

const dayMs = 86_400_000;
const form =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,6})(?:\.(\d{1,2}))?\.([\w-]{43})$/;

/** Without a proof as before there were any, so that those cookies still count. */
const textOf = (id: string, day: string, bits: string | undefined): string =>
  [id, day, ...(bits === undefined ? [] : [bits])].join(".");

interface Signing {
  readonly secretKey: string;
  /** Whether the site is reached by TLS. */
  readonly isSecure: boolean;
}

/**
 * Visits by an HttpOnly cookie: a random id, the day on which it was made and the proof of work that was given, signed. The server keeps
 * no list of them; an id that it did not make has no valid signature.
 */
export function createVisits({ secretKey, isSecure }: Signing) {
  const key = Buffer.from(hkdfSync("sha256", secretKey, "", "folkmoot visits", 32));
  const prefix = isSecure ? "__Host-" : "";
  const own = {
    name: `${prefix}folkmoot-visit`,
    to: { sameSite: "strict", secure: isSecure },
  } as const;
  /** For our page inside one of another site: browsers keep and send it only there, apart for each of these sites (CHIPS). */
  const framed = {
    name: `${prefix}folkmoot-framed-visit`,
    to: { sameSite: "none", secure: true, partitioned: true },
  } as const;
  const sign = (text: string) => createHmac("sha256", key).update(text).digest();
  const toCookie = ({ name, to }: typeof own | typeof framed, value: string, maxAge: number) =>
    serialize(name, value, { path: "/", httpOnly: true, ...to, maxAge });

  function stateOf(value: string, now: Date): Visit {
    const [, id = "", day = "", bits, signature = ""] = form.exec(value) ?? [];
    const right = sign(textOf(id, day, bits));
    const shown = Buffer.from(signature, "base64url");
    if (shown.length !== right.length || !timingSafeEqual(shown, right)) return { state: "forged" };
    const age = now.getTime() / dayMs - Number(day);
    return age > visitLastsDays
      ? { state: "stale" }
      : { state: "begun", id, proofBits: Number(bits ?? 0) };
  }

  return {
    /** What this `Cookie` header shows; undefined where it shows nothing. */
    read(cookieHeader: string | undefined, now: Date): Visit | undefined {
      if (!cookieHeader?.includes("folkmoot-")) return undefined;
      const cookies = parse(cookieHeader);
      const values = [cookies[own.name], cookies[framed.name]];
      const shown = values.flatMap((value) => (value === undefined ? [] : stateOf(value, now)));
      return shown.find(({ state }) => state === "begun") ?? shown[0];
    },
    /** The `Set-Cookie` header of a visit, a new one unless said; with the proof that it has given. The id tells no time. */
    begin(
      now: Date,
      { id = randomUUID() as string, proofBits = 0, isFramed = false } = {},
    ): string {
      const day = String(Math.floor(now.getTime() / dayMs));
      const text = textOf(id, day, proofBits === 0 ? undefined : String(proofBits));
      const signature = sign(text).toString("base64url");
      const cookie = isFramed ? framed : own;
      return toCookie(cookie, `${text}.${signature}`, visitLastsDays * (dayMs / 1_000));
    },
    /** The `Set-Cookie` headers that take the cookies away. */
    blankCookies: (): string[] => [own, framed].map((cookie) => toCookie(cookie, "", 0)),
  };
}

export type Visits = ReturnType<typeof createVisits>;

type Begun = Extract<Visit, { state: "begun" }>;

/** The visit that the caller has begun; null where there is none. One that does not count is refused, with its reason. */
export async function visitOf({ db }: { readonly db: Db }, actor: Actor): Promise<Begun | null> {
  if (actor.kind !== "visitor" || !actor.visit) return null;
  const { visit } = actor;
  if (visit.state !== "begun") {
    throw new Refusal("visit-unknown", because(`visit-${visit.state}`, { days: visitLastsDays }));
  }
  if (await hasEnded(db, visit.id)) throw new Refusal("visit-unknown", because("visit-ended"));
  return visit;
}

/** The same for what anybody may read: what does not count is as good as nothing. */
export function shownVisit(actor: Actor): string | null {
  return actor.kind === "visitor" && actor.visit?.state === "begun" ? actor.visit.id : null;
}
