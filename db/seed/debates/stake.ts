import { type DebateDraft, type StatementDraft, beside, cite, con, pro } from "../drafts.ts";
import { sources } from "../sources.ts";

const persons = [
  pro(
    "Those who live with the model’s answers have as much at stake as those who own its machines, and most of them own none.",
  ),
  pro(
    "It is the rule of organisations that people share rather than own, and it has carried co-operatives for generations.",
    cite(
      sources.cooperativeIdentity,
      "In primary cooperatives members have equal voting rights (one member, one vote)",
    ),
    beside(
      "A co-operative knows its members by name and address. We know ours by an e-mail address.",
    ),
  ),
  pro(
    "Debian has let its developers decide with equal votes for a quarter of a century, and it is still there.",
    cite(sources.debianConstitution),
    con(
      "Debian’s voters had to earn their vote by years of work that others could check. Ours have to sign up.",
    ),
  ),
  con(
    "One person, one vote becomes one account, one vote, and accounts cost nothing.",
    con(
      "There are ways to count persons without knowing who they are, and each gives up something else for it.",
      cite(sources.personhood),
      pro(
        "We could start with the mildest: a vote only after thirty days and one accepted contribution.",
      ),
    ),
    con(
      "We looked at last year’s votes: no decision would have changed if every account younger than 60 days had been left out.",
    ),
  ),
  con(
    "Operators carry the cost of a bad decision in electricity and hardware. Being outvoted by people who carry none is not equality.",
    con(
      "They also earn from it, and they can leave with their machines, which is a vote that users do not have.",
    ),
  ),
];

const advisory = [
  pro(
    "It tells us what we need to know: if those who hold most of the stake disagree with most of the people, the page shows it before anybody acts.",
  ),
  pro(
    "A warning costs less than a veto: twice last year the operators were right about capacity, and arguments were enough.",
    con(
      "Arguments were enough because the votes were close. Nobody has to listen to a number that decides nothing.",
    ),
  ),
  pro(
    "It can be undone next year without anybody losing a right that they had bought something for.",
  ),
  con(
    "A second number next to the result gives losers a reason to call it illegitimate.",
    con(
      "They have those numbers anyway, since stakes are public. Better we publish them with their meaning than somebody else without.",
    ),
  ),
  con("It answers the question by not answering it: stake still has no say when it matters."),
];

const squareRoot = [
  pro(
    "A price that rises with each further vote lets people say how much something matters to them, without letting the richest decide everything.",
    cite(sources.quadraticVoting),
    beside(
      "That argument is about votes bought with equal credits. A square root of unequal stakes only makes inequality smaller.",
    ),
  ),
  pro(
    "It keeps operators in the room: someone with a hundred machines gets ten times the say of someone with one, not a hundred times.",
  ),
  con(
    "Splitting a stake among ten accounts gives more than three times the weight, so it rewards exactly the cheating that we cannot see.",
    con("Bonds are tied to machines, and a machine proves itself by its key."),
  ),
  con("I cannot explain to a new member why their neighbour’s vote counts 3.16 times theirs."),
];

const byStake = [
  pro(
    "Whoever loses most by a wrong decision thinks about it hardest.",
    con(
      "A token holds two things that are easily pulled apart, a share of the gains and a vote, so votes can be rented by those who bear no loss.",
      cite(sources.coinVoting),
    ),
  ),
  pro("It is the only weight here that cannot be faked: a second account has no second machine."),
  pro("Without operators there is no model. They should not have to ask those who came for free."),
  con(
    "It can be taken over in an afternoon: Steem’s whole committee was replaced with stake that exchanges held for others, and the community had to leave its own chain.",
    cite(
      sources.steemTakeover,
      "Within one hour of this incident, TRON founder took over the entire Steem committee",
    ),
    con(
      "Our bonds are locked for 90 days and cannot be voted by whoever keeps them for somebody else.",
    ),
  ),
  con(
    "Even stake that is only borrowed can win: Beanstalk lost its funds to a proposal carried by a loan that lasted one transaction.",
    cite(sources.beanstalk),
    beside(
      "A loan of seconds is a fault of vote timing, and is cured by freezing stakes when a vote opens.",
    ),
  ),
  con(
    "Where it is used, it ends in few hands: in several large DAOs less than one per cent of holders had nine tenths of the votes.",
    cite(sources.daoConcentration),
    pro(
      "Studies of on-chain voting find the same again and again: power concentrates, and most holders do not take part.",
      cite(sources.daoShortcomings),
      cite(sources.whoControlsDaos),
    ),
  ),
];

const houses = [
  pro(
    "Neither side can then do to the other what it fears: operators cannot be ordered about, users cannot be sold.",
  ),
  pro("Two counts that agree are worth more than either: such a decision will be carried out."),
  con(
    "Two houses mean that nothing passes in the cases where we most need a decision.",
    con("That is the point: where half of us would be forced, we should go on talking."),
  ),
  con(
    "Doing nothing always favours somebody, and here it is whoever runs the machines as they run today.",
  ),
];

const statements: readonly StatementDraft[] = [
  { text: "Whoever leaves should lose the vote at once.", leaning: [0.1, 0.5, 0.2] },
  { text: "I know who the ten largest holders are.", leaning: [0.5, 0.1, 0.2] },
  { text: "Votes should be secret until the end.", leaning: [0.2, 0.6, 0.5] },
  {
    text: "A result that three people could have turned should be voted on again.",
    leaning: [-0.5, 0.8, 0.3],
  },
  { text: "Work that one has done should count as stake.", leaning: [0.3, 0.4, 0.8] },
  { text: "Nobody should vote on what they are paid for.", leaning: [-0.3, 0.7, 0.3] },
  {
    text: "My vote should count as much as that of somebody with a hundred machines.",
    leaning: [-0.6, 0.9, 0.5],
  },
  {
    text: "People who carry costs should have a say of their own in decisions about costs.",
    leaning: [0.9, 0.1, 0.6],
  },
  {
    text: "I would rather prove that I am one person than let money count.",
    leaning: [-0.3, 0.8, 0.4],
  },
  {
    text: "It is fine if experts on a question have more weight in it.",
    leaning: [0.3, -0.4, 0.5],
  },
  {
    text: "We should see how a result would have looked under other weightings, always.",
    leaning: [0.4, 0.6, 0.9],
  },
  { text: "An operator who leaves after a lost vote has not harmed us.", leaning: [0.5, 0.2, 0.3] },
  {
    text: "No single person should ever be able to decide a vote alone.",
    leaning: [0.3, 0.9, 0.9],
  },
  {
    text: "Stake should be locked for months before it gives any right.",
    leaning: [0.2, 0.5, 0.7],
  },
  { text: "New members should wait before they can vote on money.", leaning: [0.7, -0.1, 0.5] },
  { text: "Weighted votes are too hard to explain to be fair.", leaning: [-0.5, 0.7, -0.1] },
  {
    text: "If turnout is low, stake is as good a measure of care as any.",
    leaning: [0.7, -0.7, -0.3],
  },
  {
    text: "Which weighting we use should itself be decided with equal votes.",
    leaning: [0.2, 0.9, 0.8],
  },
];

export const stake: DebateDraft = {
  question: "Should stake weigh votes?",
  context: `Operators lock up a **bond** for each machine that they bring. So far it plays no part in voting: every member has one vote. In the winter a decision to move training hours to the cheap part of the night was won by 15 votes to 13, and operators with two thirds of all machines had voted against it. They carried it out, and some of them opened this debate.

This decision is about *decisions of the community*. How bonds protect the training itself is settled elsewhere. Stakes are public, so each position can be tried on past votes; the table is in the members’ repository.`,
  topic: "governance",
  by: "tomas",
  daysAgo: 75,
  moves: [
    {
      to: "framing",
      daysAgo: 74,
      by: "tomas",
      reason: "Asked for by eight operators and three others.",
    },
    {
      to: "deliberation",
      daysAgo: 62,
      by: "jonas",
      reason: "Five positions, from equal votes to votes by stake.",
    },
    {
      to: "voting",
      daysAgo: 25,
      by: "amara",
      reason: "All positions have been answered; two weeks for the vote.",
    },
    { to: "decided", daysAgo: 11, by: "amara", reason: "The vote has closed and was counted." },
  ],
  positions: [
    {
      title: "One person, one vote",
      text: "Stake has no part in decisions, and is not shown with them.",
      by: "rosa",
      leaning: [-0.7, 1, 0.3],
      claims: persons,
    },
    {
      title: "One person, one vote, with stake shown beside it",
      text: "Votes are equal. Each result also shows how those who hold stake voted, and a wide gap is explained before anything is done.",
      by: "clara",
      leaning: [0.3, 0.5, 1],
      claims: advisory,
    },
    {
      title: "The square root of stake",
      text: "Each member has one vote, and as many more as the square root of the bonds that they lock up.",
      by: "yusuf",
      leaning: [0.5, -0.5, 0.1],
      claims: squareRoot,
    },
    {
      title: "Votes by stake",
      text: "One vote for each bond. Members without a machine advise.",
      by: "aleksi",
      leaning: [0.8, -1, -0.8],
      claims: byStake,
    },
    {
      title: "Two houses: people and stake must both agree",
      text: "Each decision is counted twice, by people and by stake, and passes only with both.",
      by: "kwame",
      leaning: [0.7, -0.2, -0.1],
      claims: houses,
    },
  ],
  statements,
  decision: {
    title: "How should votes be weighed in decisions of the community?",
    method: "schulze",
    secrecy: "secret-until-close",
    by: "amara",
    opensDaysAgo: 25,
    closesDaysAgo: 11,
    turnout: 1,
    outcome: {
      winner: "One person, one vote, with stake shown beside it",
      text: `The community decided: **one person, one vote, with stake shown beside it**.

It was the option that won against each of the others when compared two by two. Few had it in last place, and many who ranked something else first ranked it second.

From the next decision on

- each result shows, next to the count that decides, how the same ballots would have come out by stake;
- where the two differ in the winner, whoever opened the decision explains within a week what that means for carrying it out;
- nothing else changes: no vote counts more than another.

Those who wanted stake to decide asked that the matter be looked at again after a year, with the gaps that were seen until then. That is entered in the calendar.`,
      by: "amara",
    },
  },
};
