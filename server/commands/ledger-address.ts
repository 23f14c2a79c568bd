import { z } from "zod";
import { jsonAt, Problem } from "./published.ts";

const form = "https://<host>/c/<name> or https://<host>/api/communities/<id>";

/** Where a community's ledger is, by the address of its page or of its programs' interface. */
export async function ledgerAddress(place: string): Promise<string> {
  const { origin, pathname } = new URL(place);
  const [, id] = /^\/api\/communities\/([0-9a-f-]{36})(\/|$)/.exec(pathname) ?? [];
  if (id !== undefined) return `${origin}/api/communities/${id}/ledger`;
  const [, slug] = /^\/c\/([^/]+)/.exec(pathname) ?? [];
  if (slug === undefined) throw new Problem(`${place} is no address of a community: ${form}`);
  const found = z
    .object({ id: z.uuid() })
    .safeParse(await jsonAt(`${origin}/api/communities/by-slug/${slug}`));
  if (!found.data) throw new Problem(`${place} is no community that is for all to see.`);
  return `${origin}/api/communities/${found.data.id}/ledger`;
}
