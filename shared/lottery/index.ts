export { type Beacon, isSignedRound, quicknet, roundAt, timeOfRound } from "./beacon.ts";
export { DrawDocument, PoolEntry } from "./document.ts";
export { absences, type Absence, benchAfter, draw, type Drawn, quotasOf, replace } from "./draw.ts";
export {
  type Candidate,
  Choice,
  choices,
  type Counted,
  countVotes,
  decisionChoices,
  eligibleOf,
  firstSeats,
  leastMembership,
  type Moments,
  mostSeats,
  nextSeats,
  Obstacle,
  obstacleFor,
  obstacles,
  quorumOf,
  seatsFor,
} from "./jury.ts";
export { nonceCommitment } from "./nonce.ts";
export { type CaseLevel, earlierHalf, hashPool, inCanonicalOrder, pseudonymOf } from "./pool.ts";
export {
  DrawWarning,
  drawWarnings,
  Nonce,
  parties,
  Party,
  Randomness,
  randomnessText,
  seedOf,
  warningsOf,
} from "./randomness.ts";
export {
  type DrawFault,
  type DrawFaultCode,
  drawFaultCodes,
  type VerifiedDraw,
  verifyDraw,
} from "./verify.ts";
export { opensVote, type Vote, voteCommitment } from "./vote.ts";
