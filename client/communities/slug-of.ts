import { communityLimits } from "#shared/contract/communities.ts";

/** The address that suits a name; empty where the name has no Latin letters. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, communityLimits.slug)
    .replaceAll(/^-+|-+$/g, "");
}
