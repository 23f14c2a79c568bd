import { inPlaceOfWords } from "#shared/contract/moderated.ts";
import { incidentChanged } from "#shared/contract/incidents.ts";
import { renameSource } from "../commitments/public.ts";
import { putRecordedWordsBack, takeRecordedWords } from "../platform/ledger-store.ts";
import { idsOf, type Moderated, type ModeratedKind } from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import { changeReport, findReport, type ReportWords } from "./store.ts";

type Evidence = readonly { readonly title: string; readonly url: string }[];

/** A source in each line: what it is called, and its address, in which there are no spaces. */
const asText = (evidence: Evidence): string =>
  evidence.map(({ title, url }) => `${title} ${url}`).join("\n");

const asEvidence = (text: string): Evidence =>
  text
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => {
      const at = one.lastIndexOf(" ");
      return { title: one.slice(0, at), url: one.slice(at + 1) };
    });

const wordsOf = ({ title, release, words, harmed, evidence }: ReportWords) => ({
  title,
  release,
  words,
  harmed,
  evidence: asText(evidence),
});

const unsaid: ReportWords = {
  title: inPlaceOfWords,
  release: inPlaceOfWords,
  words: "",
  harmed: "",
  evidence: [],
};

/** Puts other words in place of those of a report, also where promises say because of what they were made. */
async function reword(tx: Tx, thing: Moderated, words: ReportWords): Promise<void> {
  const ids = idsOf(thing);
  await changeReport(tx.db, ids, words);
  const { communityId, id: sourceId } = ids;
  await renameSource(tx.db, { communityId, sourceId }, words.title);
}

/**
 * Reports of incidents that can be flagged and put out of sight. That something was reported stays, with what became of
 * it; what was reported goes from wherever it stands, the public record included.
 */
export const moderatedIncidents: ModeratedKind = {
  async find(db, ids) {
    const row = await findReport(db, ids);
    if (!row) return undefined;
    const { communityId, id } = row;
    return {
      subject: { kind: "incident", id },
      communityId,
      debateId: null,
      authorId: row.reporterId,
      words: wordsOf(row),
      version: 1,
      isWithdrawn: false,
      mark: row.moderation,
      path: `/incidents/${id}`,
    };
  },
  context: async () => [],
  withholding: {
    async mark(tx, thing, mark) {
      await changeReport(tx.db, idsOf(thing), { moderation: mark });
      const row = await findReport(tx.db, idsOf(thing));
      if (!row) return;
      const { communityId, id: incidentId, systemId } = row;
      await tx.record(incidentChanged, { communityId, incidentId, systemId });
    },
    async take(tx, thing) {
      const { communityId, id } = idsOf(thing);
      const record = await takeRecordedWords(tx.db, {
        communityId,
        subjects: [id],
        kinds: ["incident.reported"],
      });
      await reword(tx, thing, unsaid);
      return { words: thing.words, withdrawnAt: null, revisions: [], record };
    },
    async putBack(tx, thing, { words: kept, record = [] }) {
      const { title = "", release = "", words = "", harmed = "", evidence = "" } = kept;
      await reword(tx, thing, { title, release, words, harmed, evidence: asEvidence(evidence) });
      await putRecordedWordsBack(tx.db, thing.communityId, record);
    },
  },
};
