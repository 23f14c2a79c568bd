import type { Dispute, DisputeLevel, DisputeSummary } from "#shared/contract/disputes.ts";
import type { Db } from "#db/client.ts";
import { type Party, warningsOf } from "#shared/lottery/index.ts";
import { isModerator, type Standing } from "../platform/actor.ts";
import { namesOf } from "../platform/names-store.ts";
import { hasAsked, jurorsOf } from "./jury-store.ts";
import {
  canBeSigned,
  mayAnswerSummons,
  mayAppealRuling,
  mayAsk,
  mayCloseMediation,
  mayCloseStatements,
  mayCommitVote,
  mayDeliberate,
  mayProposeMediator,
  mayReadAll,
  mayReadContent,
  mayReadMediation,
  maySign,
  mayState,
  mayTellVote,
  mayWithdraw,
  partyOf,
  sideOf,
} from "./policy.ts";
import { countMembers, ruleTitles } from "./context-store.ts";
import { databaseNow } from "../platform/now-store.ts";
import {
  type DisputeRow,
  idsOf,
  juriesOf,
  type JuryRow,
  levelOf,
  noncesOf,
  type NonceRow,
  signersOf,
  statementsOf,
} from "./store.ts";
import { partOf } from "./subjects.ts";
import { settingsOf } from "./times.ts";

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

function subjectOf(row: DisputeRow): DisputeSummary["subject"] {
  const { kind, subjectId, about } = row;
  if (kind === "action") return { kind, actionId: subjectId, action: about ?? "" };
  if (kind === "conflict") return { kind };
  if (kind === "commitment") {
    const title = row.subjectTitle ?? "";
    return { kind, commitmentId: about ?? subjectId, updateId: subjectId, title };
  }
  return {
    kind,
    decisionId: subjectId,
    debateId: row.debateId ?? subjectId,
    title: row.subjectTitle ?? "",
    about: about === "eligibility" ? "eligibility" : "procedure",
  };
}

/** What everybody may know of a case. */
export function summaryOf(row: DisputeRow, rules: ReadonlyMap<number, string>): DisputeSummary {
  const { ruleNumber: number } = row;
  return {
    id: row.id,
    communityId: row.communityId,
    subject: subjectOf(row),
    rule: number === null ? null : { number, title: rules.get(number) ?? "" },
    stage: row.stage,
    level: row.level,
    dueAt: iso(row.dueAt),
    openedAt: row.openedAt.toISOString(),
    endedAt: iso(row.endedAt),
    choice: row.choice,
  };
}

export async function summaries(
  db: Db,
  communityId: string,
  rows: readonly DisputeRow[],
): Promise<DisputeSummary[]> {
  const rules = await ruleTitles(db, communityId);
  return rows.map((row) => summaryOf(row, rules));
}

type Named = Awaited<ReturnType<typeof namesOf>>;
type Juror = Awaited<ReturnType<typeof jurorsOf>>[number];

/** Who judged, by name, in the order of names: it says nothing of who voted how. */
const judges = (jurors: readonly Juror[], names: Named) =>
  jurors
    .filter(({ choice }) => choice !== null)
    .flatMap(({ participantId }) => names.get(participantId) ?? [])
    .toSorted((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));

interface Around {
  readonly jurors: readonly Juror[];
  readonly nonces: readonly NonceRow[];
  readonly names: Named;
  readonly canReadAll: boolean;
}

export function rulingOf({ ruling }: JuryRow, jurors: readonly Juror[], names: Named) {
  return ruling === null ? null : { ...ruling, jurors: judges(jurors, names) };
}

function levelView(jury: JuryRow, around: Around): DisputeLevel {
  const { level, draw, appealOn, appealGrounds } = jury;
  const jurors = around.jurors.filter((one) => one.level === level);
  const serving = jurors.filter(({ status }) => status === "serving");
  const grounds = around.canReadAll ? appealGrounds : null;
  return {
    level,
    appeal: appealOn === null ? null : { on: appealOn, grounds },
    wanted: jury.wantedSeats,
    seats: jury.seats,
    taken: serving.length,
    asked: jurors.filter(({ status }) => status === "invited").length,
    committed: serving.filter(({ commitment }) => commitment !== null).length,
    told: serving.filter(({ choice }) => choice !== null).length,
    poolSize: jury.poolSize,
    poolHash: draw?.poolHash ?? null,
    warnings: draw?.seed ? warningsOf(draw.randomness) : [],
    nonces: around.nonces
      .filter((one) => one.level === level && one.party !== "server")
      .map(({ party, nonce }) => ({ party, isTold: nonce !== null })),
    ruling: rulingOf(jury, jurors, around.names),
  };
}

interface Reading {
  readonly row: DisputeRow;
  readonly standing: Standing;
  readonly now: Date;
  readonly party: Party | null;
  readonly seats: readonly Juror[];
  readonly ownNonce: NonceRow | undefined;
  readonly hasAsked: boolean;
  readonly hasSigned: boolean;
  readonly names: Named;
}

const nothingBetween = {
  hasClosedMediation: false,
  proposedMediatorId: null,
  otherMediator: null,
  hasClosedStatements: false,
  hasOtherClosed: false,
};

/** What the two sides have done by now, from the reader's side; nothing to those who are neither. */
function betweenSides({ row, standing, names }: Reading) {
  const { stage } = row;
  const claimant = { hasClosed: row.claimantClosed, mediatorId: row.claimantMediatorId };
  const respondent = { hasClosed: row.respondentClosed, mediatorId: row.respondentMediatorId };
  const side = sideOf(standing, row);
  if (side !== "claimant" && side !== "respondent") return nothingBetween;
  const [own, other] = side === "claimant" ? [claimant, respondent] : [respondent, claimant];
  return {
    hasClosedMediation: stage === "mediation" && own.hasClosed,
    proposedMediatorId: own.mediatorId,
    otherMediator: names.get(other.mediatorId ?? "") ?? null,
    hasClosedStatements: stage === "statements" && own.hasClosed,
    hasOtherClosed: other.hasClosed,
  };
}

function mineOf(reading: Reading): Dispute["mine"] {
  const { row, standing, seats, ownNonce } = reading;
  const seat = seats.find(({ level }) => level === row.level);
  return {
    ...betweenSides(reading),
    side: sideOf(standing, row),
    party: reading.party,
    hasCommittedNonce: ownNonce !== undefined,
    hasToldNonce: ownNonce !== undefined && ownNonce.nonce !== null,
    hasSigned: reading.hasSigned,
    seat: seat
      ? {
          status: seat.status,
          pseudonym: seat.pseudonym,
          salt: seat.salt,
          dueAt: iso(seat.dueAt),
          hasCommitted: seat.commitment !== null,
          commitment: seat.commitment,
          hasVoted: seat.choice !== null,
          hasAsked: reading.hasAsked,
        }
      : null,
  };
}

function rightsOf(reading: Reading): Dispute["can"] {
  const { row, standing, seats, now, party, ownNonce } = reading;
  return {
    readAll: mayReadAll(standing, row, seats),
    readContent: mayReadContent(standing, row, seats),
    withdraw: mayWithdraw(standing, row),
    proposeMediator: mayProposeMediator(standing, row),
    closeMediation: mayCloseMediation(standing, row),
    state: mayState(standing, row),
    closeStatements: mayCloseStatements(standing, row),
    commitNonce: row.stage === "statements" && party !== null,
    tellNonce: row.stage === "drawing" && ownNonce !== undefined && ownNonce.nonce === null,
    answerSummons: mayAnswerSummons(row, seats),
    ask: mayAsk(row, seats, reading.hasAsked),
    deliberate: mayDeliberate(row, seats),
    commitVote: mayCommitVote(row, seats),
    tellVote: mayTellVote(row, seats),
    appeal: mayAppealRuling(standing, row, now),
    sign: maySign(standing, row, now),
  };
}

/** How many members must ask for a vote of the community. */
export async function signaturesNeeded(db: Db, communityId: string): Promise<number> {
  const { signaturesPercent } = await settingsOf(db, communityId);
  return Math.max(1, Math.ceil((signaturesPercent * (await countMembers(db, communityId))) / 100));
}

/** All that is known of a case, read one after the other: inside a transaction that shares a connection. */
async function aboutCase(db: Db, row: DisputeRow) {
  const ids = idsOf(row);
  const now = await databaseNow(db);
  const isSignable = canBeSigned(row, now);
  const jurors = await jurorsOf(db, ids);
  const judged = jurors.filter(({ choice }) => choice !== null);
  const people = [
    row.claimantId,
    row.respondentId,
    row.mediatorId,
    row.claimantMediatorId,
    row.respondentMediatorId,
  ];
  return {
    now,
    jurors,
    nonces: await noncesOf(db, ids),
    juries: await juriesOf(db, ids),
    statements: await statementsOf(db, ids),
    signers: await signersOf(db, ids),
    needed: isSignable ? await signaturesNeeded(db, row.communityId) : null,
    names: await namesOf(db, row.communityId, [
      ...people,
      ...judged.map(({ participantId }) => participantId),
    ]),
    rules: await ruleTitles(db, row.communityId),
  };
}

type About = Awaited<ReturnType<typeof aboutCase>>;

const nobody: ReadonlySet<string> = new Set();

async function readingOf(
  db: Db,
  row: DisputeRow,
  { standing, about }: { readonly standing: Standing; readonly about: About },
): Promise<Reading> {
  const { participantId } = standing;
  const parts = isModerator(standing) ? await partOf(db, row) : nobody;
  const own = about.nonces.filter(({ level }) => level === row.level);
  return {
    row,
    standing,
    now: about.now,
    party: partyOf(standing, row, { parts, nonces: own }),
    seats: about.jurors.filter((juror) => juror.participantId === participantId),
    ownNonce: own.find((one) => participantId !== null && one.participantId === participantId),
    hasAsked: participantId !== null && (await hasAsked(db, levelOf(row), participantId)),
    hasSigned: participantId !== null && about.signers.includes(participantId),
    names: about.names,
  };
}

function statementsFor({ row, standing }: Reading, { statements }: About) {
  const canReadMediation = mayReadMediation(standing, row);
  return statements
    .filter(({ level }) => level > 0 || canReadMediation)
    .map(({ id, side, level, text, evidence, createdAt }) => {
      return { id, side, level, text, evidence, at: createdAt.toISOString() };
    });
}

function voteOf({ decisionId, decisionDebateId: debateId }: DisputeRow) {
  return decisionId === null || debateId === null ? null : { decisionId, debateId };
}

/** A case as this reader may see it. */
export async function viewDispute(db: Db, standing: Standing, row: DisputeRow): Promise<Dispute> {
  const about = await aboutCase(db, row);
  const reading = await readingOf(db, row, { standing, about });
  const { names, signers, needed } = about;
  const canReadAll = mayReadAll(standing, row, reading.seats);
  const named = (id: string | null) =>
    id === null || !canReadAll ? null : (names.get(id) ?? null);
  return {
    ...summaryOf(row, about.rules),
    claimant: named(row.claimantId),
    respondent: named(row.respondentId),
    mediator: named(row.mediatorId),
    grounds: canReadAll ? row.grounds : null,
    remedy: canReadAll ? row.remedy : null,
    evidence: canReadAll ? row.evidence : null,
    statements: canReadAll ? statementsFor(reading, about) : null,
    levels: about.juries.map((jury) => levelView(jury, { ...about, canReadAll })),
    appealUntil: iso(row.appealUntil),
    hours: row.times,
    isSuspended: row.isSuspended,
    signatures: needed === null ? null : { count: signers.length, needed },
    decision: voteOf(row),
    version: row.version,
    mine: mineOf(reading),
    can: rightsOf(reading),
  };
}
