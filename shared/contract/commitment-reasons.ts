/** Why something about a commitment was refused; see `reasons.ts`. */
export const commitmentReasons = {
  "commitment-carers":
    "Commitments are proposed and reviewed by moderators and by those who facilitate the debate.",
  "promise-owner": "Only who is asked to commit to this says yes or no, and reports on it.",
  "decision-undecided": "A commitment follows from a decision that has ended and stands.",
  "promise-stands":
    "Somebody has said yes to this, so its words stand: a review says what becomes of it.",
  "promise-answered": "This has an answer already, or was withdrawn.",
  "promise-first": "Its owner has not said yes to it.",
  "promise-over": "This is over, as a review has found: make a new commitment of the decision.",
  "promise-too-far": "Choose a day within the next {{days}} days.",
  "part-after-whole": "A part is due with the whole, or before it.",
  "part-of-part": "Parts have no parts of their own: add it to the whole.",
  "part-when-over": "This is over, or was withdrawn: nothing is added to it any more.",
  "part-too-many": "A commitment has {{most}} parts at most.",
  "review-before-due": "The review comes on the day it is due, or later.",
  "review-of-whole": "Parts are reviewed with the whole.",
  "report-on-parts": "Report on its parts: its progress follows from theirs.",
  "worked-when-done":
    "Only what is done in full has worked: wait for the rest, or have it changed or given up.",
  "worked-is-over": "What worked needs no new debate.",
  "own-report": "You made this report yourself: report anew what is right.",
  "report-false": "A jury has found this report to be false already.",
  "own-promise":
    "Nobody reviews a promise of their own: somebody else who looks after the debate does.",
} as const;
