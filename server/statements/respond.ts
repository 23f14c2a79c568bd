import {
  type GivenResponse as GivenResponseView,
  phasesToRespond,
  type respond as contract,
  type ResponseValue,
} from "#shared/contract/statements.ts";
import type { respondAsVisitor as visitorContract } from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import { openToVisitors, proofBitsOf, readableDebate } from "../debates/public.ts";
import { refuseUnlisted } from "../embedding/public.ts";
import { createBatch } from "../platform/batch.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { visitOf } from "../platform/visits.ts";
import { type GivenResponse, type RespondedStatement, saveResponses } from "./response-store.ts";
import type { StatementIds } from "./store.ts";
import { tellTotals } from "./tell-totals.ts";
import { countedVisitors } from "./view.ts";

/** Responses that arrive together share one statement and one commit; each is answered after it. */
function saving({ db }: Deps, isVisitor: boolean) {
  // A statement's counts are held until the commit: a second run at the same time would only wait for the first.
  return createBatch<GivenResponse, RespondedStatement | undefined>(
    (given) => saveResponses(db, given, { openPhases: phasesToRespond, isVisitor }),
    { lanes: 1 },
  );
}

/** Agree, disagree or pass. Giving the same response again changes nothing. */
export function responding(deps: Deps) {
  const save = saving(deps, false);

  return async ({ standing, params, body: { value } }: Call<typeof contract>) => {
    const { participantId } = standing;
    const saved = await save({ ...params, participantId, value });
    if (!saved?.isShown) throw new Refusal("not-found");
    if (!saved.isOpen) {
      await readableDebate(deps, standing, params);
      throw new Refusal("phase-forbids");
    }
    return answer(deps, saved, { ...params, value });
  };
}

/** The same without an account, where the debate allows it, in a visit that was begun. */
export function respondingAsVisitor(deps: Deps) {
  const save = saving(deps, true);

  return async (call: Call<typeof visitorContract>) => {
    const { actor, standing, params, query } = call;
    const { value } = call.body;
    const visit = await visitOf(deps, actor);
    if (visit === null) {
      await openToVisitors(deps, standing, params);
      throw new Refusal("visit-unknown", because("visit-missing"));
    }
    if (visit.proofBits < (await proofBitsOf(deps.db, params))) {
      await openToVisitors(deps, standing, params);
      throw new Refusal("proof-needed", because("proof-missing"));
    }
    await refuseUnlisted(deps, params, query.framedBy);
    const saved = await save({ ...params, participantId: visit.id, value });
    if (!saved?.isShown) throw new Refusal("not-found");
    if (!saved.isOpen) {
      await openToVisitors(deps, standing, params);
      throw new Refusal("phase-forbids");
    }
    return answer(deps, saved, { ...params, value });
  };
}

function answer(
  deps: Deps,
  saved: RespondedStatement,
  given: StatementIds & { readonly value: ResponseValue },
): GivenResponseView {
  if (saved.isWithdrawn) throw new Refusal("withdrawn");
  tellTotals(deps, given);
  deps.opinionMaps.changed({ communityId: given.communityId, debateId: given.debateId });
  const { statementId, value } = given;
  const { counts, visitors } = saved;
  return { statementId, value, counts, visitors: countedVisitors(visitors, saved) };
}
