import { holdDecision } from "./ballots.ts";
import { type CrowdMember, someoneWho, view } from "./crowd.ts";
import { daysBefore, hour, later, partWay } from "./days.ts";
import type {
  DemoDebate,
  DemoMove,
  DemoPosition,
  DemoResponse,
  DemoStatement,
} from "./demo-plan.ts";
import type { DebateDraft, PositionDraft } from "./drafts.ts";
import { timedId } from "./ids.ts";
import type { PersonKey } from "./people.ts";
import { type Random, chance, noise, seededRandom } from "./random.ts";
import { plantTree } from "./tree.ts";

interface World {
  readonly everybody: readonly CrowdMember[];
  readonly now: Date;
  readonly seed: string;
}

/** What the steps of making one debate share. */
interface Making {
  readonly draft: DebateDraft;
  readonly random: Random;
  readonly now: Date;
  /** Those who had joined when the debate began. */
  readonly people: readonly CrowdMember[];
  readonly idOf: (key: PersonKey) => string;
  /** When the debate came into that phase, or null. */
  readonly entered: (phase: DebateDraft["moves"][number]["to"]) => Date | null;
  readonly createdAt: Date;
}

/** Turns a draft into a debate with ids, authors, times, ratings, responses and ballots. */
export function makeDebate(draft: DebateDraft, { everybody, now, seed }: World): DemoDebate {
  const random = seededRandom(`${seed}/${draft.question}`);
  const createdAt = later(daysBefore(now, draft.daysAgo), -hour);
  const making: Making = {
    draft,
    random,
    now,
    createdAt,
    people: everybody.filter(({ joinedAt }) => joinedAt < createdAt),
    idOf: (key) => {
      const person = everybody.find((one) => one.key === key);
      if (person === undefined || person.joinedAt > createdAt)
        throw new RangeError(`no ${key} yet`);
      return person.participantId;
    },
    entered: (phase) => {
      const move = draft.moves.find(({ to }) => to === phase);
      return move === undefined ? null : daysBefore(now, move.daysAgo);
    },
  };
  const positions = makePositions(making);
  const trees = positions.map((position) => growTree(position, making));
  const statements = makeStatements(making);
  return {
    id: timedId(createdAt, random),
    question: draft.question,
    context: draft.context,
    topic: draft.topic,
    language: "en",
    phase: draft.moves.at(-1)?.to ?? "draft",
    authorId: making.idOf(draft.by),
    createdAt,
    moves: makeMoves(making),
    positions: positions.map(({ position }) => position),
    claims: trees.flatMap(({ claims }) => claims),
    evidence: trees.flatMap(({ evidence }) => evidence),
    ratings: trees.flatMap(({ ratings }) => ratings),
    statements,
    responses: makeResponses(statements, making),
    decision: makeDecision(positions, making),
  };
}

function makeMoves({ draft, random, now, idOf }: Making): DemoMove[] {
  return draft.moves.map(({ to, daysAgo, by, reason }, at) => {
    const createdAt = daysBefore(now, daysAgo);
    const from = draft.moves[at - 1]?.to ?? "draft";
    return { id: timedId(createdAt, random), from, to, actorId: idOf(by), reason, createdAt };
  });
}

interface Placed {
  readonly position: DemoPosition;
  readonly draft: PositionDraft;
}

function makePositions(making: Making): Placed[] {
  const { draft, random, now } = making;
  const from = making.entered("framing") ?? making.createdAt;
  const to = making.entered("deliberation") ?? now;
  const count = draft.positions.length;
  return draft.positions.map((position, at) => {
    const createdAt = partWay(from, to, (0.8 * (at + random.next())) / count);
    return {
      draft: position,
      position: {
        id: timedId(createdAt, random),
        title: position.title,
        text: position.text,
        authorId: making.idOf(position.by),
        createdAt,
      },
    };
  });
}

/** From the beginning of deliberation until voting, or until shortly before now. */
function deliberation(making: Making): { from: Date; to: Date } {
  const from = making.entered("deliberation") ?? making.createdAt;
  return { from, to: making.entered("voting") ?? later(making.now, -hour / 3) };
}

function growTree({ position, draft }: Placed, making: Making): ReturnType<typeof plantTree> {
  const { people, random } = making;
  return plantTree({ id: position.id, draft }, { people, random, ...deliberation(making) });
}

function makeStatements(making: Making): DemoStatement[] {
  const { draft, people, random } = making;
  const { from, to } = deliberation(making);
  return draft.statements.map(({ text, leaning }) => {
    const createdAt = partWay(from, to, 0.5 * random.next());
    const author = someoneWho(people, (person) => view(person, leaning), random);
    return { id: timedId(createdAt, random), text, authorId: author.participantId, createdAt };
  });
}

/** Nearer to the middle than this, people pass. */
const undecided = 0.15;

function makeResponses(statements: readonly DemoStatement[], making: Making): DemoResponse[] {
  const { draft, people, random } = making;
  const { to } = deliberation(making);
  return statements.flatMap((statement, at) => {
    const leaning = draft.statements[at]?.leaning ?? [0, 0, 0];
    return people
      .filter((person) => chance(random, person.zeal))
      .map((person): DemoResponse => {
        const mood = view(person, leaning) + 0.9 * noise(random);
        const wrote = statement.authorId === person.participantId;
        return {
          statementId: statement.id,
          participantId: person.participantId,
          value: wrote || mood > undecided ? 1 : mood < -undecided ? -1 : 0,
          respondedAt: partWay(statement.createdAt, to, random.next()),
        };
      });
  });
}

function makeDecision(positions: readonly Placed[], making: Making): DemoDebate["decision"] {
  const { draft, people, random, now } = making;
  if (draft.decision === null) return null;
  const candidates = positions.map(({ position, draft: { leaning } }) => ({
    positionId: position.id,
    title: position.title,
    leaning,
  }));
  return holdDecision(draft.decision, candidates, {
    people,
    random,
    now,
    opensAt: daysBefore(now, draft.decision.opensDaysAgo),
    closesAt: daysBefore(now, draft.decision.closesDaysAgo),
    authorOf: making.idOf,
  });
}
