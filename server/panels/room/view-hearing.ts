import type { Hearing, Withheld } from "#shared/contract/panel-hearing.ts";
import { isOutOfSight, type ModerationMark } from "#shared/contract/moderated.ts";
import type { Db } from "#db/client.ts";
import { maySee, type Standing } from "../../platform/actor.ts";
import type { PanelRow } from "../store.ts";
import { type ExpertRow, expertsOf } from "./expert-store.ts";
import { mayAnswerAs } from "./policy.ts";
import { type QuestionRow, questionsOf } from "./room-store.ts";
import { decidedBy } from "./withheld-store.ts";

interface Reader {
  readonly expert: ExpertRow;
  readonly panel: PanelRow;
  readonly standing: Standing | null;
}

type Decided = Awaited<ReturnType<typeof decidedBy>>;

/** What an expert reads: questions, answers, and what is said; nothing of what the panel deliberates on. */
export async function viewHearing(db: Db, { expert, panel, standing }: Reader): Promise<Hearing> {
  const { communityId, id: panelId, title, purpose, briefing } = panel;
  const ids = { communityId, panelId };
  const others = (await expertsOf(db, ids)).filter(({ id }) => id !== expert.id);
  const questions = await questionsOf(db, ids);
  const marks = [expert, ...others, ...questions].flatMap(({ moderation }) => moderation ?? []);
  const decided = await decidedBy(
    db,
    communityId,
    marks.filter(isOutOfSight).map(({ actionId }) => actionId),
  );
  const own = saidBy(expert);
  return {
    id: expert.id,
    panel: { id: panelId, title, purpose },
    slug: maySee(standing) ? standing.slug : null,
    briefing,
    name: expert.name,
    isMember: expert.memberId !== null,
    testimony: own && {
      ...own,
      ...withheld(decided, { ...own, mark: expert.moderation, isMine: true }),
    },
    others: others.flatMap((other) => {
      const said = saidBy(other);
      if (!said) return [];
      const asRead = withheld(decided, { ...said, mark: other.moderation, isMine: false });
      return [{ name: other.name, ...said, ...asRead }];
    }),
    questions: questions.map((question) => viewQuestion(expert, question, decided)),
    can: { testify: !isOutOfSight(expert.moderation) },
  };
}

/** What somebody said as an expert; null where nothing yet. */
export function saidBy({ testimony, testifiedAt }: ExpertRow) {
  if (testimony === null || testifiedAt === null) return null;
  return { text: testimony, writtenAt: testifiedAt.toISOString() };
}

interface Words {
  readonly text: string;
  readonly mark: ModerationMark | null;
  readonly isMine: boolean;
}

/** What stands in place of words that are out of sight; who said them reads them all the same, and why it was done. */
function withheld(
  decided: Decided,
  { text, mark, isMine }: Words,
): { readonly text: string; readonly withheld: Withheld | null } {
  if (!isOutOfSight(mark)) return { text, withheld: null };
  const { actionId, state } = mark;
  const by = decided.get(actionId);
  const why = { state, actionId, rule: by?.rule ?? null };
  return isMine
    ? { text: by?.text ?? "", withheld: { ...why, reason: by?.reason ?? null } }
    : { text, withheld: { ...why, reason: null } };
}

function viewQuestion(
  reader: ExpertRow,
  question: QuestionRow,
  decided: Decided,
): Hearing["questions"][number] {
  const { id, text, createdAt, expert, answer, answeredAt, expertId, moderation: mark } = question;
  const isAnswered = answer !== null && expert !== null && answeredAt !== null;
  const isMine = expertId === reader.id;
  return {
    id,
    text,
    createdAt: createdAt.toISOString(),
    answer: isAnswered
      ? {
          expert,
          writtenAt: answeredAt.toISOString(),
          isMine,
          ...withheld(decided, { text: answer, mark, isMine }),
        }
      : null,
    can: { answer: mayAnswerAs(reader, question) },
  };
}
