import { readPicture } from "#shared/contract/profiles.ts";
import { pathOf } from "#shared/contract/request.ts";

interface Pictured {
  readonly communityId: string;
  readonly participantId: string;
  /** What the address ends with; null where there is no picture. */
  readonly hash: string | null;
}

/** Where somebody's picture is. */
export function pictureAddress({ communityId, participantId, hash }: Pictured): string | null {
  return hash && pathOf(readPicture, { params: { communityId, participantId, hash } });
}
