import type { editDebate as contract } from "#shared/contract/debates.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { refuseHidden } from "../platform/moderated.ts";
import { because, Refusal } from "../platform/problem.ts";
import { checkTopic } from "../topics/public.ts";
import { isPublished, mayEditDebate, maySeeDebate } from "./policy.ts";
import { screenQuestion } from "./screen-question.ts";
import { tellChanged } from "./tell-changed.ts";
import { type DebateRow, lockDebate, updateDebate } from "./store.ts";
import { viewDebate } from "./view.ts";

/** Changes what a debate asks. An edit that changes nothing is done already, whatever the version. */
export async function editDebate(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const { version, ...wanted } = body;
  return deps.transact(async (tx) => {
    const debate = await lockDebate(tx.db, params);
    if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
    if (!mayEditDebate(standing, debate)) {
      throw new Refusal("not-allowed", because("question-wording"));
    }
    const change = withoutSame(debate, wanted);
    if (Object.keys(change).length > 0) {
      refuseHidden(debate.moderation);
      if (debate.version !== version) throw new Refusal("stale-version");
      if (change.topic !== undefined) {
        await checkTopic(tx.db, { ...params, topic: change.topic });
      }
      await updateDebate(tx.db, params, { ...change, version: version + 1 });
      if (isPublished(debate)) {
        await tx.act({
          communityId: params.communityId,
          kind: "debate.edited",
          actor: standing.participantId,
          subject: params.debateId,
          payload: { fields: Object.keys(change) },
        });
      }
      await tellChanged(tx, params);
      const isReworded = "question" in change || "context" in change;
      if (isPublished(debate) && isReworded) {
        await screenQuestion(deps, tx, { standing, debateId: params.debateId, isEdit: true });
      }
    }
    return viewDebate(tx.db, standing, params);
  }, once);
}

type Wanted = Omit<Call<typeof contract>["body"], "version">;

/** What of an edit differs from how it is. */
function withoutSame(debate: DebateRow, wanted: Wanted): Partial<DebateRow> {
  const given = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && debate[field as keyof Wanted] !== value,
  );
  return Object.fromEntries(given) as Partial<DebateRow>;
}
