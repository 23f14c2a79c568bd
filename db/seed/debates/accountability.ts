import { type DebateDraft, type StatementDraft, beside, cite, con, pro } from "../drafts.ts";
import { sources } from "../sources.ts";

const deployer = [
  pro(
    "Whoever puts a model before people chooses the use, the warnings and the price, and can be found.",
    pro(
      "Courts see it that way: an airline had to pay for what its chatbot told a passenger, and could not call the chatbot a separate entity.",
      cite(sources.moffatt),
    ),
  ),
  pro(
    "European law on faulty products leaves out free software that is developed or supplied outside of commerce, and reaches those who build it into what they sell.",
    cite(sources.productLiability),
    con(
      "Where a deployer is a school or a clinic without money, the person who was harmed ends up with nothing.",
    ),
  ),
  con(
    "A deployer cannot see what we saw. We knew from our own tests of the faulty dosage answers three weeks before the clinic did.",
    con(
      "Then the duty that follows is to publish what we know, not to answer for what others do with it.",
    ),
  ),
  con(
    "Small deployers will not dare to use the model at all, while large ones have lawyers and will go on as before.",
  ),
];

const team = [
  pro(
    "A name on a release changes how carefully it is made.",
    beside(
      "It also changes who is willing to make it. Two of our last five release engineers asked not to be named, for fear of lawsuits.",
    ),
  ),
  pro(
    "Somebody must be able to withdraw a release at night. A whole community cannot.",
    pro(
      "Those who coped best with Log4Shell knew where they used it and had people ready to act.",
      cite(sources.log4j),
    ),
  ),
  pro(
    "Good practice ties each step to a person: who approved the data, who the tests, who the release.",
    cite(sources.accountabilityGap),
    con(
      "That framework is for companies that can give people time and pay for it; our engineers give their evenings.",
    ),
  ),
  con("It puts the weight of a decision that all of us took on three volunteers."),
];

const commons = [
  pro(
    "We all decided to release it, so we all should bear what follows, through the treasury.",
    con(
      "What everybody answers for, nobody does: it took a Royal Commission to find out who had known that Robodebt had no basis in law.",
      cite(sources.robodebt),
      con(
        "That is why the register names one steward for each incident, with a date by which they report.",
      ),
    ),
  ),
  pro(
    "A public register of incidents keeps the next team from repeating the last one’s fault.",
    cite(sources.incidentDatabase),
    con(
      "A register that anybody may fill becomes a place to settle scores.",
      con("Entries need a reproduction or a second witness before they are shown."),
    ),
  ),
  pro(
    "People harmed by a system should not have to find out first which of its makers was at fault. Families in the Dutch benefits scandal waited years to be heard.",
    cite(sources.xenophobicMachines),
    beside(
      "There, the makers and the deployer were one government. Here they are strangers to each other.",
    ),
  ),
  con(
    "The treasury holds enough for about four serious cases. After that the promise is empty.",
    con(
      "A small, sure sum and a public apology are more than anybody harmed by a model has had so far.",
    ),
  ),
  con("A fund invites claims that nobody can check, from people whom we cannot know."),
];

const asIs = [
  pro(
    "No volunteer project has ever taken on liability for its users, and the world runs on such projects.",
    con(
      "A library that crashes harms through its user’s program. A model speaks to the harmed person directly.",
    ),
  ),
  pro(
    "How much an open model adds to the harm that is possible without it is seldom shown, so we may be answering for what would have happened anyway.",
    cite(sources.openFoundationModels),
  ),
  con(
    "“As is” is about money. It does not say who must look into an accident, and that is what we are asked.",
  ),
  con(
    "Frameworks for managing risk begin with naming who is responsible for what; “nobody” is not one of the choices.",
    cite(sources.nistRiskFramework),
  ),
];

const statements: readonly StatementDraft[] = [
  { text: "An apology should never be held against us.", leaning: [0.7, 0.4, 0.6] },
  { text: "I would be a steward for one incident a year.", leaning: [0.1, 0.7, 0.5] },
  { text: "Faults that we know should be public within two days.", leaning: [0.2, 0.9, 0.7] },
  { text: "Harm that nobody can prove should not be paid for.", leaning: [0.6, -0.4, 0.4] },
  { text: "A clinic should test for itself before it uses us.", leaning: [0.8, 0.3, 0.8] },
  {
    text: "Someone should be reachable at any hour who can withdraw a release.",
    leaning: [0.4, 0.9, 0.8],
  },
  {
    text: "We owe an explanation to people whom our model harmed, even where we owe no money.",
    leaning: [0.2, 0.9, 0.7],
  },
  { text: "Release engineers must never be personally liable.", leaning: [0.8, 0.1, 0.8] },
  {
    text: "Those who earn money with our model should pay into the incident fund.",
    leaning: [0.1, 0.9, 0.4],
  },
  {
    text: "A harmful release should be withdrawn even when most users are well served by it.",
    leaning: [-0.4, 0.7, 0.1],
  },
  {
    text: "Every incident should lead to a test that runs on all later releases.",
    leaning: [0.4, 0.6, 0.9],
  },
  {
    text: "Node operators should be told of an incident before the public is.",
    leaning: [0.9, -0.4, 0.3],
  },
  {
    text: "We should stop releasing models for uses that we cannot test.",
    leaning: [-0.6, 0.7, -0.2],
  },
  { text: "If nobody answers for it, it is not a commons but a dump.", leaning: [-0.2, 0.7, 0.1] },
  { text: "A deployer who ignores the model card should answer alone.", leaning: [0.8, 0.2, 0.7] },
];

export const accountability: DebateDraft = {
  question: "Who answers when a model that we share does harm?",
  context: `In spring a clinic’s assistant, built on **Commons 2** by somebody whom none of us knew, gave a wrong dose for a child. A nurse noticed. Our own tests had shown the fault three weeks earlier; the report lay in a queue.

Nobody asks whether this was bad. The question is **who has to do what** the next time: look into it, tell those concerned, withdraw the release, pay.

Lawyers among us ask to add: nothing here can change what courts decide. It can only settle what we owe one another and the public.`,
  topic: "accountability",
  by: "leila",
  daysAgo: 120,
  moves: [
    { to: "framing", daysAgo: 118, by: "leila", reason: "The facts of the case are agreed on." },
    {
      to: "deliberation",
      daysAgo: 108,
      by: "jonas",
      reason: "Positions are clear enough to be argued.",
    },
    {
      to: "voting",
      daysAgo: 81,
      by: "amara",
      reason: "Both sides asked for a decision before the next release.",
    },
    { to: "decided", daysAgo: 71, by: "amara", reason: "The vote has closed and was counted." },
    {
      to: "followup",
      daysAgo: 66,
      by: "amara",
      reason: "What was decided has to be built: register, stewards, fund.",
    },
  ],
  positions: [
    {
      title: "Whoever deploys it answers",
      text: "We publish what we know about a release, faults included, within two days. What is done with it is the deployer’s to answer for.",
      by: "farid",
      leaning: [0.6, -0.4, 0.2],
      claims: deployer,
    },
    {
      title: "A named release team answers",
      text: "Three people sign each release, may withdraw it at any hour, and lead the inquiry when something happens.",
      by: "samuel",
      leaning: [-0.5, 0.3, 0.8],
      claims: team,
    },
    {
      title: "The commons answers, through a register and a fund",
      text: "Each incident goes into a public register with a steward and a date. Five per cent of the treasury is set aside to help those who were harmed.",
      by: "ingrid",
      leaning: [-0.1, 0.9, 0.45],
      claims: commons,
    },
    {
      title: "Nobody: the model comes as it is",
      text: "The licence says so, users accept it, and we keep our strength for making better models.",
      by: "rackmountruth",
      leaning: [0.5, -0.9, -0.6],
      claims: asIs,
    },
  ],
  statements,
  decision: {
    title: "Who answers when a model that we share does harm?",
    method: "irv",
    secrecy: "public",
    by: "amara",
    opensDaysAgo: 81,
    closesDaysAgo: 71,
    turnout: 0.9,
    outcome: {
      winner: "The commons answers, through a register and a fund",
      text: `The community decided that **the commons answers, through a register and a fund**.

What follows from it:

- Each incident gets an entry in a public register, a steward and a date by which the steward reports.
- Five per cent of the treasury is set aside. The first case may not use up more than a quarter of it.
- What the losing side asked for most often was taken up: release engineers are never personally liable, and what we know about a release is published within two days.

How a release can be withdrawn at night is still open. A proposal is due before the next release.`,
      by: "amara",
    },
  },
};
