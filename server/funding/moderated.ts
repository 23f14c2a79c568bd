import { inPlaceOfWords } from "#shared/contract/moderated.ts";
import { hashText } from "#shared/counting/lot-order.ts";
import { renameSource, rewordPromises } from "../commitments/public.ts";
import { putRecordedWordsBack, takeRecordedWords } from "../platform/ledger-store.ts";
import { type Moderated, type ModeratedKind } from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import { tell } from "./planning.ts";
import { promiseWords } from "./promises.ts";
import { findRound, type ProjectRow, projectById, updateProject } from "./store.ts";

type Words = Pick<ProjectRow, "title" | "summary" | "team" | "openness" | "milestones">;

const nameOf = (at: number) => `milestone ${at + 1}`;

const wordsOf = ({ title, summary, team, openness, milestones }: Words) => ({
  title,
  summary,
  team,
  openness,
  ...Object.fromEntries(milestones.map((one, at) => [nameOf(at), one.title])),
});

/** A project that says this, with the weeks of its milestones as they are. */
const saying = ({ milestones }: Words, words: Readonly<Record<string, string>>): Words => ({
  title: words["title"] ?? inPlaceOfWords,
  summary: words["summary"] ?? "",
  team: words["team"] ?? "",
  openness: words["openness"] ?? "",
  milestones: milestones.map(({ weeks }, at) => {
    return { title: words[nameOf(at)] ?? inPlaceOfWords, weeks };
  }),
});

async function projectOf(tx: Tx, { communityId, subject: { id } }: Moderated): Promise<ProjectRow> {
  const project = await projectById(tx.db, { communityId, id });
  if (!project) throw new Error("what is moderated is there");
  return project;
}

/** Puts other words in place of a project's, also where promises took them over; gives the ids of those promises. */
async function reword(tx: Tx, project: ProjectRow, to: Words): Promise<string[]> {
  const { communityId, id: sourceId } = project;
  const isHidden = to.title === inPlaceOfWords;
  await updateProject(tx.db, project, {
    ...to,
    titleHash: isHidden ? hashText(project.title) : null,
  });
  const source = { communityId, sourceId };
  await renameSource(tx.db, source, to.title);
  return rewordPromises(tx.db, source, { from: promiseWords(project), to: promiseWords(to) });
}

/**
 * Projects that can be flagged and acted on. While one is out of sight it stands in its round with what it asks for, and
 * is voted on and counted; what it says goes from wherever it stands, the public record included.
 */
export const moderatedProjects: ModeratedKind = {
  async find(db, ids) {
    const project = await projectById(db, ids);
    if (!project) return undefined;
    const { communityId, id, roundId, proposerId, version, withdrawnAt, moderation } = project;
    return {
      subject: { kind: "project", id },
      communityId,
      debateId: null,
      authorId: proposerId,
      words: wordsOf(project),
      version,
      isWithdrawn: withdrawnAt !== null,
      mark: moderation,
      path: `/funding/${roundId}`,
    };
  },
  context: async () => [],
  withholding: {
    async mark(tx, thing, moderation) {
      const project = await projectOf(tx, thing);
      await updateProject(tx.db, project, { moderation });
      const { communityId, roundId } = project;
      const round = await findRound(tx.db, { communityId, roundId });
      if (round) await tell(tx, { communityId, roundId }, round.phase);
    },
    async take(tx, thing) {
      const project = await projectOf(tx, thing);
      const { communityId, id: projectId, roundId } = project;
      const promises = await reword(tx, project, saying(project, {}));
      const record = [
        ...(await takeRecordedWords(tx.db, {
          communityId,
          subjects: promises,
          kinds: ["commitment.proposed", "commitment.changed"],
        })),
        ...(await takeRecordedWords(tx.db, {
          communityId,
          subjects: [roundId],
          kinds: ["funding.project-withdrawn"],
          payload: { projectId },
        })),
      ];
      return { words: wordsOf(project), withdrawnAt: null, revisions: [], record };
    },
    async putBack(tx, thing, { words, record = [] }) {
      const project = await projectOf(tx, thing);
      await reword(tx, project, saying(project, words));
      await putRecordedWordsBack(tx.db, thing.communityId, record);
    },
  },
};
