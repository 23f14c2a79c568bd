import type { StatementDraft } from "../drafts.ts";

export const fundingStatements: readonly StatementDraft[] = [
  { text: "Whoever earns money with our model should pay for it.", leaning: [0.1, 0.9, 0.3] },
  { text: "Students and clinics should never pay.", leaning: [0.6, 1, 0.7] },
  { text: "I would give ten euros a month.", leaning: [0.2, 0.7, 0.5] },
  { text: "No funder should carry more than a tenth of the budget.", leaning: [-0.1, 0.9, 0.5] },
  {
    text: "Companies that sign for five years deserve a seat on the council.",
    leaning: [0.7, -0.9, 0],
  },
  {
    text: "Paying afterwards for what proved useful is fairer than grants.",
    leaning: [0.3, 0.2, 0.8],
  },
  { text: "Release engineers should be paid like engineers elsewhere.", leaning: [0.2, 0.6, 0.9] },
  { text: "Operators should be paid before anybody else is.", leaning: [0.9, -0.5, 0.1] },
  { text: "We should train less often and test more.", leaning: [-0.1, 0.8, 0.2] },
  {
    text: "A smaller budget that is sure is better than a larger one that is not.",
    leaning: [0.3, 0.7, 0.1],
  },
  {
    text: "Every payment above a thousand should be public within a week.",
    leaning: [0.4, 1, 0.7],
  },
  { text: "We should take no money from arms makers.", leaning: [-0.2, 0.9, 0.2] },
  { text: "We should take no money from the large AI companies.", leaning: [0.1, 0.7, -0.1] },
  {
    text: "A token whose price rises with use would pay for everything.",
    leaning: [0.6, -0.9, -0.2],
  },
  {
    text: "Small languages should have a share of each budget set aside for them.",
    leaning: [0, 0.9, 0.4],
  },
  { text: "Members should decide on each training run separately.", leaning: [0.2, 0.6, -0.3] },
  {
    text: "The council should be able to spend up to fifty thousand without asking.",
    leaning: [0.5, -0.2, 0.6],
  },
  { text: "Volunteers should get a share of what dues bring in.", leaning: [0.3, 0.3, 0.4] },
  { text: "We need a paid person for raising money.", leaning: [0.4, 0.3, 0.5] },
  { text: "Public money should pay for public models.", leaning: [0.1, 0.9, 0.5] },
  { text: "Without the next large model nobody will fund us at all.", leaning: [0.5, -0.4, 0.7] },
  {
    text: "We can do well without training anything larger than what we have.",
    leaning: [-0.5, 0.5, -0.6],
  },
  {
    text: "If the money ends, the weights should be handed to a public library.",
    leaning: [0.2, 0.9, 0.6],
  },
  { text: "I know roughly what the treasury holds.", leaning: [0.4, 0.3, 0.4] },
  { text: "Giving should never bring more votes.", leaning: [-0.5, 1, 0.4] },
  { text: "Dues would drive away the builders who made us known.", leaning: [0.5, -0.3, 0.6] },
  {
    text: "Matching small gifts is worth the trouble of finding out who is one person.",
    leaning: [-0.1, 0.6, 0.6],
  },
  { text: "A reserve for eighteen months should be untouchable.", leaning: [0.3, 0.8, 0.3] },
  {
    text: "Computing that is given instead of money should count the same.",
    leaning: [0.9, 0.4, 0.5],
  },
  { text: "We should publish what one answer costs.", leaning: [0.4, 0.8, 0.8] },
  {
    text: "Asking for money once a year in a loud week would be enough.",
    leaning: [-0.2, 0.2, 0.1],
  },
];
