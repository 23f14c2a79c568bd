export { type Beacon, isSignedRound, quicknet, roundAt, timeOfRound } from "./beacon.ts";
export { DrawDocument, PoolEntry } from "./document.ts";
export { absences, type Absence, draw, type Drawn, quotasOf, replace } from "./draw.ts";
export {
  type Candidate,
  type Choice,
  choices,
  type Counted,
  countVotes,
  eligibleOf,
  firstSeats,
  leastMembership,
  type Moments,
  mostSeats,
  nextSeats,
  type Obstacle,
  obstacleFor,
  obstacles,
  quorumOf,
  seatsFor,
} from "./jury.ts";
export { type CaseLevel, earlierHalf, hashPool, inCanonicalOrder, pseudonymOf } from "./pool.ts";
export {
  type DrawWarning,
  Nonce,
  nonceCommitment,
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
