import { slugOf } from "../../communities/public.ts";
import { beginningOf, notify, settleNotices } from "../../notifications/public.ts";
import type { Tx } from "../../platform/transact.ts";
import { type PanelRow, volunteersOf } from "../store.ts";
import { expertsOf } from "./expert-store.ts";
import type { RecommendationRow } from "./room-store.ts";

type About = Pick<RecommendationRow, "id" | "title">;

interface News {
  readonly what: "recommendation-proposed" | "recommendation-adopted";
  readonly about: About;
  /** Who did it, and so knows. */
  readonly besides: string;
}

const subjectOf = ({ id }: Pick<About, "id">) => `panel recommendation ${id}`;

/** Tells those who sit on a panel of one of its recommendations: that it waits for their votes, or that it was adopted. */
export async function tellPanel(
  tx: Tx,
  panel: PanelRow,
  { what, about, besides }: News,
): Promise<void> {
  const { communityId, id: panelId } = panel;
  const volunteers = await volunteersOf(tx.db, { communityId, panelId });
  await notify(tx, {
    communityId,
    participantIds: volunteers
      .filter(({ seat, participantId }) => seat === "accepted" && participantId !== besides)
      .map(({ participantId }) => participantId),
    kind: `panels.${what}`,
    link: `/c/${await slugOf(tx.db, communityId)}/panels/${panelId}#recommendations`,
    data: { title: beginningOf(about.title) },
    ...(what === "recommendation-proposed" && { subject: subjectOf(about) }),
  });
}

/** A recommendation waits for votes no more. */
export async function settleProposed(
  tx: Tx,
  { communityId }: Pick<PanelRow, "communityId">,
  about: Pick<About, "id">,
): Promise<void> {
  await settleNotices(tx, { communityId, subject: subjectOf(about) });
}

/** Tells those who are heard that the panel asks; some of them see nothing of the community besides. */
export async function tellExperts(tx: Tx, panel: PanelRow): Promise<void> {
  const { communityId, id: panelId, title } = panel;
  for (const { id, accountId, dismissedAt } of await expertsOf(tx.db, { communityId, panelId })) {
    if (accountId === null || dismissedAt !== null) continue;
    await notify(tx, {
      communityId: null,
      accountIds: [accountId],
      kind: "panels.question-asked",
      link: `/hearings/${id}`,
      data: { title: beginningOf(title) },
      unlessTold: true,
    });
  }
}
