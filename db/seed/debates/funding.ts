import { type DebateDraft, beside, cite, con, pro } from "../drafts.ts";
import { arxiv, source, sources } from "../sources.ts";
import { fundingStatements } from "./funding-statements.ts";

const trainingCosts = arxiv(
  "2405.21015",
  "2024-05-31",
  "The rising costs of training frontier AI models",
);
const flexibleDesign = arxiv(
  "1809.06421",
  "2018-09-17",
  "A Flexible Design for Funding Public Goods",
);
const equalShares = arxiv(
  "2008.13276",
  "2020-08-30",
  "Proportional Participatory Budgeting with Additive Utilities",
);
const valueOfOpenSource = source("study", "https://www.hbs.edu/faculty/Pages/item.aspx?num=65230", [
  "The Value of Open Source Software",
  "Harvard Business School",
  "2024-01-01",
]);
const roadsAndBridges = source(
  "study",
  "https://www.fordfoundation.org/work/learning/research-reports/roads-and-bridges-the-unseen-labor-behind-our-digital-infrastructure/",
  [
    "Roads and Bridges: The Unseen Labor Behind Our Digital Infrastructure",
    "Ford Foundation",
    "2016-07-14",
  ],
);
const retroactive = source(
  "testimony",
  "https://medium.com/ethereum-optimism/retroactive-public-goods-funding-33c9b7d00f0c",
  ["Retroactive Public Goods Funding", "Optimism", "2021-07-20"],
);

const dues = [
  pro(
    "Work that everybody uses and nobody pays for wears out the few who do it.",
    cite(roadsAndBridges),
    con("They wear out from being asked at all hours, which money alone does not change."),
  ),
  pro(
    "Users would have to spend several times as much if the open software that they use did not exist; a small due is a bargain.",
    cite(valueOfOpenSource),
    beside(
      "That study is about libraries. A model can be replaced by renting another one tomorrow.",
    ),
  ),
  pro("Dues by size of use bind those who earn most, and leave students and clinics alone."),
  con(
    "Whoever downloads the weights cannot be made to pay; we would be dunning the honest.",
    con("The hosted endpoints bring nine tenths of the traffic, and those we can meter."),
  ),
  con(
    "A due on use is a step towards a licence that is not open any more.",
    cite(sources.openSourceDefinition),
  ),
];

const rounds = [
  pro(
    "Matching many small gifts funds what many people want, not what a few rich ones want.",
    cite(flexibleDesign),
    con(
      "It rewards whoever can gather accounts. Without knowing who is one person it can be milked.",
    ),
  ),
  pro(
    "Equal shares gives each group of members their part of the budget, so that small languages get something in every round.",
    cite(equalShares),
  ),
  pro(
    "It is easier to agree on what was useful than on what will be; paying afterwards is cheaper and fairer.",
    cite(retroactive),
    con(
      "Those who have no savings cannot work for two years on the hope of being paid afterwards.",
    ),
  ),
  con(
    "Training is one large bill on one day. Rounds are good for many small things.",
    pro(
      "The cost of the largest training runs has more than doubled each year since 2016.",
      cite(trainingCosts),
    ),
  ),
];

const endowment = [
  pro("Interest is dull and comes every year. Grants come when a foundation changes its mind."),
  pro(
    "Whoever gives to an endowment gives up the say; that keeps funders from steering us.",
    con("They still sit at the table when the next gift is talked about."),
  ),
  con(
    "For one training run in three years we would need thirty million in the bank. We have four.",
    con("Then let it pay for people and tests, and keep training for campaigns."),
  ),
  con("Money that may not be touched is money that does not train a model while it still matters."),
];

const companies = [
  pro(
    "Three companies would sign tomorrow for five years. Nothing else on this page comes with a signature.",
  ),
  pro(
    "Companies that build on us lose more by our end than membership costs them.",
    con("Each of them waits for the others to pay."),
  ),
  con(
    "Whoever pays two thirds of a budget decides, whatever the charter says.",
    pro(
      "In many DAOs less than one hundredth of the holders have nine tenths of the votes; money buys the same without a vote.",
      cite(sources.daoConcentration),
    ),
    con("A cap of one tenth for each funder takes care of that."),
  ),
  con(
    "When the fashion changes they leave together, and then the whole budget goes in one quarter.",
  ),
];

export const funding: DebateDraft = {
  question: "How do we pay for open weights over the next five years?",
  context: `The treasury holds **4.1 million**; a year costs 1.3 million without training, and the next training run about 2 million. Two of our three grants end next summer.

We look for a way that lasts **five years** and that does not hand the model to whoever pays. Ways can be mixed: a position says what carries most of it.`,
  topic: "funding",
  by: "clara",
  daysAgo: 44,
  moves: [
    { to: "framing", daysAgo: 43, by: "clara", reason: "The figures are checked by two people." },
    {
      to: "deliberation",
      daysAgo: 31,
      by: "amara",
      reason: "Four ways are worked out far enough.",
    },
  ],
  positions: [
    {
      title: "Dues by size of use",
      text: "Whoever serves more than a million answers a month pays a due for each further million. All others pay nothing.",
      by: "rosa",
      leaning: [0.2, 0.7, 0.1],
      claims: dues,
    },
    {
      title: "Funding rounds twice a year",
      text: "Members and friends give, the treasury matches. What was useful is paid afterwards as well.",
      by: "elif",
      leaning: [0.1, 0.5, 0.7],
      claims: rounds,
    },
    {
      title: "An endowment that we live on",
      text: "For three years half of every gift goes into a fund that may not be spent.",
      by: "hana",
      leaning: [-0.2, 0.6, -0.3],
      claims: endowment,
    },
    {
      title: "Company members with a cap",
      text: "Companies sign for five years. None may carry more than a tenth of the budget or sit on the council.",
      by: "northnode",
      leaning: [0.8, -0.5, 0.4],
      claims: companies,
    },
  ],
  statements: fundingStatements,
  decision: null,
};
