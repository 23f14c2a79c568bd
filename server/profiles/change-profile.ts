import type { FastifyRequest } from "fastify";
import type {
  changeBio as bioContract,
  changePicture as pictureContract,
  removePicture as removalContract,
} from "#shared/contract/profiles.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { refuseHidden } from "../platform/moderated.ts";
import { because, Refusal } from "../platform/problem.ts";
import { pictureOf } from "./picture.ts";
import { findPerson, holdMember, saveProfile } from "./store.ts";
import { profileView } from "./view.ts";

/** Says who one is, in this community alone. */
export function changeBio(deps: Deps, { standing, body }: Call<typeof bioContract>) {
  return change(deps, standing, { bio: body.bio });
}

/** Shows a picture of oneself, in this community alone. */
export async function changePicture(
  deps: Deps,
  { standing, request }: Call<typeof pictureContract>,
) {
  return change(deps, standing, await pictureOf(await receive(request)));
}

export function removePicture(deps: Deps, { standing }: Call<typeof removalContract>) {
  return change(deps, standing, { picture: null, pictureHash: null });
}

function change(deps: Deps, standing: MemberStanding, shown: Parameters<typeof saveProfile>[2]) {
  const { communityId, participantId } = standing;
  const key = { communityId, participantId };
  return deps.transact(async (tx) => {
    // A picture can be long on its way: who has gone meanwhile shows nothing here any more.
    if (!(await holdMember(tx.db, key))) {
      throw new Refusal(standing.isPrivate ? "not-found" : "not-a-member");
    }
    refuseHidden((await findPerson(tx.db, key))?.moderation);
    await saveProfile(tx.db, key, shown);
    if (shown.bio !== undefined) {
      const subject = { kind: "profile" as const, id: participantId };
      await deps.screen(tx, { standing, subject, isEdit: true });
    }
    const person = await findPerson(tx.db, key);
    if (!person) throw new Refusal("not-found");
    return profileView(person, standing);
  });
}

/** The one file of the form, which is small enough to be held. */
async function receive(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) {
    throw new Refusal("unsupported-media-type", { detail: "Send multipart/form-data." });
  }
  try {
    const file = await request.file();
    if (file) return await file.toBuffer();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "FST_REQ_FILE_TOO_LARGE") {
      throw new Refusal("too-large", because("picture-too-large"));
    }
    if (code !== undefined && !code.startsWith("FST_")) throw error;
  }
  throw new Refusal("invalid-request", { detail: "The form holds no picture." });
}
