import type { endVisit as contract } from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";

/** Takes the cookie away, as at a machine that others use too: what they sign in to must not inherit the visit. */
export async function endVisit(
  { visits }: Deps,
  { reply }: Call<typeof contract>,
): Promise<undefined> {
  if (visits) void reply.header("set-cookie", visits.blankCookies());
}
