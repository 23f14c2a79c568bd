import { runNamed, type Db } from "#db/client.ts";
import type { Secrecy } from "#shared/contract/decisions.ts";
import type { DebateFacts } from "../debates/public.ts";
import type { DecisionIds, DecisionRow } from "./store.ts";

export interface BallotPaperRow extends DecisionIds {
  readonly debateId: string;
  readonly status: DecisionRow["status"];
  readonly secrecy: Secrecy;
  readonly reasons: DecisionRow["reasons"];
  readonly settings: unknown;
  readonly options: readonly string[];
  readonly sealedKey: string | null;
  /** What it takes to know who may read of it. */
  readonly debate: DebateFacts;
}

const text = `
select decision.community_id as "communityId", decision.id as "decisionId",
  decision.debate_id as "debateId", decision.status, decision.secrecy, decision.reasons, decision.settings,
  array(
    select option.id from decision_options option
    where option.community_id = decision.community_id and option.decision_id = decision.id
    order by option."order"
  ) as options,
  (
    select sealed from decision_keys key
    where key.community_id = decision.community_id and key.decision_id = decision.id
  ) as "sealedKey",
  jsonb_build_object(
    'phase', debate.phase, 'archivedFrom', debate.archived_from, 'authorId', debate.author_id
  ) as debate
from unnest($1::uuid[], $2::uuid[]) as asked (community_id, decision_id)
join decisions decision on decision.community_id = asked.community_id and decision.id = asked.decision_id
join debates debate on debate.community_id = decision.community_id and debate.id = decision.debate_id`;

/** What ballots of these decisions are filled in against, and the keys that their ids are made with. */
export const papersOf = (db: Db, asked: readonly DecisionIds[]): Promise<BallotPaperRow[]> =>
  runNamed<BallotPaperRow>(db, {
    name: "ballot-papers",
    text,
    values: [
      asked.map(({ communityId }) => communityId),
      asked.map(({ decisionId }) => decisionId),
    ],
  });
