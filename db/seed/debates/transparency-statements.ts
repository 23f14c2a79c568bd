import type { StatementDraft } from "../drafts.ts";

export const transparencyStatements: readonly StatementDraft[] = [
  { text: "I would look into the corpus if I could.", leaning: [0.1, 0.6, 0.6] },
  {
    text: "Everybody should be able to find out whether their texts were used.",
    leaning: [0.2, 1, 0.5],
  },
  { text: "Only what may be passed on should go into the corpus.", leaning: [-0.2, 0.6, -0.4] },
  {
    text: "A smaller corpus that can be shown is better than a larger one that cannot.",
    leaning: [-0.2, 0.9, 0],
  },
  { text: "Auditors drawn by lot are better than auditors by name.", leaning: [0.2, 0.7, 0.3] },
  { text: "Auditors should be paid by somebody else than us.", leaning: [0.1, 0.9, 0.3] },
  { text: "Publishing lists invites lawsuits.", leaning: [0.6, -0.3, 0.5] },
  { text: "Fear of lawsuits is no reason to hide what we did.", leaning: [-0.3, 0.9, 0.3] },
  { text: "Fingerprints of documents should be published in any case.", leaning: [0.4, 0.8, 0.9] },
  {
    text: "Sites that ask not to be used must be left out, law or no law.",
    leaning: [0, 0.9, 0.1],
  },
  {
    text: "Sheets should be written by somebody who did not gather the source.",
    leaning: [0.2, 0.8, 0.4],
  },
  { text: "What was left out should be listed too.", leaning: [0.1, 0.8, 0.7] },
  { text: "The tools that choose texts are as important as the texts.", leaning: [0.2, 0.7, 0.9] },
  { text: "The share of each language should be on the first page.", leaning: [0.3, 0.9, 0.7] },
  { text: "Nobody reads sheets.", leaning: [0.5, -0.4, 0.3] },
  { text: "Made-up texts from other models should be marked as such.", leaning: [0.3, 0.8, 0.9] },
  { text: "Made-up texts from other models should not be used.", leaning: [-0.1, 0.4, -0.2] },
  {
    text: "Personal data found in the corpus should be taken out within a week.",
    leaning: [0.2, 1, 0.5],
  },
  { text: "The corpus should be searchable by anybody.", leaning: [-0.2, 0.2, 0.5] },
  { text: "The corpus should be searchable by auditors only.", leaning: [0.3, 0.4, 0.1] },
  { text: "Whoever wrote much of the corpus should be thanked by name.", leaning: [0.1, 0.6, 0.4] },
  { text: "Whoever wrote much of the corpus should be paid.", leaning: [0.1, 0.6, -0.2] },
  { text: "Companies copy whatever we lay open, and give nothing back.", leaning: [0.7, 0.1, 0.2] },
  { text: "That others copy it is what a commons is for.", leaning: [-0.2, 0.6, 0.7] },
  { text: "Transparency without anybody who looks is theatre.", leaning: [0.4, 0.6, 0.5] },
  {
    text: "Each source should have a person who answers questions on it.",
    leaning: [0.1, 0.8, 0.4],
  },
  { text: "Unclear sources should be decided one by one by members.", leaning: [0.2, 0.7, -0.1] },
  { text: "Unclear sources should be left out.", leaning: [-0.3, 0.7, -0.2] },
  { text: "We are open enough already.", leaning: [0.6, -0.8, 0.1] },
  { text: "A model without its data is not open source.", leaning: [-0.2, 0.8, 0.6] },
  { text: "Transparency has made us better at choosing texts.", leaning: [0.1, 0.7, 0.7] },
];
