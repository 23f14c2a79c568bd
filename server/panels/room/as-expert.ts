import type {
  answerInHearing as answerContract,
  comeToHearing as comeContract,
  readHearing as readContract,
  testify as testifyContract,
} from "#shared/contract/panel-hearing.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../../deps.ts";
import type { SignedIn, Standing } from "../../platform/actor.ts";
import type { Once } from "../../platform/key-store.ts";
import type { Call } from "../../platform/mount.ts";
import { refuseHidden } from "../../platform/moderated.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { hashSecret } from "../../platform/sessions.ts";
import { refuseSuspended } from "../../platform/suspended.ts";
import type { Tx } from "../../platform/transact.ts";
import { findPanel, findVolunteer, type PanelIds, type PanelRow } from "../store.ts";
import { tell } from "../tell.ts";
import { changeExpert, type ExpertRow, expertComeAs, findByToken } from "./expert-store.ts";
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
    const panel = invited && (await panelHeld(tx, idsOf(invited)));
    const expert = await findByToken(tx.db, tokenHash);
    if (!panel || !expert) throw new Refusal("token-invalid");
    await refuseUnheard(tx, { standing, panel });
    const come = { accountId: actor.accountId, tokenHash: null };
    await changeExpert(tx.db, { ...idsOf(expert), id: expert.id }, come);
    await tell(tx, panel);
    return viewHearing(tx.db, { expert: { ...expert, ...come }, panel, standing });
  }, once);
}

export async function readHearing(deps: Deps, { actor, params }: Call<typeof readContract>) {
  const expert = await expertIn(deps.db, { actor, hearingId: params.hearingId });
  const panel = await findPanel(deps.db, idsOf(expert));
  if (!panel) throw new Refusal("not-found");
  return viewHearing(deps.db, { expert, panel, standing: await standingOf(deps, actor, expert) });
}

/** Says what one knows. */
export async function testify(deps: Deps, call: Call<typeof testifyContract>) {
  const { body } = call;
  return write(deps, { ...call, hearingId: call.params.hearingId }, async (tx, { expert }) => {
    refuseHidden(expert.moderation);
    const version = expert.version + 1;
    const said = { testimony: body.text, testifiedAt: deps.clock(), version };
    await changeExpert(tx.db, { ...idsOf(expert), id: expert.id }, said);
    return { ...expert, ...said };
  });
}

/** Answers a question that nobody has answered, or words one's own answer anew. */
export async function answerAsExpert(deps: Deps, call: Call<typeof answerContract>) {
  const { params, body } = call;
  return write(deps, { ...call, hearingId: params.hearingId }, async (tx, { expert }) => {
    const at = { ...idsOf(expert), id: params.questionId };
    const question = await findQuestion(tx.db, at);
    if (!question) throw new Refusal("not-found");
    refuseHidden(question.moderation);
    if (!mayAnswerAs(expert, question)) throw new Refusal("not-allowed", because("panel-answered"));
    const { name, id: expertId } = expert;
    const version = question.version + 1;
    const answer = { expert: name, answer: body.text, answeredAt: deps.clock(), expertId, version };
    await answerQuestion(tx.db, at, answer);
    return expert;
  });
}

interface Writing extends Asked {
  readonly once: Once | undefined;
}

/**
 * Writes something as an expert while the panel is held, so that whoever is dismissed, or takes a seat, meanwhile says no
 * more; gives the hearing as it is then.
 */
async function write(
  deps: Deps,
  asked: Writing,
  work: (tx: Tx, heard: { readonly expert: ExpertRow }) => Promise<ExpertRow>,
) {
  const known = await expertIn(deps.db, asked);
  const standing = await standingOf(deps, asked.actor, known);
  return deps.transact(async (tx) => {
    const panel = await panelHeld(tx, idsOf(known));
    const expert = await expertIn(tx.db, asked);
    await refuseUnheard(tx, { standing, panel });
    const now = await work(tx, { expert });
    await tell(tx, panel);
    return viewHearing(tx.db, { expert: now, panel, standing });
  }, asked.once);
}

interface Heard {
  readonly standing: Standing | null;
  readonly panel: PanelRow;
}

/** Refuses whoever sits on the panel themselves, and members who may not write now. */
async function refuseUnheard(tx: Tx, { standing, panel }: Heard): Promise<void> {
  if (!standing) return;
  refuseSuspended(standing);
  const { communityId, participantId } = standing;
  const mine =
    participantId &&
    (await findVolunteer(tx.db, { communityId, panelId: panel.id }, participantId));
  if (mine && sits(standing, panel, mine)) {
    throw new Refusal("not-allowed", because("panel-expert-sits"));
  }
}

const idsOf = ({ communityId, panelId }: ExpertRow): PanelIds => ({ communityId, panelId });

/** How an expert stands in the community besides: most are no members. */
const standingOf = (deps: Deps, actor: SignedIn, { communityId }: ExpertRow) =>
  deps.findStanding(actor, communityId);

interface Asked {
  readonly actor: SignedIn;
  readonly hearingId: string;
}

async function expertIn(db: Db, { actor, hearingId }: Asked): Promise<ExpertRow> {
  const expert = await expertComeAs(db, { id: hearingId, accountId: actor.accountId });
  if (!expert) throw new Refusal("not-found");
  return expert;
}
