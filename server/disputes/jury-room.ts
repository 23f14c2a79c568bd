import type {
  answerQuestion as answerContract,
  askParties as askContract,
  deliberate as deliberateContract,
  JuryMessage,
  JuryQuestion,
  readJuryRoom as readContract,
} from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { refuseNow, sceneOf, seatsOf } from "./in-case.ts";
import { hasAsked, jurorsOf, type MessageRow, messagesOf, saveMessage } from "./jury-store.ts";
import {
  hasSeat,
  isParty,
  mayAnswerQuestion,
  mayAsk,
  mayDeliberate,
  mayReadThread,
  sideOf,
} from "./policy.ts";
import type { Scene } from "./stages.ts";
import { type DisputeRow, findDispute, idsOf, juriesOf, levelOf } from "./store.ts";
import { bench } from "./summoning.ts";
import { notifyOf, sidesOf, tellThose } from "./tell.ts";

interface Reading {
  readonly standing: Standing;
  readonly dispute: DisputeRow;
  /** Who has spoken at each level, in the order in which they first did. */
  readonly speakers: ReadonlyMap<number, readonly string[]>;
}

/** Jurors are not numbered by their seats: the order of the lot is published, and after the ruling the names in it. */
function speakersOf(messages: readonly MessageRow[]): Reading["speakers"] {
  const speakers = new Map<number, string[]>();
  for (const { kind, level, authorId } of messages) {
    const known = speakers.get(level) ?? [];
    if (kind !== "answer" && !known.includes(authorId)) speakers.set(level, [...known, authorId]);
  }
  return speakers;
}

function speakerOf({ speakers, standing }: Reading, { level, authorId }: MessageRow) {
  const before = speakers.get(level) ?? [];
  return { number: before.indexOf(authorId) + 1, isMe: authorId === standing.participantId };
}

function questionView(
  reading: Reading,
  question: MessageRow,
  answers: readonly MessageRow[],
): JuryQuestion {
  const { standing, dispute } = reading;
  const to = question.side ?? "both";
  const side = sideOf(standing, dispute);
  const answered = answers.some((answer) => answer.side === side);
  const isNow = question.level === dispute.level;
  return {
    id: question.id,
    level: question.level,
    by: speakerOf(reading, question),
    to,
    text: question.text,
    at: question.createdAt.toISOString(),
    answers: answers.flatMap(({ side: from, text, createdAt }) =>
      from === "claimant" || from === "respondent"
        ? [{ side: from, text, at: createdAt.toISOString() }]
        : [],
    ),
    can: { answer: isNow && !answered && mayAnswerQuestion(standing, dispute, to) },
  };
}

function messageView(reading: Reading, message: MessageRow): JuryMessage {
  const { id, level, text, createdAt } = message;
  return { id, level, by: speakerOf(reading, message), text, at: createdAt.toISOString() };
}

/** Questions for those in the case; the jury's own thread for its jurors; both for everybody after the ruling. */
export async function readJuryRoom({ db }: Deps, { standing, params }: Call<typeof readContract>) {
  const dispute = await findDispute(db, params);
  if (!dispute) throw new Refusal("not-found");
  const ids = idsOf(dispute);
  const jurors = await jurorsOf(db, ids);
  const messages = await messagesOf(db, ids);
  const juries = await juriesOf(db, ids);
  const reading = { standing, dispute, speakers: speakersOf(messages) };
  const seats = jurors.filter(({ participantId }) => participantId === standing.participantId);
  const isRuled = (level: number) =>
    juries.some((jury) => jury.level === level && jury.ruling !== null);
  const isInCase = isParty(standing, dispute) || hasSeat(seats);
  const readable = (level: number) => mayReadThread(seats, { level, isRuled: isRuled(level) });
  const canReadAny = juries.some(({ level }) => readable(level));
  return {
    questions: messages
      .filter(({ kind, level }) => kind === "question" && (isInCase || isRuled(level)))
      .map((question) => {
        const answers = messages.filter(({ questionId }) => questionId === question.id);
        return questionView(reading, question, answers);
      }),
    messages: canReadAny
      ? messages
          .filter(({ kind, level }) => kind === "message" && readable(level))
          .map((message) => messageView(reading, message))
      : null,
  };
}

async function readingIn(scene: Scene, standing: Standing): Promise<Reading> {
  const messages = await messagesOf(scene.tx.db, idsOf(scene.dispute));
  return { standing, dispute: scene.dispute, speakers: speakersOf(messages) };
}

const jurorIds = async (scene: Scene) =>
  (await bench(scene)).map(({ participantId }) => participantId);

/** Asks the sides the one question that each juror has. */
export async function askParties(deps: Deps, call: Call<typeof askContract>) {
  const { standing, params, body, once } = call;
  return deps.transact(async (tx) => {
    const scene = await sceneOf(deps, tx, params);
    const { dispute, now } = scene;
    const ids = levelOf(dispute);
    const seats = await seatsOf(scene, standing);
    const isAsked = await hasAsked(tx.db, ids, standing.participantId);
    if (!mayAsk(dispute, seats, isAsked)) {
      if (isAsked) throw new Refusal("not-allowed", because("one-question"));
      refuseNow(hasSeat(seats), dispute);
    }
    const question = await saveMessage(tx.db, {
      ...ids,
      id: deps.random.id(),
      kind: "question",
      authorId: standing.participantId,
      side: body.to,
      text: body.text,
      createdAt: now,
    });
    const { claimantId, respondentId } = dispute;
    const to = { claimant: [claimantId], respondent: [respondentId], both: sidesOf(dispute) };
    await notifyOf(tx, dispute, { what: "question", to: to[body.to] });
    await tellThose(tx, dispute, [...sidesOf(dispute), ...(await jurorIds(scene))]);
    return questionView(await readingIn(scene, standing), question, []);
  }, once);
}

/** Answers a question for one's side. */
export async function answerQuestion(deps: Deps, call: Call<typeof answerContract>) {
  const { standing, params, body, once } = call;
  return deps.transact(async (tx) => {
    const scene = await sceneOf(deps, tx, params);
    const { dispute, now } = scene;
    const all = await messagesOf(tx.db, idsOf(dispute));
    const isIn = isParty(standing, dispute) || hasSeat(await seatsOf(scene, standing));
    const question = all.find(({ id, kind }) => id === params.questionId && kind === "question");
    // What was asked is known to those in the case alone.
    if (!question || !isIn) throw new Refusal("not-found");
    const to = question.side ?? "both";
    const side = sideOf(standing, dispute);
    if (side !== "claimant" && side !== "respondent") throw new Refusal("not-in-case");
    if (to !== "both" && to !== side) {
      throw new Refusal("not-in-case", because("question-elsewhere"));
    }
    if (question.level !== dispute.level || !mayAnswerQuestion(standing, dispute, to)) {
      return refuseNow(true, dispute);
    }
    const before = all.filter(({ questionId }) => questionId === question.id);
    if (before.some((answer) => answer.side === side)) {
      throw new Refusal("not-allowed", because("answered-already"));
    }
    const answer = await saveMessage(tx.db, {
      ...levelOf(dispute),
      id: deps.random.id(),
      kind: "answer",
      authorId: standing.participantId,
      side,
      questionId: question.id,
      text: body.text,
      createdAt: now,
    });
    await tellThose(tx, dispute, [...sidesOf(dispute), ...(await jurorIds(scene))]);
    return questionView(await readingIn(scene, standing), question, [...before, answer]);
  }, once);
}

/** Says something in the jury's own thread. */
export async function deliberate(deps: Deps, call: Call<typeof deliberateContract>) {
  const { standing, params, body, once } = call;
  return deps.transact(async (tx) => {
    const scene = await sceneOf(deps, tx, params);
    const { dispute, now } = scene;
    const seats = await seatsOf(scene, standing);
    if (!mayDeliberate(dispute, seats)) refuseNow(hasSeat(seats), dispute);
    const message = await saveMessage(tx.db, {
      ...levelOf(dispute),
      id: deps.random.id(),
      kind: "message",
      authorId: standing.participantId,
      text: body.text,
      createdAt: now,
    });
    await tellThose(tx, dispute, await jurorIds(scene));
    return messageView(await readingIn(scene, standing), message);
  }, once);
}
