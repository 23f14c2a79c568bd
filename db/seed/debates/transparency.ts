import { type DebateDraft, beside, cite, con, pro } from "../drafts.ts";
import { arxiv, source, sources } from "../sources.ts";
import { transparencyStatements } from "./transparency-statements.ts";

const transparencyIndex = arxiv(
  "2310.12941",
  "2023-10-19",
  "The Foundation Model Transparency Index",
);
const provenance = arxiv(
  "2310.16787",
  "2023-10-25",
  "The Data Provenance Initiative: A Large Scale Audit of Dataset Licensing & Attribution in AI",
);
const dolma = arxiv(
  "2402.00159",
  "2024-01-31",
  "Dolma: an Open Corpus of Three Trillion Tokens for Language Model Pretraining Research",
);
const olmo = arxiv("2402.00838", "2024-02-01", "OLMo: Accelerating the Science of Language Models");
const consentInCrisis = arxiv(
  "2407.14933",
  "2024-07-20",
  "Consent in Crisis: The Rapid Decline of the AI Data Commons",
);
const abuseImages = source("audit", "https://purl.stanford.edu/kh752sm9123", [
  "Identifying and Eliminating CSAM in Generative ML Training Data and Models",
  "Stanford Internet Observatory",
  "2023-12-23",
]);

const everything = [
  pro(
    "It has been done at full size: three trillion tokens with the tools that made the choice.",
    cite(dolma),
    pro(
      "And the model trained on them came with everything that one needs to do it again.",
      cite(olmo),
    ),
  ),
  pro(
    "What is in a corpus is found by strangers who look, not by those who gathered it: that is how pictures of abused children were found.",
    cite(abuseImages),
    con("The same corpus had been open for anybody to download all that time, and was."),
  ),
  pro("Without the texts nobody can tell learning from copying, in court or out of it."),
  con(
    "Much of what we use may be read by everybody but passed on by nobody.",
    pro(
      "For most collections of texts the licence is missing, and where one is given it is often wrong.",
      cite(provenance),
    ),
  ),
  con("A corpus that everybody can search is a directory of people who never asked to be in one."),
];

const listOnly = [
  pro(
    "Ten large developers said little more than a third of what could be said, and data is where they said least. A list would put us ahead of all.",
    cite(transparencyIndex),
    beside("That others are worse is no measure for a commons."),
  ),
  pro("The law asks for a summary of what was used, and a list is that.", cite(sources.aiAct)),
  pro("With fingerprints anybody who has a document can find out whether it was used."),
  con(
    "A list of addresses is worthless in two years: the pages will have gone or changed.",
    con("Fingerprints stay. Who has the text can still check it."),
  ),
];

const sheets = [
  pro(
    "A good sheet says what a list cannot: why something was taken, by whom, and what it is not fit for.",
    cite(sources.datasheets),
    con("Sheets are written by those whose work they describe, and are read by nobody."),
  ),
  pro("It costs a week of work for each source, which we have, and no lawyers, which we don’t."),
  con(
    "Within a year a great many sites shut their doors to whoever gathers texts for training; saying less keeps the other doors open.",
    cite(consentInCrisis),
    beside("They shut them because they were not asked, not because they were named."),
  ),
];

export const transparency: DebateDraft = {
  question: "How much of our training data do we lay open?",
  context: `The corpus for Commons 3 has 212 sources. For 61 of them we may pass the texts on, for 118 only say where they came from, and for 33 not even that is clear.

A position says what **everybody** gets to see, and what a **trusted auditor** gets to see beyond it.`,
  topic: "transparency",
  by: "ifeoma",
  daysAgo: 30,
  moves: [
    { to: "framing", daysAgo: 29, by: "ifeoma", reason: "The sources are counted and sorted." },
    { to: "deliberation", daysAgo: 19, by: "amara", reason: "Three ways, from all to little." },
  ],
  positions: [
    {
      title: "Everything that goes in is published",
      text: "What may not be passed on is left out of the corpus. Tools and choices are published as well.",
      by: "ingrid",
      leaning: [-0.1, 0.7, 0.2],
      claims: everything,
    },
    {
      title: "A list with fingerprints, the texts for auditors",
      text: "Everybody sees each source, its licence and a fingerprint of each document. Auditors drawn by lot see the texts.",
      by: "oleksandr",
      leaning: [0.5, 0.4, 0.6],
      claims: listOnly,
    },
    {
      title: "A sheet for each source",
      text: "We describe each source in two pages, by one form, and answer questions.",
      by: "matteo",
      leaning: [0.4, -0.6, 0.1],
      claims: sheets,
    },
  ],
  statements: transparencyStatements,
  decision: null,
};
