import type { Hearing } from "#shared/contract/panel-hearing.ts";
import type { Db } from "#db/client.ts";
import { maySee, type Standing } from "../../platform/actor.ts";
import type { PanelRow } from "../store.ts";
import { type ExpertRow, expertsOf } from "./expert-store.ts";
import { mayAnswerAs } from "./policy.ts";
import { type QuestionRow, questionsOf } from "./room-store.ts";

interface Reader {
  readonly expert: ExpertRow;
  readonly panel: PanelRow;
  readonly standing: Standing | null;
}

/** What an expert reads: questions, answers, and what is said; nothing of what the panel deliberates on. */
export async function viewHearing(db: Db, { expert, panel, standing }: Reader): Promise<Hearing> {
  const { communityId, id: panelId, title, purpose, briefing } = panel;
  const ids = { communityId, panelId };
  const others = (await expertsOf(db, ids)).filter(({ id }) => id !== expert.id);
  const questions = await questionsOf(db, ids);
  return {
    id: expert.id,
    panel: { id: panelId, title, purpose },
    slug: maySee(standing) ? standing.slug : null,
    briefing,
    name: expert.name,
    testimony: saidBy(expert),
    others: others.flatMap((other) => {
      const said = saidBy(other);
      return said ? [{ name: other.name, ...said }] : [];
    }),
    questions: questions.map((question) => viewQuestion(expert, question)),
  };
}

/** What somebody said as an expert; null where nothing yet. */
export function saidBy({ testimony, testifiedAt }: ExpertRow) {
  if (testimony === null || testifiedAt === null) return null;
  return { text: testimony, writtenAt: testifiedAt.toISOString() };
}

function viewQuestion(reader: ExpertRow, question: QuestionRow): Hearing["questions"][number] {
  const { id, text, createdAt, expert, answer, answeredAt } = question;
  const isAnswered = answer !== null && expert !== null && answeredAt !== null;
  return {
    id,
    text,
    createdAt: createdAt.toISOString(),
    answer: isAnswered ? { expert, text: answer, writtenAt: answeredAt.toISOString() } : null,
    can: { answer: mayAnswerAs(reader, question) },
  };
}
