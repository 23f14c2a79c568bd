import type { StatementDraft } from "../drafts.ts";

export const performanceStatements: readonly StatementDraft[] = [
  { text: "The best model for the money is what we owe to users.", leaning: [0.1, 0.1, 0.8] },
  { text: "How a model was made matters as much as how good it is.", leaning: [0.4, 0.9, -0.1] },
  { text: "I could lend a machine for two months.", leaning: [0.9, 0.1, 0.2] },
  { text: "A model that is a year late helps nobody.", leaning: [0.1, -0.2, 0.7] },
  { text: "Depending on one company is the greatest risk that we have.", leaning: [0.7, 0.8, 0.1] },
  {
    text: "Trials should be repeated by somebody else before we bet on them.",
    leaning: [0.2, 0.7, 0.9],
  },
  { text: "We should publish failed runs as well.", leaning: [0.3, 0.8, 0.9] },
  { text: "Ten places with good machines are decentralised enough.", leaning: [0.3, -0.3, 0.7] },
  {
    text: "Operators with eight cards should not count more than those with one.",
    leaning: [0.1, 0.8, 0],
  },
  {
    text: "Slow machines should be allowed to leave a run without losing their pay.",
    leaning: [0.8, 0.6, 0.1],
  },
  { text: "Power from coal should not count as a contribution.", leaning: [-0.3, 0.8, 0.3] },
  { text: "Energy for each run should be measured, not guessed.", leaning: [0.2, 0.8, 0.8] },
  {
    text: "We should train many small models rather than one large one.",
    leaning: [0.3, 0.5, -0.1],
  },
  { text: "Thirty billion parameters are more than most of us can run.", leaning: [0.4, 0.6, 0.2] },
  { text: "Whoever wants one data centre does not want a commons.", leaning: [0.5, 0.2, -0.8] },
  { text: "Decentralised training is a research project, not a plan.", leaning: [-0.5, -0.2, 0.7] },
  {
    text: "Half a percent on a benchmark is not worth giving up control.",
    leaning: [0.5, 0.9, 0.1],
  },
  { text: "Wrong updates from strangers are a solved problem.", leaning: [0.3, -0.1, -0.4] },
  { text: "Each update should be signed by whoever computed it.", leaning: [0.4, 0.6, 0.7] },
  { text: "A run should go on even when a third of the machines leave.", leaning: [0.8, 0.6, 0.5] },
  { text: "We have enough people to run two ways at once.", leaning: [0.3, -0.2, -0.7] },
  { text: "The people who train should decide how.", leaning: [0.5, -0.6, 0.8] },
  { text: "All members should decide how, since all bear the risk.", leaning: [0.1, 0.9, -0.3] },
  {
    text: "A hall that we own together would be better than one that we rent.",
    leaning: [0.5, 0.6, 0.3],
  },
  { text: "We should buy our own machines, a few each year.", leaning: [0.5, 0.3, 0.2] },
  { text: "Speed records impress funders.", leaning: [0.4, 0.1, 0.4] },
  { text: "Training should pause when power is scarce somewhere.", leaning: [-0.2, 0.8, 0.1] },
  {
    text: "The scheduler is the most important piece of code that we have.",
    leaning: [0.6, 0, 0.8],
  },
  {
    text: "I would accept a model that is a tenth worse if a thousand people trained it.",
    leaning: [0.5, 0.8, -0.2],
  },
  { text: "If the bet fails we should say so within a month.", leaning: [0.4, 0.9, 0.8] },
  {
    text: "A second opinion from outside should be paid for before we sign.",
    leaning: [0.1, 0.8, 0.4],
  },
];
