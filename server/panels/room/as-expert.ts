import type {
  answerInHearing as answerContract,
  comeToHearing as comeContract,
  readHearing as readContract,
  testify as testifyContract,
} from "#shared/contract/panel-hearing.ts";
import type { Deps } from "../../deps.ts";
import type { SignedIn } from "../../platform/actor.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { hashSecret } from "../../platform/sessions.ts";
import { refuseSuspended } from "../../platform/suspended.ts";
import { findPanel, findVolunteer, type PanelIds } from "../store.ts";
import { tell } from "../tell.ts";
import {
  changeExpert,
  type ExpertRow,
  expertComeAs,
  findByToken,
  lockByToken,
} from "./expert-store.ts";
import { panelHeld } from "./in-room.ts";
import { mayAnswerAs, sits } from "./policy.ts";
import { answerQuestion, findQuestion } from "./room-store.ts";
import { viewHearing } from "./view-hearing.ts";

/** Comes to a hearing by the link that was made for it; whoever sits on the panel is not heard by it. */
export async function comeToHearing(deps: Deps, { actor, body, once }: Call<typeof comeContract>) {
  const tokenHash = hashSecret(body.token);
  // Looked at before: in the transaction it would take a second connection.
  const invited = await findByToken(deps.db, tokenHash);
  const standing = invited ? await standingOf(deps, actor, invited) : null;
  return deps.transact(async (tx) => {
    const expert = await lockByToken(tx.db, tokenHash);
    if (!expert) throw new Refusal("token-invalid");
    const panel = await panelHeld(tx, idsOf(expert));
    const mine =
      standing?.participantId &&
      (await findVolunteer(tx.db, idsOf(expert), standing.participantId));
    if (standing && mine && sits(standing, panel, mine)) {
      throw new Refusal("not-allowed", because("panel-expert-sits"));
    }
    const come = { accountId: actor.accountId, tokenHash: null };
    await changeExpert(tx.db, { ...idsOf(expert), id: expert.id }, come);
    await tell(tx, panel);
    return viewHearing(tx.db, { expert: { ...expert, ...come }, panel, standing });
  }, once);
}

export async function readHearing(deps: Deps, { actor, params }: Call<typeof readContract>) {
  const expert = await expertIn(deps, { actor, hearingId: params.hearingId });
  const panel = await findPanel(deps.db, idsOf(expert));
  if (!panel) throw new Refusal("not-found");
  return viewHearing(deps.db, { expert, panel, standing: await standingOf(deps, actor, expert) });
}

/** Says what one knows. */
export async function testify(deps: Deps, call: Call<typeof testifyContract>) {
  const { actor, body, once } = call;
  const { expert, standing } = await writerIn(deps, { actor, hearingId: call.params.hearingId });
  return deps.transact(async (tx) => {
    const panel = await panelHeld(tx, idsOf(expert));
    const said = { testimony: body.text, testifiedAt: deps.clock() };
    await changeExpert(tx.db, { ...idsOf(expert), id: expert.id }, said);
    await tell(tx, panel);
    return viewHearing(tx.db, { expert: { ...expert, ...said }, panel, standing });
  }, once);
}

/** Answers a question that nobody has answered, or words one's own answer anew. */
export async function answerAsExpert(deps: Deps, call: Call<typeof answerContract>) {
  const { actor, params, body, once } = call;
  const { expert, standing } = await writerIn(deps, { actor, hearingId: params.hearingId });
  return deps.transact(async (tx) => {
    const panel = await panelHeld(tx, idsOf(expert));
    const at = { ...idsOf(expert), id: params.questionId };
    const question = await findQuestion(tx.db, at);
    if (!question) throw new Refusal("not-found");
    if (!mayAnswerAs(expert, question)) throw new Refusal("not-allowed", because("panel-answered"));
    const { name, id: expertId } = expert;
    const answer = { expert: name, answer: body.text, answeredAt: deps.clock(), expertId };
    await answerQuestion(tx.db, at, answer);
    await tell(tx, panel);
    return viewHearing(tx.db, { expert, panel, standing });
  }, once);
}

const idsOf = ({ communityId, panelId }: ExpertRow): PanelIds => ({ communityId, panelId });

/** How an expert stands in the community besides: most are no members. */
const standingOf = (deps: Deps, actor: SignedIn, { communityId }: ExpertRow) =>
  deps.findStanding(actor, communityId);

interface Asked {
  readonly actor: SignedIn;
  readonly hearingId: string;
}

async function expertIn({ db }: Deps, { actor, hearingId }: Asked): Promise<ExpertRow> {
  const expert = await expertComeAs(db, { id: hearingId, accountId: actor.accountId });
  if (!expert) throw new Refusal("not-found");
  return expert;
}

async function writerIn(deps: Deps, asked: Asked) {
  const expert = await expertIn(deps, asked);
  const standing = await standingOf(deps, asked.actor, expert);
  if (standing) refuseSuspended(standing);
  return { expert, standing };
}
