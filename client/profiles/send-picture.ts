import type { Problem } from "#shared/contract/problem.ts";
import { changePicture, type Profile } from "#shared/contract/profiles.ts";
import { pathOf } from "#shared/contract/request.ts";
import { ApiError, OfflineError } from "../lib/api.ts";

/** Sends a picture of oneself. Throws `ApiError` or `OfflineError`. */
export async function sendPicture(communityId: string, file: File): Promise<Profile> {
  const body = new FormData();
  body.append("picture", file);
  const { method } = changePicture;
  const path = pathOf(changePicture, { params: { communityId } });
  const response = await fetch(path, { method, body, credentials: "same-origin" }).catch(
    (error: unknown) => {
      throw new OfflineError(error);
    },
  );
  if (response.ok) return (await response.json()) as Profile;
  throw new ApiError((await response.json()) as Problem);
}
