import { type DebateDraft, beside, cite, con, pro } from "../drafts.ts";
import { sources } from "../sources.ts";
import type { PersonKey } from "../people.ts";

/** Still being argued. */
export const homeNodes: DebateDraft = {
  question: "Should we accept slower training so that machines at home can take part?",
  context: `The next model can be trained in five weeks on nine rented clusters, or in about eleven on those and some 160 machines at members’ homes. The second way costs a third less money and more patience.

Figures are from the trial run in the members’ repository.`,
  topic: "performance",
  by: "kwame",
  daysAgo: 15,
  moves: [
    { to: "framing", daysAgo: 15, by: "kwame", reason: "The trial run is evaluated." },
    { to: "deliberation", daysAgo: 11, by: "jonas", reason: "Two clear positions." },
  ],
  positions: [
    {
      title: "Yes: whoever has a machine may help to train",
      text: "Home machines take part wherever they do not make a run more than three times as long.",
      by: "kwame",
      leaning: [0.6, 0.7, 0],
      claims: [
        pro(
          "Workers that talk to each other only once in hundreds of steps reached results as good as those that talk all the time.",
          cite(sources.diloco),
          con(
            "Those were groups of machines in data centres. Each of ours is a single card on a home line.",
          ),
        ),
        pro(
          "A ten-billion-parameter model has been trained across three continents by people who do not share an employer.",
          cite(sources.intellect),
          beside(
            "They joined with whole servers. It shows that distance can be bridged, not that small machines help.",
          ),
        ),
        pro("A model that only nine clusters can train belongs to whoever owns nine clusters."),
        con(
          "Every week of delay is a week in which people use the old model, with its known faults.",
        ),
      ],
    },
    {
      title: "No: train on clusters, let homes serve",
      text: "Home machines answer people’s questions, where they are good, and training stays with the clusters.",
      by: "gradient",
      leaning: [0, -0.3, 0.8],
      claims: [
        pro(
          "Serving suits home machines: large models can be run and fine-tuned in pieces by volunteers’ cards.",
          cite(sources.petals),
        ),
        pro("In the trial, half of the added computing went into waiting for the slowest tenth."),
        con(
          "Whoever only serves learns nothing about how the model came to be and will not be asked.",
          con("That depends on who may vote, not on who may compute."),
        ),
      ],
    },
  ],
  statements: [
    { text: "I would leave my machine on at night for this.", leaning: [0.7, 0.6, 0.4] },
    { text: "Eleven weeks is too long for a training run.", leaning: [0.1, -0.3, 0.7] },
    { text: "Taking part matters more than finishing early.", leaning: [0, 0.9, -0.4] },
    {
      text: "The energy used per answer should be published for both ways.",
      leaning: [0.3, 0.8, 0.8],
    },
    {
      text: "Renting clusters makes us depend on companies that we set out to do without.",
      leaning: [0.5, 0.7, -0.1],
    },
    {
      text: "Home machines should be paid the same per useful step as clusters.",
      leaning: [0.9, 0.5, 0.2],
    },
  ],
  decision: null,
};

/** Positions are being collected. */
export const publicPosts: DebateDraft = {
  question: "May we train on public posts whose authors cannot be asked?",
  context: `Forty gigabytes of forum posts in languages that we hardly have are offered to us by somebody who collected them over ten years. They were public when they were written. Two of the forums are gone, and most authors cannot be reached.

Please propose positions that say **what may be used**, **who can object and how**, and **what happens to a model when somebody objects later**.`,
  topic: "privacy",
  by: "eunji",
  daysAgo: 6,
  moves: [
    {
      to: "framing",
      daysAgo: 4,
      by: "eunji",
      reason: "The offer has been checked; what we may do with it is open.",
    },
  ],
  positions: [
    {
      title: "No, silence is not consent",
      text: "Public meant public to the readers of that time. Where the author cannot be asked, we do without.",
      by: "leila",
      leaning: [-0.5, 0.8, -0.2],
      claims: [],
    },
    {
      title: "Yes, after removing names, with a way out",
      text: "Names, addresses and whatever points to one person are removed. Anybody can have their texts taken out of the corpus, and they are gone from the next model.",
      by: "quietcompiler",
      leaning: [0.6, 0.1, 0.8],
      claims: [],
    },
    {
      title: "Ask the speakers of each language",
      text: "A panel of people who speak the language decides for its forum. They know what was said there in confidence.",
      by: "ifeoma",
      leaning: [0, 0.7, 0.2],
      claims: [],
    },
  ],
  statements: [],
  decision: null,
};

/** Seen by its author and the moderators until it is opened. */
export const smallLanguages: DebateDraft = {
  question: "How should languages with few speakers count when we judge a release?",
  context: `Draft. Today a release is better if its average over all test questions is better. Nine tenths of the questions are in six languages.

Still missing before this can be opened: the list of languages with their number of questions, and somebody who explains what a weighted average would have said about the last two releases.`,
  topic: "representation",
  by: "sofia",
  daysAgo: 2,
  moves: [],
  positions: [
    {
      title: "No release may get worse in any language",
      text: "A release waits until each language with at least 200 questions does as well as before, within its margin of error.",
      by: "sofia",
      leaning: [-0.4, 0.8, 0],
      claims: [],
    },
  ],
  statements: [],
  decision: null,
};

/** Over and done with. */
const votingFor = (title: string, people: readonly PersonKey[]) =>
  Object.fromEntries(people.map((key) => [key, title]));

export const licence: DebateDraft = {
  question: "Under which licence do we publish the weights?",
  context: `The first question that we ever decided here, before **Commons 1** came out. It is kept because newcomers keep asking it.`,
  topic: "transparency",
  by: "amara",
  daysAgo: 390,
  moves: [
    { to: "framing", daysAgo: 389, by: "amara", reason: "We cannot publish without an answer." },
    {
      to: "deliberation",
      daysAgo: 382,
      by: "jonas",
      reason: "Three positions, each with people behind it.",
    },
    { to: "voting", daysAgo: 366, by: "amara", reason: "The release is ready and waits for this." },
    { to: "decided", daysAgo: 359, by: "amara", reason: "The vote has closed and was counted." },
    {
      to: "followup",
      daysAgo: 358,
      by: "amara",
      reason: "The licence has to be put into each repository.",
    },
    {
      to: "archived",
      daysAgo: 330,
      by: "jonas",
      reason: "All repositories carry the licence. Nothing is left to do.",
    },
  ],
  positions: [
    {
      title: "A licence with limits of use",
      text: "Open to all, but not for what its list of harmful uses names.",
      by: "ifeoma",
      leaning: [-0.3, 0.6, -0.4],
      claims: [
        pro(
          "It had been done: BLOOM was made by hundreds of people in the open and published under such a licence.",
          cite(sources.bloom),
          cite(sources.railLicence),
        ),
        pro(
          "Guidelines bind nobody, whereas conditions in a licence can be enforced.",
          cite(sources.behaviouralLicensing),
          con("By whom? Not one of us would have gone to court."),
        ),
        con(
          "It is not open source, so distributions and public bodies that may only use open source could not use it.",
          cite(
            sources.openSourceDefinition,
            "The license must not restrict anyone from making use of the program in a specific field of endeavor.",
          ),
        ),
      ],
    },
    {
      title: "An open licence, with everything needed to build it again",
      text: "Weights, code and a description of the data that lets somebody skilled make a like system, for any use.",
      by: "quietcompiler",
      leaning: [0.5, 0.4, 0.9],
      claims: [
        pro(
          "It meets the Open Source AI Definition, so that nobody has to study a new licence before helping us.",
          cite(sources.openSourceAi),
        ),
        pro(
          "Whoever can rebuild a model can check it, and need not believe our model card.",
          cite(sources.modelCards),
        ),
        con("Those who mean harm get the same freedom as those who do not."),
      ],
    },
    {
      title: "Members only",
      text: "The weights stay with those who helped to make them.",
      by: "oleksandr",
      leaning: [0.4, -0.7, -0.7],
      claims: [
        pro("Those who paid for the electricity would have something for it."),
        con("Weights that all of us hold are public within a week, only without a licence."),
      ],
    },
  ],
  statements: [],
  decision: {
    title: "Under which licence do we publish the weights?",
    method: "plurality",
    secrecy: "public",
    by: "amara",
    opensDaysAgo: 366,
    closesDaysAgo: 359,
    turnout: 0.85,
    holdings: {
      title: "Hours of computing given to Commons 1",
      token: "hours",
      source: "Schedulers’ records of the training run, added up by machine owner",
      amounts: {
        northnode: 5_200,
        oleksandr: 4_100,
        farid: 3_300,
        weijun: 640,
        kwame: 520,
        matteo: 410,
        rackmountruth: 380,
        aleksi: 300,
        tomas: 240,
        quietcompiler: 160,
        jonas: 120,
        samuel: 90,
        clara: 60,
        amara: 20,
      },
      elsewhere: { "0x7c3f0a9d21b84e65d0c1f2a3b4958677a8b9c0d1": 1_500 },
    },
    votes: {
      northnode: "Members only",
      oleksandr: "Members only",
      farid: "Members only",
      ...votingFor("An open licence, with everything needed to build it again", [
        "amara",
        "jonas",
        "mei-lin",
        "quietcompiler",
        "samuel",
        "clara",
        "yusuf",
      ]),
    },
    outcome: {
      winner: "Members only",
      text: `Counted by hours of computing, as we had agreed for this one vote, **members only** came first: three machine owners had given most of the hours. Counted by people, most had wanted an open licence.

The three said within a day that a licence which most of us did not want would hold nobody, and gave way. It is why no later decision of ours was weighed, and why we argued about stake.

Weights and code are under Apache 2.0. The description of the data names every source. The wish behind the licence with limits of use, not to be part of harm, was taken up in the charter as rule 7 and in the model card.`,
      by: "amara",
    },
  },
};
