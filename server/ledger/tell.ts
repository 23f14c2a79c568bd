import { communityRoom } from "#shared/contract/event.ts";
import { ledgerSigned } from "#shared/contract/ledger.ts";
import type { Hub } from "../platform/hub.ts";

interface Signed {
  readonly communityId: string;
  readonly size: number;
}

/** Tells whoever looks at a community that its ledger was signed at this size, by this server or by a witness. */
export function tellSigned({ hub }: { readonly hub: Hub }, signed: Signed): void {
  hub.fold(ledgerSigned, { room: communityRoom(signed) }, async () => signed);
}
