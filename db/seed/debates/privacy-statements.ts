import type { StatementDraft } from "../drafts.ts";

export const privacyStatements: readonly StatementDraft[] = [
  {
    text: "I would let my own letters be used if they never left my machine.",
    leaning: [0.2, 0.1, 0.5],
  },
  { text: "Clinics should decide for their patients.", leaning: [0.3, -0.7, 0.1] },
  { text: "Nobody should decide for patients but they themselves.", leaning: [-0.1, 0.9, 0.1] },
  {
    text: "A promise with a number is worth more than one in fine words.",
    leaning: [0.2, 0.5, 0.9],
  },
  { text: "Operators should sign for what runs on their machines.", leaning: [0.1, 0.8, 0.4] },
  {
    text: "Operators should be able not to know what runs on their machines.",
    leaning: [0.8, -0.2, 0.3],
  },
  { text: "Hardware that proves what it runs can be trusted.", leaning: [0.7, -0.5, 0.3] },
  { text: "I trust sixty operators more than one company.", leaning: [0.8, 0.5, 0.2] },
  { text: "Whatever was once public may be used.", leaning: [0.4, -0.8, 0.3] },
  { text: "Names should be taken out even of public texts.", leaning: [0.1, 0.9, 0.3] },
  {
    text: "A model that can repeat a private sentence should be withdrawn.",
    leaning: [-0.2, 1, 0.4],
  },
  {
    text: "Worse results for small languages are too high a price for privacy.",
    leaning: [0, 0.3, 0.5],
  },
  {
    text: "Every release should be attacked by people whom we pay for it.",
    leaning: [0.3, 0.9, 0.9],
  },
  {
    text: "What the attacks found should be published after ninety days.",
    leaning: [0.3, 0.8, 0.8],
  },
  { text: "Nobody should hold all of the data, not even encrypted.", leaning: [0.3, 0.8, 0.2] },
  { text: "Data from children should never be used.", leaning: [0.1, 1, 0.3] },
  { text: "Whoever gave data should see each model that used it.", leaning: [0.1, 0.9, 0.5] },
  {
    text: "Whoever gave data should be able to take it back until training begins.",
    leaning: [0.3, 1, 0.7],
  },
  { text: "Taking data back after training must mean training again.", leaning: [-0.6, 0.5, -0.5] },
  { text: "A private model for clinics only would be the better way.", leaning: [0.4, 0.1, 0.4] },
  { text: "Privacy is a matter of law; we need not promise more.", leaning: [0.5, -0.9, 0.1] },
  {
    text: "Where a node stands should not matter for what may run on it.",
    leaning: [0.6, -0.3, 0.2],
  },
  {
    text: "Nodes in countries without a data protection law should not see private texts.",
    leaning: [-0.5, 0.8, 0.1],
  },
  { text: "I understand what a gradient gives away.", leaning: [0.2, -0.1, 0.8] },
  { text: "Our promises should be in words that a patient understands.", leaning: [0.3, 1, 0.5] },
  {
    text: "We should start with made-up records and see how far they carry.",
    leaning: [0.3, 0.5, 0.6],
  },
  { text: "Slower training is a fair price for privacy.", leaning: [-0.2, 0.8, 0.1] },
  { text: "An independent person should be able to stop a run.", leaning: [0, 0.9, 0.3] },
  { text: "We should not train on clinical texts at all.", leaning: [-0.3, 0.2, -0.5] },
  { text: "Operators who break the promise should lose their stake.", leaning: [-0.2, 0.9, 0.5] },
  { text: "What we cannot test we should not promise.", leaning: [0.5, 0.7, 0.9] },
];
