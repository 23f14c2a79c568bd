import type { EvidenceKind } from "#shared/contract/evidence.ts";
import type { Source } from "./drafts.ts";

export const arxiv = (id: string, publishedOn: string, title: string): Source => ({
  kind: "study",
  url: `https://arxiv.org/abs/${id}`,
  title,
  publisher: "arXiv",
  publishedOn,
});

export const source = (
  kind: EvidenceKind,
  url: string,
  [title, publisher, publishedOn]: readonly [title: string, publisher: string, on: string],
): Source => ({ kind, url, title, publisher, publishedOn });

/** Real sources that the demo's people cite. Papers carry the day of their first version at the address given. */
export const sources = {
  genderShades: source("audit", "https://proceedings.mlr.press/v81/buolamwini18a.html", [
    "Gender Shades: Intersectional Accuracy Disparities in Commercial Gender Classification",
    "Proceedings of Machine Learning Research, vol. 81",
    "2018-01-21",
  ]),
  actionableAuditing: source("audit", "https://doi.org/10.1145/3306618.3314244", [
    "Actionable Auditing: Investigating the Impact of Publicly Naming Biased Performance Results of Commercial AI Products",
    "ACM, AIES 2019",
    "2019-01-27",
  ]),
  nullCompliance: arxiv(
    "2406.01399",
    "2024-06-03",
    "Null Compliance: NYC Local Law 144 and the Challenges of Algorithm Accountability",
  ),
  fairnessTradeOffs: arxiv(
    "1609.05807",
    "2016-09-19",
    "Inherent Trade-Offs in the Fair Determination of Risk Scores",
  ),
  bbq: arxiv("2110.08193", "2021-10-15", "BBQ: A Hand-Built Bias Benchmark for Question Answering"),
  safeHarbor: arxiv("2403.04893", "2024-03-07", "A Safe Harbor for AI Evaluation and Red Teaming"),
  languageIsPower: arxiv(
    "2005.14050",
    "2020-05-28",
    "Language (Technology) is Power: A Critical Survey of “Bias” in NLP",
  ),
  webtextCorpora: arxiv(
    "2104.08758",
    "2021-04-18",
    "Documenting Large Webtext Corpora: A Case Study on the Colossal Clean Crawled Corpus",
  ),
  detoxifying: arxiv(
    "2104.06390",
    "2021-04-13",
    "Detoxifying Language Models Risks Marginalizing Minority Voices",
  ),
  datasheets: arxiv("1803.09010", "2018-03-23", "Datasheets for Datasets"),
  modelCards: arxiv("1810.03993", "2018-10-05", "Model Cards for Model Reporting"),
  stochasticParrots: source("study", "https://doi.org/10.1145/3442188.3445922", [
    "On the Dangers of Stochastic Parrots: Can Language Models Be Too Big?",
    "ACM, FAccT 2021",
    "2021-03-01",
  ]),
  healthCosts: source("study", "https://doi.org/10.1126/science.aax2342", [
    "Dissecting racial bias in an algorithm used to manage the health of populations",
    "Science",
    "2019-10-25",
  ]),
  aiAct: source("law", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj", [
    "Regulation (EU) 2024/1689 (Artificial Intelligence Act)",
    "European Union",
    "2024-06-13",
  ]),
  productLiability: source("law", "https://eur-lex.europa.eu/eli/dir/2024/2853/oj", [
    "Directive (EU) 2024/2853 on liability for defective products",
    "European Union",
    "2024-10-23",
  ]),
  nistRiskFramework: source("law", "https://doi.org/10.6028/NIST.AI.100-1", [
    "Artificial Intelligence Risk Management Framework (AI RMF 1.0)",
    "National Institute of Standards and Technology",
    "2023-01-26",
  ]),
  casper: arxiv("1710.09437", "2017-10-25", "Casper the Friendly Finality Gadget"),
  brokenProofOfLearning: arxiv(
    "2208.03567",
    "2022-08-06",
    "Proof-of-Learning is Currently More Broken Than You Think",
  ),
  secureTraining: arxiv("2106.11257", "2021-06-21", "Secure Distributed Training at Scale"),
  lidoSlashing: source(
    "data",
    "https://research.lido.fi/t/slashing-incident-involving-launchnodes-validators-oct-11-2023/5631",
    [
      "Slashing Incident involving Launchnodes Validators - Oct 11, 2023",
      "Lido Governance forum",
      "2023-10-11",
    ],
  ),
  petals: arxiv(
    "2209.01188",
    "2022-09-02",
    "Petals: Collaborative Inference and Fine-tuning of Large Models",
  ),
  overTheInternet: arxiv(
    "2312.08361",
    "2023-12-13",
    "Distributed Inference and Fine-tuning of Large Language Models Over The Internet",
  ),
  diloco: arxiv(
    "2311.08105",
    "2023-11-14",
    "DiLoCo: Distributed Low-Communication Training of Language Models",
  ),
  intellect: arxiv("2412.01152", "2024-12-02", "INTELLECT-1 Technical Report"),
  ostrom: source(
    "study",
    "https://www.nobelprize.org/prizes/economic-sciences/2009/ostrom/lecture/",
    [
      "Beyond Markets and States: Polycentric Governance of Complex Economic Systems",
      "The Nobel Prize",
      "2009-12-08",
    ],
  ),
  kleros: source(
    "testimony",
    "https://medium.com/kleros/kleros-a-decentralized-justice-protocol-for-the-internet-38d596a6300d",
    ["Kleros, a Protocol for a Decentralized Justice System", "Kleros", "2017-09-11"],
  ),
  moffatt: source(
    "law",
    "https://www.canlii.org/en/bc/bccrt/doc/2024/2024bccrt149/2024bccrt149.html",
    [
      "Moffatt v. Air Canada, 2024 BCCRT 149",
      "Civil Resolution Tribunal of British Columbia",
      "2024-02-14",
    ],
  ),
  incidentDatabase: arxiv(
    "2011.08512",
    "2020-11-17",
    "Preventing Repeated Real World AI Failures by Cataloging Incidents: The AI Incident Database",
  ),
  accountabilityGap: arxiv(
    "2001.00973",
    "2020-01-03",
    "Closing the AI Accountability Gap: Defining an End-to-End Framework for Internal Algorithmic Auditing",
  ),
  openFoundationModels: arxiv(
    "2403.07918",
    "2024-02-27",
    "On the Societal Impact of Open Foundation Models",
  ),
  log4j: source(
    "audit",
    "https://www.cisa.gov/sites/default/files/publications/CSRB-Report-on-Log4-July-11-2022_508.pdf",
    ["Review of the December 2021 Log4j Event", "Cyber Safety Review Board", "2022-07-11"],
  ),
  robodebt: source("audit", "https://robodebt.royalcommission.gov.au/publications/report", [
    "Report of the Royal Commission into the Robodebt Scheme",
    "Commonwealth of Australia",
    "2023-07-07",
  ]),
  xenophobicMachines: source("audit", "https://www.amnesty.org/en/documents/eur35/4686/2021/en/", [
    "Xenophobic machines: Discrimination through unregulated use of algorithms in the Dutch childcare benefits scandal",
    "Amnesty International",
    "2021-10-25",
  ]),
  daoConcentration: source("data", "https://www.chainalysis.com/blog/web3-daos-2022/", [
    "Dissecting the DAO: Web3 Ownership is Surprisingly Concentrated",
    "Chainalysis",
    "2022-06-27",
  ]),
  whoControlsDaos: arxiv(
    "2204.01176",
    "2022-04-03",
    "Analyzing Voting Power in Decentralized Governance: Who controls DAOs?",
  ),
  daoShortcomings: arxiv(
    "2302.12125",
    "2023-02-23",
    "The Hidden Shortcomings of (D)AOs - An Empirical Study of On-Chain Governance",
  ),
  steemTakeover: arxiv(
    "2310.18596",
    "2023-10-28",
    "How Hard is Takeover in DPoS Blockchains? Understanding the Security of Coin-based Voting Governance",
  ),
  beanstalk: source(
    "news",
    "https://cointelegraph.com/news/beanstalk-farms-loses-182m-in-defi-governance-exploit",
    ["Beanstalk Farms loses $182M in DeFi governance exploit", "Cointelegraph", "2022-04-18"],
  ),
  coinVoting: source("testimony", "https://vitalik.eth.limo/general/2021/08/16/voting3.html", [
    "Moving beyond coin voting governance",
    "Vitalik Buterin",
    "2021-08-16",
  ]),
  quadraticVoting: source("study", "https://doi.org/10.1257/pandp.20181002", [
    "Quadratic Voting: How Mechanism Design Can Radicalize Democracy",
    "American Economic Association, AEA Papers and Proceedings",
    "2018-05-01",
  ]),
  personhood: arxiv(
    "2011.02412",
    "2020-11-04",
    "Identity and Personhood in Digital Democracy: Evaluating Inclusion, Equality, Security, and Privacy in Pseudonym Parties and Other Proofs of Personhood",
  ),
  cooperativeIdentity: source("law", "https://ica.coop/en/cooperatives/cooperative-identity", [
    "Statement on the Cooperative Identity",
    "International Cooperative Alliance",
    "1995-09-23",
  ]),
  debianConstitution: source("law", "https://www.debian.org/devel/constitution", [
    "Constitution for the Debian Project (v1.9)",
    "Debian Project",
    "2022-03-26",
  ]),
  birdwatch: arxiv(
    "2210.15723",
    "2022-10-27",
    "Birdwatch: Crowd Wisdom and Bridging Algorithms can Inform Understanding and Reduce the Spread of Misinformation",
  ),
  bloom: arxiv(
    "2211.05100",
    "2022-11-09",
    "BLOOM: A 176B-Parameter Open-Access Multilingual Language Model",
  ),
  railLicence: source("law", "https://huggingface.co/spaces/bigscience/license", [
    "BigScience RAIL License v1.0",
    "BigScience",
    "2022-05-19",
  ]),
  behaviouralLicensing: arxiv(
    "2011.03116",
    "2020-11-04",
    "Behavioral Use Licensing for Responsible AI",
  ),
  openSourceDefinition: source("law", "https://opensource.org/osd", [
    "The Open Source Definition",
    "Open Source Initiative",
    "2007-03-22",
  ]),
  openSourceAi: source("law", "https://opensource.org/ai/open-source-ai-definition", [
    "The Open Source AI Definition 1.0",
    "Open Source Initiative",
    "2024-10-28",
  ]),
} as const satisfies Record<string, Source>;
