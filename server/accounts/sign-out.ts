import type { signOut as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { endPresentSession } from "./begin-session.ts";

/** Ends this session and takes the cookie away; does no harm to a visitor. */
export async function signOut(deps: Deps, { request, reply }: Call<typeof contract>) {
  await endPresentSession(deps, request);
  void reply.header("set-cookie", deps.sessions.blankCookie());
}
