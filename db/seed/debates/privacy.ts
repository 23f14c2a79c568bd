import { type DebateDraft, beside, cite, con, pro } from "../drafts.ts";
import { arxiv, source } from "../sources.ts";
import { privacyStatements } from "./privacy-statements.ts";

const deepLeakage = arxiv("1906.08935", "2019-06-21", "Deep Leakage from Gradients");
const extracting = arxiv(
  "2012.07805",
  "2020-12-14",
  "Extracting Training Data from Large Language Models",
);
const membership = arxiv(
  "1610.05820",
  "2016-10-18",
  "Membership Inference Attacks against Machine Learning Models",
);
const differentialPrivacy = arxiv(
  "1607.00133",
  "2016-07-01",
  "Deep Learning with Differential Privacy",
);
const disparateImpact = arxiv(
  "1905.12101",
  "2019-05-28",
  "Differential Privacy Has Disparate Impact on Model Accuracy",
);
const secureAggregation = arxiv(
  "1611.04482",
  "2016-11-14",
  "Practical Secure Aggregation for Federated Learning on User-Held Data",
);
const federated = arxiv(
  "1602.05629",
  "2016-02-17",
  "Communication-Efficient Learning of Deep Networks from Decentralized Data",
);
const foreshadow = source(
  "study",
  "https://www.usenix.org/conference/usenixsecurity18/presentation/bulck",
  [
    "Foreshadow: Extracting the Keys to the Intel SGX Kingdom with Transient Out-of-Order Execution",
    "USENIX Security 2018",
    "2018-08-15",
  ],
);
const gdpr = source("law", "https://eur-lex.europa.eu/eli/reg/2016/679/oj", [
  "Regulation (EU) 2016/679 (General Data Protection Regulation)",
  "European Union",
  "2016-04-27",
]);

const stayHome = [
  pro(
    "A model can be trained by sending updates instead of data, and comes out nearly as good.",
    cite(federated),
    beside(
      "That was shown with small networks for pictures and words; ours is ten thousand times as large.",
    ),
  ),
  pro("What never leaves a clinic cannot be lost by somebody else."),
  con(
    "Updates are not harmless: pictures and sentences can be read back out of gradients.",
    cite(deepLeakage),
    con(
      "Added up over many nodes before anybody sees them, they show next to nothing of one.",
      cite(secureAggregation),
    ),
  ),
  con("Nobody can look for bias or stolen texts in data that nobody can see."),
];

const noise = [
  pro(
    "It is the only promise with a number in it: how much one person’s text can change the model.",
    cite(differentialPrivacy),
    con(
      "With the numbers that we could afford the promise would be so weak that it means nothing.",
    ),
  ),
  pro(
    "Whether somebody’s record was in the training can be found out from the model’s answers alone; noise is what helps against that.",
    cite(membership),
  ),
  con(
    "The loss falls on those who are few: accuracy drops most for small groups.",
    cite(disparateImpact),
    pro(
      "For the smallest four languages in our trial the error doubled; for English it rose by a tenth.",
    ),
  ),
];

const enclaves = [
  pro("Computing happens as fast as ever; only a small part of the machine has to be trusted."),
  pro("An operator can prove to a clinic which program its data went into, before it goes there."),
  con(
    "Enclaves have been opened again and again, and the keys of whole series with them.",
    cite(foreshadow),
    con(
      "Each of those holes was closed. An operator’s disk has no such history only because nobody looks.",
    ),
  ),
  con("It ties a commons to the keys of two companies."),
];

const publicOnly = [
  pro(
    "Language models say whole passages of their training texts by heart, names and telephone numbers included.",
    cite(extracting),
    pro("So the only sure way is that nothing private goes in."),
  ),
  pro(
    "Whoever asks to be forgotten can be: a document is taken out of a list that everybody can read.",
    cite(gdpr),
    con("Out of the list, yes. Not out of a model that was trained on it."),
  ),
  con("A model that has never seen how nurses write is of no use to nurses."),
  con("Public is not harmless: most of what people regret about themselves is public."),
];

export const privacy: DebateDraft = {
  question: "How do we keep private data private when training runs on many nodes?",
  context: `Four clinics and a legal aid society offer texts for training, on one condition: **nobody outside may read them**. Our training runs on machines of some sixty operators whom the clinics do not know.

A test with made-up records has been done; its report is in the repository. Laws differ, so the question is what **we** promise, wherever a node stands.`,
  topic: "privacy",
  by: "nadia",
  daysAgo: 40,
  moves: [
    { to: "framing", daysAgo: 39, by: "nadia", reason: "The clinics agreed to the wording." },
    {
      to: "deliberation",
      daysAgo: 28,
      by: "priya",
      reason: "All ways that were tested have a position.",
    },
  ],
  positions: [
    {
      title: "Data stays where it is, only summed updates travel",
      text: "Each holder trains on its own machines. Updates are added up under encryption, and the sum is all that others see.",
      by: "thandiwe",
      leaning: [0.3, 0.7, 0.3],
      claims: stayHome,
    },
    {
      title: "Noise with a published budget",
      text: "Training adds noise so that no single record matters by more than a published number.",
      by: "anabeatriz",
      leaning: [-0.3, 0.4, 0.5],
      claims: noise,
    },
    {
      title: "Sealed machines",
      text: "Private texts are only opened inside hardware that proves what it runs.",
      by: "weijun",
      leaning: [0.8, -0.4, 0.4],
      claims: enclaves,
    },
    {
      title: "Public texts only",
      text: "What may not be read by everybody does not go into a model that everybody may have.",
      by: "eunji",
      leaning: [-0.2, 0.3, -0.6],
      claims: publicOnly,
    },
  ],
  statements: privacyStatements,
  decision: null,
};
