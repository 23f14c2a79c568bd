import { type DebateDraft, beside, cite, con, pro } from "../drafts.ts";
import { arxiv, sources } from "../sources.ts";
import { performanceStatements } from "./performance-statements.ts";

const heterogeneous = arxiv(
  "2206.01288",
  "2022-06-02",
  "Decentralized Training of Foundation Models in Heterogeneous Environments",
);
const swarm = arxiv(
  "2301.11913",
  "2023-01-27",
  "SWARM Parallelism: Training Large Models Can Be Surprisingly Communication-Efficient",
);
const openDiloco = arxiv(
  "2407.07852",
  "2024-07-10",
  "OpenDiLoCo: An Open-Source Framework for Globally Distributed Low-Communication Training",
);
const chinchilla = arxiv(
  "2203.15556",
  "2022-03-29",
  "Training Compute-Optimal Large Language Models",
);
const scalingLaws = arxiv("2001.08361", "2020-01-23", "Scaling Laws for Neural Language Models");
const collaborations = arxiv(
  "2106.10207",
  "2021-06-18",
  "Distributed Deep Learning in Open Collaborations",
);
const carbon = arxiv(
  "2104.10350",
  "2021-04-21",
  "Carbon Emissions and Large Neural Network Training",
);

const everywhere = [
  pro(
    "Workers far apart that meet once in five hundred steps lose almost nothing against workers in one hall.",
    cite(sources.diloco),
    pro("Others have repeated it on their own machines and published how.", cite(openDiloco)),
  ),
  pro(
    "Unequal machines on slow lines can be scheduled so well that a hall is only a few times faster.",
    cite(heterogeneous),
    con("A few times faster is the difference between this year’s model and last year’s."),
  ),
  pro(
    "Machines that come and go can train together: volunteers did it with a language model for Bengali.",
    cite(collaborations),
    beside("That model is a thousand times smaller than what is asked about here."),
  ),
  con(
    "Every stranger’s machine can send wrong updates, and finding them costs time that a hall does not need.",
    con(
      "Robust rules for joining updates hold against a good share of such machines.",
      cite(sources.secureTraining),
    ),
  ),
];

const hall = [
  pro(
    "What a model can do follows from how much is computed and from how many texts; waiting for lines is computing that we throw away.",
    cite(scalingLaws),
    con(
      "For the same computing a smaller model on more texts is better, and smaller models need less of a line.",
      cite(chinchilla),
    ),
  ),
  pro("One invoice, one failure to look for, one team that is awake at night."),
  con("Whoever owns the hall can switch us off, and did so to two of our friends last year."),
  con(
    "Where a hall stands decides what it burns: between places the emissions of the same training differ tenfold.",
    cite(carbon),
    beside("One can choose a hall with clean power. One cannot choose what a thousand homes burn."),
  ),
];

const mixed = [
  pro(
    "The larger the model, the less its parts have to say to each other for each step of work; so the large middle part fits slow lines.",
    cite(swarm),
  ),
  pro(
    "A ten-billion model was trained by servers on three continents with more than four fifths of the time spent on computing.",
    cite(sources.intellect),
    con("With eight good cards in each place. Call it what it is: several halls."),
  ),
  pro("We keep the knowledge of both ways, and can leave whichever lets us down."),
  con("Two ways to build means two sets of faults and half the people for each."),
];

export const performance: DebateDraft = {
  question: "Can training on many machines match one data centre, and should we bet on it?",
  context: `For **Commons 3** (about 30 billion parameters) we have offers from one data centre, and promises of machines from 61 operators in 19 countries. Both would cost about the same. The trial runs are published; read them before you rate.

Asked is what we **bet the next model on**, not which way is nicer.`,
  topic: "performance",
  by: "gradient",
  daysAgo: 36,
  moves: [
    { to: "framing", daysAgo: 35, by: "gradient", reason: "Offers and trials are published." },
    {
      to: "deliberation",
      daysAgo: 24,
      by: "jonas",
      reason: "The three ways cover what was proposed.",
    },
  ],
  positions: [
    {
      title: "Many machines, everywhere",
      text: "We train on what members and operators bring, and take the time it takes.",
      by: "kwame",
      leaning: [0.8, 0.6, -0.3],
      claims: everywhere,
    },
    {
      title: "One data centre",
      text: "We rent one hall for seven weeks and get the best model for the money.",
      by: "samuel",
      leaning: [-0.6, -0.2, 0.8],
      claims: hall,
    },
    {
      title: "A few good places, joined",
      text: "Six to nine places with at least eight cards each, joined once in some hundred steps.",
      by: "mei-lin",
      leaning: [0.3, 0.3, 0.5],
      claims: mixed,
    },
  ],
  statements: performanceStatements,
  decision: null,
};
