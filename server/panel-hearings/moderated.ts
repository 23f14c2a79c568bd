import type { Db } from "#db/client.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import { panelChanged } from "#shared/contract/panels.ts";
import {
  idsOf,
  type Moderated,
  type ModeratedIds,
  type ModeratedKind,
} from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import {
  changeAnswer,
  changeTestimony,
  findAnswer,
  findTestimony,
  holdPanel,
  type SaidChange,
} from "./store.ts";
import { type Speaker, tellSpeaker } from "./tell.ts";

/** Something that was said in a hearing, or is still to be said. */
interface Saying extends Speaker {
  readonly panelId: string;
  readonly text: string | null;
  readonly version: number;
  readonly moderation: ModerationMark | null;
  /** What it answers. */
  readonly question: string | null;
}

/** Where such words stand. */
interface Place {
  find(db: Db, ids: ModeratedIds): Promise<Saying | undefined>;
  change(db: Db, ids: ModeratedIds, to: SaidChange): Promise<void>;
}

/** What was said, while the panel is held, so that nobody words it anew meanwhile. */
async function held(tx: Tx, thing: Moderated, { find }: Place) {
  const ids = idsOf(thing);
  const { communityId } = ids;
  const before = await find(tx.db, ids);
  const panel = before && (await holdPanel(tx.db, { communityId, id: before.panelId }));
  const said = panel && (await find(tx.db, ids));
  if (!said) throw new Error("what is moderated is there");
  return { ids, panel, said };
}

const moderatedIn = (kind: "testimony" | "answer", place: Place): ModeratedKind => ({
  async find(db, ids) {
    const said = await place.find(db, ids);
    if (!said || said.text === null) return undefined;
    const { panelId, text, version, moderation, memberId } = said;
    return {
      subject: { kind, id: ids.id },
      communityId: ids.communityId,
      debateId: null,
      // Who is no member can't be held to the rules, and can't appeal.
      authorId: memberId,
      words: { text },
      version,
      isWithdrawn: false,
      mark: moderation,
      path: `/panels/${panelId}`,
    };
  },
  async context(db, thing) {
    const said = await place.find(db, idsOf(thing));
    return said?.question ? [{ subject: thing.subject, text: said.question }] : [];
  },
  withholding: {
    async mark(tx, thing, mark) {
      const { ids, panel, said } = await held(tx, thing, place);
      await place.change(tx.db, ids, { moderation: mark });
      const { communityId, id: panelId, stage } = panel;
      await tx.record(panelChanged, { communityId, panelId, stage });
      await tellSpeaker(tx, said, { panel, mark });
    },
    async take(tx, thing) {
      const { ids, said } = await held(tx, thing, place);
      await place.change(tx.db, ids, { text: "" });
      return { words: { text: said.text ?? "" }, withdrawnAt: null, revisions: [] };
    },
    async putBack(tx, thing, { words }) {
      const { ids } = await held(tx, thing, place);
      await place.change(tx.db, ids, { text: words["text"] ?? "" });
    },
  },
});

/**
 * What is said in the hearings of panels, and can be flagged and put out of sight: what experts testify and answer, and
 * the answers of others that owners bring. The public record has none of it.
 */
export const moderatedInHearings = {
  testimony: moderatedIn("testimony", { find: findTestimony, change: changeTestimony }),
  answer: moderatedIn("answer", { find: findAnswer, change: changeAnswer }),
};
