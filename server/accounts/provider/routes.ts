import * as contract from "#shared/contract/provider.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { completeProvider } from "./complete-provider.ts";
import { endIdentity } from "./end-identity.ts";
import { setOut } from "./flow.ts";
import { beginLink } from "./link.ts";

export function providerRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readProvider, async () => ({ name: deps.provider?.name ?? null }));
  mount(contract.beginProviderSignIn, (call) => setOut(deps, call, null));
  mount(contract.beginLink, (call) => beginLink(deps, call));
  mount(contract.completeProvider, (call) => completeProvider(deps, call));
  mount(contract.endIdentity, (call) => endIdentity(deps, call));
}
