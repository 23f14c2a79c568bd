import type { fundingFaultCodes } from "#shared/funding/ballot.ts";
import type { pabulibFaultCodes } from "#shared/funding/pabulib.ts";

type Fault = (typeof fundingFaultCodes)[number] | (typeof pabulibFaultCodes)[number];

/** What is wrong with a ballot of a funding round, or with a Pabulib file. */
const faults = {
  "wrong-form": "This ballot is of another form than those of this round.",
  "unknown-project": "This project is not in the round.",
  "project-twice": "This project is named twice.",
  "too-many-named": "This names {{named}} projects; {{most}} are the most.",
  "credits-exceeded": "This spends {{spent}}; there are {{credits}}.",
  "pb-section": "The part {{section}} is missing, or has no rows.",
  "pb-column":
    "Line {{line}}: the header of {{section}} must name the column {{column}}. Found: {{found}}.",
  "pb-meta": "The part META must say {{key}}.",
  "pb-vote-type":
    "Line {{line}}: vote_type is approval, cumulative, scoring or ordinal. Found: {{found}}.",
  "pb-amount":
    "Line {{line}}, column {{column}}: an amount above zero with two decimals at most. Found: {{found}}.",
  "pb-over-budget": "Line {{line}}, column {{column}}: {{found}} is more than the whole budget.",
  "pb-id":
    "Line {{line}}, column {{column}}: an id has 1 to 64 characters and no comma. Found: {{found}}.",
  "pb-id-twice": "Line {{line}}: {{found}} stands in line {{first}} already.",
  "pb-cells": "Line {{line}} has {{found}} cells, the header {{expected}}.",
  "pb-unknown-project": "Line {{line}}, column {{column}}: no project has the id {{found}}.",
  "pb-vote": "Line {{line}}, column {{column}}: this is no vote of this kind. Found: {{found}}.",
  "pb-long": "The file is too long: {{most}} is the most.",
} as const satisfies Record<Fault, string>;

export const fundingReasons = {
  ...faults,
  "funding-debate-draft": "A round belongs to a debate that is no draft.",
  "funding-projects-fixed": "Voting has opened, or the round has ended: nothing of it changes now.",
  "funding-not-open": "Voting in this round has not opened yet.",
  "funding-time-over": "The time to vote in this round is over.",
  "funding-no-projects": "There is nothing to vote on yet: at least one project is needed.",
  "funding-not-counted": "The votes of this round are not counted yet.",
  "pabulib-no-pledges": "Pabulib has no form for pledges: take the bundle.",
  "most-funding-rounds": "A community has {{most}} rounds at most.",
  "most-projects": "A round has {{most}} projects at most.",
  "cost-over-budget": "A project asks for no more than the whole budget.",
  "least-over-cost": "The least that is of use is no more than what is asked for.",
  "budget-below-project": "One of the projects asks for more than this.",
} as const;
