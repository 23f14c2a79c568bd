import type { Db } from "#db/client.ts";
import type { Subject, SubjectKind } from "#shared/contract/moderated.ts";
import type { StatementMode } from "#shared/contract/phases.ts";
import {
  type FacilitatedDebate,
  moderatedInDebates,
  readableDebate,
  withFacilitators,
} from "../debates/public.ts";
import { moderatedProjects } from "../funding/public.ts";
import { moderatedIncidents } from "../incident-reports/public.ts";
import { moderatedNames } from "../opinions/public.ts";
import { moderatedInHearings } from "../panel-hearings/public.ts";
import type { Standing } from "../platform/actor.ts";
import type { Moderated, ModeratedKind } from "../platform/moderated.ts";
import { Refusal } from "../platform/problem.ts";
import { moderatedProfiles } from "../profiles/public.ts";
import { moderatedStatements } from "../statements/public.ts";

/** What can be flagged and acted on. Each feature knows its own; a kind without one does not compile. */
export const kinds: Record<SubjectKind, ModeratedKind> = {
  ...moderatedInDebates,
  statement: moderatedStatements,
  profile: moderatedProfiles,
  "group-name": moderatedNames,
  incident: moderatedIncidents,
  project: moderatedProjects,
  ...moderatedInHearings,
};

/** Whether something is a reader's own; also where nobody else is told whose it is. */
export async function isOwn(
  db: Db,
  { communityId, participantId }: Standing,
  { subject, authorId }: Pick<Moderated, "subject" | "authorId">,
): Promise<boolean> {
  if (participantId === null) return false;
  if (authorId !== null) return participantId === authorId;
  const isBy = await kinds[subject.kind].isBy?.(db, { communityId, id: subject.id }, participantId);
  return isBy ?? false;
}

export interface Place {
  readonly thing: Moderated;
  /** The debate that it is in, with those who look after it. */
  readonly debate: (FacilitatedDebate & { readonly statementMode: StatementMode }) | null;
}

/** A thing where it is, for who may read there; for others the same refusal as for none. */
export async function placeOf(
  db: Db,
  standing: Standing,
  { communityId, subject }: { readonly communityId: string; readonly subject: Subject },
): Promise<Place> {
  const thing = await kinds[subject.kind].find(db, { communityId, id: subject.id });
  if (!thing) throw new Refusal("not-found");
  const { debateId } = thing;
  if (debateId === null) return { thing, debate: null };
  const debate = await readableDebate({ db }, standing, { communityId, debateId });
  return { thing, debate: await withFacilitators(db, debate) };
}

/** The same; nothing for who may not read there, as where a debate was put away as a draft since. */
export async function placeIfReadable(
  db: Db,
  standing: Standing,
  where: { readonly communityId: string; readonly subject: Subject },
): Promise<Place | undefined> {
  try {
    return await placeOf(db, standing, where);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return undefined;
    throw error;
  }
}
