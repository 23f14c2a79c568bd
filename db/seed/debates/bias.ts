import { type DebateDraft, beside, cite, con, pro } from "../drafts.ts";
import { sources } from "../sources.ts";
import { biasStatements } from "./bias-statements.ts";

const audit = [
  pro(
    "Only a test that is repeated, unchanged, on every release can tell whether a fault was repaired or has merely moved to another group.",
    con(
      "A fixed suite becomes the target: whoever tunes on it passes it, without the model being any fairer to people.",
      con(
        "Half of the suite can stay sealed until release day, written by people who contribute no training data.",
      ),
    ),
    pro(
      "Public results move those who are measured: the companies named in Gender Shades had reduced their errors on darker-skinned women when they were tested again.",
      cite(sources.actionableAuditing),
      beside(
        "Those companies feared for sales. We sell nothing, so a bad score does not press on us in the same way.",
      ),
    ),
  ),
  pro(
    "Faults hide in averages: only results broken down by combinations of groups showed who the commercial face classifiers failed.",
    cite(
      sources.genderShades,
      "darker-skinned females are the most misclassified group (with error rates of up to 34.7%)",
    ),
    con(
      "Each further combination has fewer test items, and below a certain number the difference that we report is noise.",
      con("Small numbers call for intervals and more items, not for leaving those people out."),
    ),
  ),
  pro(
    "The power to hold back a release belongs with people who gain nothing from shipping it.",
    con(
      "A team that is blamed for what it lets through, and never for what it stops, will stop whatever is new.",
    ),
  ),
  con(
    "Five people chosen once would decide for everybody what counts as fair: a second government without an opposition.",
    con(
      "Their tests, thresholds and reasons are public, and any of them can be overruled by a decision of the community.",
    ),
  ),
  con(
    "An audit that is merely required does not happen: of 391 employers examined after New York City’s hiring-audit law took effect, 18 had posted a report.",
    cite(sources.nullCompliance),
    beside(
      "That law lets each employer judge whether it applies. Our release script can refuse to run without a report.",
    ),
  ),
  con(
    "Fairness cannot simply be measured and be done with: except in special cases, no score satisfies three common definitions of it at once.",
    cite(sources.fairnessTradeOffs),
    con(
      "Then an audit can show the trade-off in numbers and leave the choice to a decision, which is better than making it unseen.",
    ),
  ),
];

const bounties = [
  pro(
    "People use the model in dialects, trades and situations that no test suite foresaw.",
    con(
      "Even the hand-built benchmarks cover social biases of one country; we can write our own for others instead of waiting for reports.",
      cite(sources.bbq),
    ),
  ),
  pro(
    "Paying for a reproducible example turns a complaint into a test that can be run for ever.",
    con(
      "What cannot be shown in one example, such as a slightly colder tone towards one group across thousands of answers, never wins a bounty.",
      pro("Such drifts are what we found in the letters of reference last March, by accident."),
    ),
  ),
  pro(
    "We can promise in writing that nobody is blocked or sued for probing our model, which few commercial providers do.",
    cite(sources.safeHarbor),
  ),
  con(
    "A bounty pays for what is quick to find, so groups with many English-speaking members are covered first.",
    con(
      "The reward can rise with the rarity of the language, by a table that we set once a year.",
      con(
        "A table of what each group’s complaint is worth in money is not something I want to vote on.",
      ),
    ),
  ),
  con(
    "In security a report is right or wrong. Whether an answer is biased is partly a judgement, and a bounty has nobody to make it.",
    con(
      "A report counts when most of those who usually disagree with one another find it helpful; Community Notes rank notes in that way.",
      cite(sources.birdwatch),
    ),
  ),
];

const panels = [
  pro(
    "Whether an answer demeans somebody is known best by those whom it is about.",
    cite(sources.languageIsPower),
    con(
      "No panel speaks for a group: people of one community differ about words as much as anybody.",
      con("Drawn by lot, and with its votes published as counts, a panel shows that disagreement."),
    ),
  ),
  pro(
    "Filters made without those concerned remove their voices: a word list that cleaned a large web corpus took out text by and about minorities more often than other text.",
    cite(sources.webtextCorpora),
  ),
  pro(
    "Outsiders’ idea of toxic language made models worse at the dialects of those whom it was meant to protect.",
    cite(sources.detoxifying),
    beside(
      "That paper faults the training method. Asking a panel which answers are toxic and then training in the same way would fail in the same way.",
    ),
  ),
  con(
    "It asks the people who were harmed to do the work of repairing it.",
    con("Panels are paid at the treasury’s usual rate, and nobody is drawn twice in a year."),
  ),
  con(
    "We have members in 19 countries and data in 41 languages. There would be more panels than people to sit on them.",
    con(
      "Panels are called when a fault is reported, not for every group in advance; last year that would have been six.",
    ),
  ),
  con(
    "A panel can say what is wrong with an answer, but not whether a repair breaks something for somebody else.",
  ),
];

const data = [
  pro(
    "A patch on the outputs hides a fault, and the next fine-tuning brings it back.",
    con(
      "Our patch for job titles has held through four fine-tunings, because its tests run on each of them.",
    ),
  ),
  pro(
    "What the model learnt can be argued about only if we know what it read, source by source.",
    cite(sources.datasheets),
    pro(
      "Choosing what goes in with care costs less than finding out afterwards what did.",
      cite(sources.stochasticParrots),
    ),
    con(
      "For the two thirds of the corpus gathered before we kept records, every datasheet would be a guess.",
    ),
  ),
  pro(
    "One of the best-documented cases came from data: health costs were used in place of health needs, and sick Black patients were passed over.",
    cite(sources.healthCosts),
    beside(
      "There, one label was wrong and could be replaced. A language model has no single label to put right.",
    ),
  ),
  pro(
    "The law is going there: providers of high-risk systems must examine their training data for biases and act on what they find.",
    cite(sources.aiAct),
  ),
  con(
    "A new training run takes our nodes eleven weeks. Whoever is harmed today cannot wait for the next corpus.",
    con("A dated notice on the model card and a filter that expires can bridge those weeks."),
  ),
  con(
    "Text that is balanced by count is not balanced in what it says: doubling the pages about a group doubles what is said against it too.",
  ),
];

export const bias: DebateDraft = {
  question: "How should we find and correct bias in a community-trained model?",
  context: `**Commons 2** was trained on text that members gave or collected, on 214 machines in 19 countries. Since its release members have reported, among other things, that

- it writes warmer letters of reference for some first names than for others,
- it answers in English when asked in Quechua or Twi,
- it calls certain neighbourhoods dangerous without being asked.

Nobody here disputes these reports. We differ about who should look for such faults, and who may change the model when one is found.

A good position says **who looks**, **who decides that something is a fault**, **how it is corrected and at whose cost**, and **how we know that it worked**. Which data we may use at all is the subject of another debate.`,
  topic: "bias",
  by: "amara",
  daysAgo: 34,
  moves: [
    {
      to: "framing",
      daysAgo: 33,
      by: "amara",
      reason: "The reports of spring are collected; time to say what we could do.",
    },
    {
      to: "deliberation",
      daysAgo: 22,
      by: "jonas",
      reason:
        "Four positions that differ in who decides. Nobody proposed a fifth in the last week.",
    },
  ],
  positions: [
    {
      title: "A standing audit team that can hold back a release",
      text: "Five paid auditors, elected for a year, test each release against a published suite and a sealed one. A release that fails waits until they or the community let it pass.",
      by: "elif",
      leaning: [-0.2, 0.4, 0.9],
      claims: audit,
    },
    {
      title: "Open bounties for faults that can be reproduced",
      text: "Anybody may report a fault with an example that others can repeat, and is paid when it is confirmed. Confirmed examples join the test suite for good.",
      by: "weijun",
      leaning: [0.8, 0, 0.4],
      claims: bounties,
    },
    {
      title: "Panels of the people concerned decide",
      text: "When a fault is reported, a paid panel is drawn by lot from members whom it touches. The panel decides whether it is a fault, how urgent it is and when it counts as repaired.",
      by: "thandiwe",
      leaning: [-0.6, 0.9, -0.1],
      claims: panels,
    },
    {
      title: "Correct the data, do not patch the model",
      text: "Each source gets a datasheet, faults are traced to what the model read, and corrections go into the corpus of the next run. Filters afterwards are only for the time until then.",
      by: "priya",
      leaning: [0.3, -0.1, 0.6],
      claims: data,
    },
  ],
  statements: biasStatements,
  decision: null,
};
