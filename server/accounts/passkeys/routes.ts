import * as passkeys from "#shared/contract/passkeys.ts";
import type { Deps } from "../../deps.ts";
import type { Mount } from "../../platform/mount.ts";
import { addPasskey, beginPasskey } from "./add-passkey.ts";
import { endPasskey } from "./end-passkey.ts";
import { askPasskey, signInByPasskey } from "./sign-in-by-passkey.ts";

export function passkeyRoutes(mount: Mount, deps: Deps): void {
  mount(passkeys.beginPasskey, (call) => beginPasskey(deps, call));
  mount(passkeys.addPasskey, (call) => addPasskey(deps, call));
  mount(passkeys.endPasskey, (call) => endPasskey(deps, call));
  mount(passkeys.askPasskey, (call) => askPasskey(deps, call));
  mount(passkeys.signInByPasskey, (call) => signInByPasskey(deps, call));
}
