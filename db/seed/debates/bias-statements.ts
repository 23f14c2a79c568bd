import type { StatementDraft } from "../drafts.ts";

export const biasStatements: readonly StatementDraft[] = [
  {
    text: "No release should go out before its results for each language have been published.",
    leaning: [0.1, 0.9, 0.9],
  },
  {
    text: "Whoever finds a reproducible fault should be paid for it, member or not.",
    leaning: [0.9, 0.4, 0.6],
  },
  {
    text: "The people whom an answer is about should have the last word on whether it demeans them.",
    leaning: [-0.6, 0.9, -0.2],
  },
  {
    text: "A fault in the training data should be corrected there, even if that takes months.",
    leaning: [0.3, 0, 0.7],
  },
  {
    text: "I would accept slightly worse results in English for clearly better ones in small languages.",
    leaning: [-0.3, 0.8, 0.3],
  },
  {
    text: "Node operators should be able to refuse to serve a release that they find unfair.",
    leaning: [0.8, 0.2, -0.5],
  },
  { text: "Auditors must not also be contributors of training data.", leaning: [-0.1, 0.5, 0.6] },
  {
    text: "A bias that nobody can measure is not a reason to hold back a release.",
    leaning: [0.7, -0.8, 0.3],
  },
  {
    text: "We should say in the model card which groups we did not test for.",
    leaning: [0.6, 0.9, 0.9],
  },
  {
    text: "Some kinds of bias can only be settled by a vote, not by a measurement.",
    leaning: [0, 0.7, -0.2],
  },
  {
    text: "If the model refuses too much in order to be fair, people will stop using it.",
    leaning: [0.8, -0.4, 0.3],
  },
  {
    text: "Panels of members should be paid as much per hour as node operators earn.",
    leaning: [-0.5, 0.8, 0.1],
  },
  { text: "Test sets should be kept secret until the day of release.", leaning: [-0.2, -0.3, 0.8] },
  {
    text: "We rely too much on benchmarks made for English in the United States.",
    leaning: [0.4, 0.9, 0.7],
  },
  {
    text: "A model trained by volunteers cannot be held to the standard of a company’s product.",
    leaning: [0.6, -0.8, -0.3],
  },
  {
    text: "Every correction should be tested for the harm that it does to others before it ships.",
    leaning: [0.5, 0.6, 0.9],
  },
  {
    text: "I trust a panel drawn by lot more than an elected audit team.",
    leaning: [-0.2, 0.6, -0.5],
  },
  {
    text: "Reports of bias should stay open to the public, with personal data removed.",
    leaning: [0.5, 0.7, 0.8],
  },
  {
    text: "One well-documented case is enough to act, even before there are statistics.",
    leaning: [-0.4, 0.9, -0.5],
  },
  {
    text: "We should spend a fixed share of the treasury on finding faults, in good years and in bad ones.",
    leaning: [-0.3, 0.6, 0.7],
  },
];
