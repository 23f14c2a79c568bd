import type { CrowdMember } from "./crowd.ts";
import { daysBefore, hour, later } from "./days.ts";
import type { DemoDebate } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import type { PersonKey } from "./people.ts";
import { seededRandom } from "./random.ts";
import type { DemoCommitment } from "./work-plan.ts";

interface CommitmentDraft {
  /** Words of the question whose decision it follows from. */
  readonly of: string;
  readonly title: string;
  readonly criterion: string;
  readonly owner: PersonKey;
  readonly by: PersonKey;
  readonly askedDaysAgo: number;
  /** Below zero in the future, as all of these. */
  readonly dueDaysAgo: number;
  readonly isAccepted: boolean;
  readonly updates: readonly UpdateDraft[];
  readonly review?: { readonly by: PersonKey; readonly daysAgo: number; readonly words: string };
}

interface UpdateDraft {
  readonly daysAgo: number;
  readonly percent: number;
  readonly words: string;
  readonly evidence: readonly [title: string, url: string];
}

const list = "https://example.org/open-model-commons";

const drafts: readonly CommitmentDraft[] = [
  {
    of: "Under which licence",
    title: "Put the licence into every repository",
    criterion: "Each of the twelve repositories has the licence in its first folder.",
    owner: "quietcompiler",
    by: "amara",
    askedDaysAgo: 358,
    dueDaysAgo: 335,
    isAccepted: true,
    updates: [
      {
        daysAgo: 347,
        percent: 50,
        words: "Six of twelve carry it. The other six have maintainers who are away.",
        evidence: ["List of repositories", `${list}/licences/first-half`],
      },
      {
        daysAgo: 338,
        percent: 100,
        words: "All twelve carry it.",
        evidence: ["List of repositories", `${list}/licences/all`],
      },
    ],
    review: {
      by: "jonas",
      daysAgo: 331,
      words: "Looked into each of them. Nobody has asked about the licence since.",
    },
  },
  {
    of: "Who answers when a model",
    title: "Open a public register of incidents",
    criterion: "Anybody can report, and each report has a steward and a date within two days.",
    owner: "mei-lin",
    by: "amara",
    askedDaysAgo: 65,
    dueDaysAgo: -21,
    isAccepted: true,
    updates: [
      {
        daysAgo: 40,
        percent: 30,
        words: "The form is written, and two people were asked to be stewards.",
        evidence: ["Draft of the form", `${list}/register/form`],
      },
      {
        daysAgo: 9,
        percent: 70,
        words: "Reports come in. Reminders of their dates are still sent by hand.",
        evidence: ["First ten reports", `${list}/register/first-ten`],
      },
    ],
  },
  {
    of: "Who answers when a model",
    title: "Set five per cent of the treasury aside",
    criterion:
      "The treasury has a line of its own for harm, and five per cent of the balance in it.",
    owner: "northnode",
    by: "amara",
    askedDaysAgo: 65,
    dueDaysAgo: 12,
    isAccepted: true,
    updates: [
      {
        daysAgo: 30,
        percent: 40,
        words: "The line is there. What is in it is two per cent so far.",
        evidence: ["Budget of this year", `${list}/treasury/budget`],
      },
    ],
  },
  {
    of: "Who answers when a model",
    title: "Say how a release is withdrawn at night",
    criterion: "A written way that two people tried on a Sunday, before the next release.",
    owner: "tomas",
    by: "jonas",
    askedDaysAgo: 5,
    dueDaysAgo: -45,
    isAccepted: false,
    updates: [],
  },
];

/** What people promised because of what was decided: one kept, one on its way, one late, and one that waits for a yes. */
export function makeCommitments(
  everybody: readonly CrowdMember[],
  { debates, now, seed }: { debates: readonly DemoDebate[]; now: Date; seed: string },
): DemoCommitment[] {
  const random = seededRandom(`${seed}/commitments`);
  const idOf = (key: PersonKey): string => {
    const person = everybody.find((one) => one.key === key);
    if (person === undefined) throw new RangeError(`no ${key}`);
    return person.participantId;
  };
  return drafts.map((draft) => {
    const debate = debates.find(({ question }) => question.startsWith(draft.of));
    const decision = debate?.decision;
    if (!debate || !decision) throw new RangeError(`nothing was decided on ${draft.of}`);
    const createdAt = daysBefore(now, draft.askedDaysAgo);
    const dueAt = daysBefore(now, draft.dueDaysAgo);
    return {
      id: timedId(createdAt, random),
      sourceId: decision.id,
      sourceTitle: decision.title,
      debateId: debate.id,
      title: draft.title,
      criterion: draft.criterion,
      ownerId: idOf(draft.owner),
      proposerId: idOf(draft.by),
      createdAt,
      answeredAt: draft.isAccepted ? later(createdAt, 9 * hour) : null,
      dueAt,
      reviewAt: daysBefore(now, draft.dueDaysAgo - 30),
      isLate: draft.isAccepted && dueAt < now && draft.updates.at(-1)?.percent !== 100,
      updates: draft.updates.map(({ daysAgo, percent, words, evidence: [title, url] }) => {
        const at = daysBefore(now, daysAgo);
        return { id: timedId(at, random), createdAt: at, percent, words, title, url };
      }),
      review: draft.review
        ? {
            words: draft.review.words,
            byId: idOf(draft.review.by),
            at: daysBefore(now, draft.review.daysAgo),
          }
        : null,
    };
  });
}
