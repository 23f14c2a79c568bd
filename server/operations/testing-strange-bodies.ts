/** A body that names something else than the tour does. */
export interface Besides {
  /** Where that is kept. */
  readonly table: string;
  body(id: string, said: object): object;
}

const topic: Besides = { table: "topics", body: (id, said) => ({ ...said, topic: id }) };
const ofDecisions: readonly Besides[] = [
  {
    table: "token_snapshots",
    body: (snapshotId, said) => ({ ...said, weighting: { kind: "token", snapshotId } }),
  },
  { table: "decisions", body: (runoffOf, said) => ({ ...said, runoffOf }) },
  { table: "positions", body: (id, said) => ({ ...said, positionIds: [id] }) },
];
const grounds = "It was closed before we could vote.";
/** Bodies that name by an id what the tour does not. */
export const besides: Readonly<Record<string, readonly Besides[]>> = {
  createDebate: [topic],
  editDebate: [topic],
  extractClaim: [topic],
  createDecision: ofDecisions,
  changeDecision: ofDecisions,
  openDispute: [
    { table: "moderation_actions", body: (actionId) => ({ kind: "action", actionId, grounds }) },
    {
      table: "decisions",
      body: (decisionId) => ({ kind: "decision", decisionId, about: "procedure", grounds }),
    },
  ],
  readNotices: [{ table: "notices", body: (id) => ({ ids: [id] }) }],
  saveQueueFilter: [
    { table: "debates", body: (debateId, said) => ({ ...said, filter: { debateId } }) },
  ],
};
