import type { readFarewell as contract } from "#shared/contract/leaving.ts";
import { hasOtherOperator } from "../accounts/public.ts";
import { placesOfAccount } from "../communities/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { isOnlyOperator } from "./policy.ts";

/** What would become of one's communities, for the page on which one thinks it over. */
export async function readFarewell({ db, env }: Deps, { actor }: Call<typeof contract>) {
  const { accountId, isOperator } = actor;
  const hasOther = await hasOtherOperator(db, accountId);
  const isNamedBySettings = env.OPERATOR_EMAIL !== undefined;
  return {
    ...(await placesOfAccount(db, accountId)),
    isOnlyOperator: isOnlyOperator({ isOperator, hasOther, isNamedBySettings }),
  };
}
