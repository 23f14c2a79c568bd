import type { PolisComment } from "./polis-comments.ts";
import { MatrixComparison } from "./polis-comparison.ts";
import type { Checked, PolisFile, PolisRule } from "./polis-fault.ts";
import { LatestVotes } from "./polis-latest.ts";
import type { PolisParticipant } from "./polis-matrix.ts";
import {
  type PolisLatestResponse,
  type PolisNote,
  type PolisReport,
  polisResponse,
} from "./polis-report.ts";
import { type AgreeSign, CountWitness, type SignWitness, judgeSign } from "./polis-sign.ts";
import type { PolisSummary } from "./polis-summary.ts";
import type { PolisVote } from "./polis-votes.ts";

export interface PolisChoices {
  /** Which sign means agree in the file that the responses come from, where its files don't tell. */
  readonly agree?: AgreeSign | undefined;
  readonly summary?: PolisSummary | undefined;
}

/** Fewer than this many authors who voted on their own comments prove nothing. */
const fewestOwnVotes = 5;

/**
 * Takes in a whole export row by row: the comments, then every vote, then the matrix; either of the last two may be
 * missing. It keeps the last vote of each person on each comment, and what tells which sign means agree.
 */
export class PolisSurvey {
  private readonly comments: readonly PolisComment[];
  private readonly authors: ReadonlyMap<number, number>;
  private readonly history: LatestVotes;
  private readonly counts = new Map<number, { plus: number; minus: number }>();
  private readonly ownVotes = new Map<number, PolisVote>();
  private readonly rowCounts = new CountWitness("the counts in participants-votes.csv");
  private readonly comparison: MatrixComparison;
  private events = 0;
  private hasMatrix = false;

  constructor(comments: readonly PolisComment[]) {
    this.comments = comments;
    this.authors = new Map(comments.map(({ id, authorId }) => [id, authorId]));
    this.history = new LatestVotes(this.authors.keys());
    this.comparison = new MatrixComparison(this.history);
    for (const { id } of comments) this.counts.set(id, { plus: 0, minus: 0 });
  }

  /** One row of votes.csv. */
  vote(vote: PolisVote): void {
    if (this.hasMatrix) throw new RangeError("all votes come before the matrix");
    this.events += 1;
    this.take(vote);
  }

  /** One row of participants-votes.csv: compared with the votes if there were any, else taken as the votes. */
  participant(participant: PolisParticipant): void {
    this.hasMatrix = true;
    const cells = { plus: 0, minus: 0 };
    for (const { commentId, value } of participant.votes) {
      if (value === 1) cells.plus += 1;
      if (value === -1) cells.minus += 1;
      const place = { commentId, voterId: participant.id };
      if (this.events === 0) this.take({ ...place, value, time: 0 });
      else this.comparison.cell(place, value);
    }
    this.rowCounts.compare(participant, cells);
  }

  /** What the export holds, once every row was taken in. */
  finish(choices: PolisChoices = {}): Checked<PolisReport> {
    const source = this.events === 0 ? "participants-votes.csv" : "votes.csv";
    const refuse = (file: PolisFile, rule: PolisRule, found = ""): Checked<PolisReport> => ({
      ok: false,
      fault: { file, row: null, column: rule === "ambiguous-sign" ? "vote" : null, rule, found },
    });
    if (this.comments.length === 0) return refuse("comments.csv", "no-comments");
    if (this.history.size === 0) return refuse("votes.csv", "no-votes");
    const verdict = this.sign(choices.agree);
    if (verdict.sign === null) return refuse(source, "ambiguous-sign", verdict.reason);
    const responses = { agree: 0, disagree: 0, pass: 0 };
    for (const { response } of this.latest(verdict.sign)) responses[response] += 1;
    const report = {
      source,
      agree: verdict.sign,
      comments: this.comments.length,
      voters: this.history.voterCount,
      events: source === "votes.csv" ? this.events : this.history.size,
      latest: this.history.size,
      responses,
    } as const;
    const notes = [
      ...this.matrixNotes(),
      ...this.countNotes(verdict.sign),
      ...summaryNotes(report, choices.summary),
    ];
    return { ok: true, value: { ...report, notes } };
  }

  /** The last answer of each person to each comment. */
  *latest(agree: AgreeSign): Generator<PolisLatestResponse> {
    for (const { commentId, voterId, time, value } of this.history.all()) {
      const response = polisResponse(value, agree);
      yield { commentId, voterId, time: time === 0 ? null : time, response };
    }
  }

  private take(vote: PolisVote): void {
    this.history.put(vote);
    const counts = this.counts.get(vote.commentId);
    if (counts !== undefined && vote.value === 1) counts.plus += 1;
    if (counts !== undefined && vote.value === -1) counts.minus += 1;
    if (this.authors.get(vote.commentId) !== vote.voterId) return;
    const before = this.ownVotes.get(vote.commentId);
    if (before === undefined || vote.time < before.time) this.ownVotes.set(vote.commentId, vote);
  }

  private sign(told: AgreeSign | undefined): ReturnType<typeof judgeSign> {
    if (told !== undefined) return { sign: told };
    const opinions = [...this.counts.values()].some(({ plus, minus }) => plus + minus > 0);
    if (!opinions) return { sign: 1 };
    return judgeSign([this.commentWitness(), this.authorWitness(), this.matrixWitness()]);
  }

  private commentWitness(): SignWitness {
    const witness = new CountWitness("the counts in comments.csv");
    for (const { id, agrees, disagrees } of this.comments) {
      const counts = this.counts.get(id);
      if (agrees !== null && disagrees !== null && counts !== undefined) {
        witness.compare({ agrees, disagrees }, counts);
      }
    }
    return witness.testimony();
  }

  /** Polis lets people agree with a comment by writing it. */
  private authorWitness(): SignWitness {
    const own = [...this.ownVotes.values()];
    const plus = own.filter(({ value }) => value === 1).length;
    const minus = own.filter(({ value }) => value === -1).length;
    const name = "the authors' votes on their own comments";
    if (plus + minus < fewestOwnVotes) return { name, ifPlus: 0, ifMinus: 0 };
    return { name, ifPlus: minus, ifMinus: plus };
  }

  private matrixWitness(): SignWitness {
    const { name, ifPlus, ifMinus } = this.rowCounts.testimony();
    if (!this.comparison.isOpposite) return { name, ifPlus, ifMinus };
    return { name, ifPlus: ifMinus, ifMinus: ifPlus };
  }

  private matrixNotes(): PolisNote[] {
    if (!this.hasMatrix || this.events === 0) return [];
    const notes: PolisNote[] = [];
    if (this.comparison.isOpposite) notes.push({ kind: "matrix-sign-is-opposite" });
    const { cells, example } = this.comparison.differences();
    if (cells > 0) notes.push({ kind: "matrix-differs", cells, example });
    return notes;
  }

  private countNotes(agree: AgreeSign): PolisNote[] {
    const differing = this.comments.filter(({ id, agrees, disagrees }) => {
      const { plus, minus } = this.counts.get(id) ?? { plus: 0, minus: 0 };
      if (agrees === null || disagrees === null) return false;
      const [agreed, disagreed] = agree === 1 ? [plus, minus] : [minus, plus];
      // comments.csv also counts votes that were changed later, which the matrix alone does not have
      if (this.events === 0) return agrees < agreed || disagrees < disagreed;
      return agrees !== agreed || disagrees !== disagreed;
    });
    const [first] = differing;
    if (first === undefined) return [];
    return [{ kind: "counts-differ", comments: differing.length, commentId: first.id }];
  }
}

function summaryNotes(
  found: Pick<PolisReport, "voters" | "comments">,
  summary: PolisSummary | undefined,
): PolisNote[] {
  return (["voters", "comments"] as const).flatMap((line) => {
    const said = summary?.[line] ?? null;
    if (said === null || said === found[line]) return [];
    return [{ kind: "summary-differs", line, said, found: found[line] }] as const;
  });
}
