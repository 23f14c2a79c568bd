import type {
  listClaimRevisions as claimContract,
  listPositionRevisions as positionContract,
  Revision,
} from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { findClaim } from "./claim-store.ts";
import { findPosition } from "./position-store.ts";
import { readableDebate } from "./public.ts";
import { revisionsOf } from "./revision-store.ts";
import { acceptancesOf } from "./suggestions/suggestion-store.ts";
import { findAuthor } from "./view-store.ts";

interface Subject {
  readonly communityId: string;
  readonly id: string;
  readonly authorId: string;
  /** Who worded it as it stands, where that is not its author. */
  readonly editorId?: string | null;
  readonly text: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
}

/** What a claim said in each version. */
export async function listClaimRevisions(
  deps: Deps,
  { standing, params }: Call<typeof claimContract>,
) {
  await readableDebate(deps, standing, params);
  const [{ items }, acceptances] = await Promise.all([
    revisions(deps, await findClaim(deps.db, params)),
    acceptancesOf(deps.db, params),
  ]);
  return {
    items: items.map((revision) => {
      const acceptedBy = acceptances.get(revision.version);
      return acceptedBy ? { ...revision, acceptedBy } : revision;
    }),
  };
}

/** What a position said in each version: its title, then its text. */
export async function listPositionRevisions(
  deps: Deps,
  { standing, params }: Call<typeof positionContract>,
) {
  await readableDebate(deps, standing, params);
  const position = await findPosition(deps.db, params);
  return revisions(
    deps,
    position && { ...position, text: [position.title, position.text].filter(Boolean).join("\n\n") },
  );
}

/** What something said in each version, by whom, the latest first. */
export async function revisions({ db }: Deps, subject: Subject | undefined) {
  if (!subject) throw new Refusal("not-found");
  if (subject.withdrawnAt !== null) throw new Refusal("withdrawn");
  const { communityId, id, authorId, editorId } = subject;
  const former = await revisionsOf(db, { communityId, subjectId: id });
  const editor = await findAuthor(db, { communityId, id: editorId ?? authorId });
  if (!editor) throw new Error("an author is a participant");
  const items: Revision[] = [];
  let at = subject.createdAt;
  for (const { until, ...revision } of former) {
    items.unshift({ ...revision, at: at.toISOString() });
    at = until;
  }
  const { version, text } = subject;
  return { items: [{ version, text, editor, at: at.toISOString() }, ...items] };
}
