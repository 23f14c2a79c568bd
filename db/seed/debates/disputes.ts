import { type DebateDraft, type StatementDraft, beside, cite, con, pro } from "../drafts.ts";
import { sources } from "../sources.ts";

const automatic = [
  pro(
    "A rule that runs by itself treats the founder’s node and the newcomer’s node alike.",
    con(
      "It is alike only on paper: a node behind a single submarine cable loses its bond for a fault that its operator cannot repair.",
      con(
        "The rule can count a region’s outage as nobody’s fault when most nodes there vanish at once.",
      ),
    ),
  ),
  pro(
    "A small penalty that comes at once and for certain deters better than a large one that is argued over for weeks.",
  ),
  pro(
    "Where a fault proves itself, as two contradictory messages signed by one key do, there is nothing left to judge.",
    cite(sources.casper),
    beside(
      "Training hardly ever proves itself: the known proofs that somebody did the computing can be forged at less cost than the work.",
      cite(sources.brokenProofOfLearning),
    ),
  ),
  con(
    "What automatic penalties hit is often a mistake: in October 2023 twenty validators of one operator were slashed because of a faulty set-up.",
    cite(sources.lidoSlashing),
    con("That operator made the stakers whole, which is what a bond is for."),
  ),
  con(
    "Our nodes stand in bedrooms and offices, and methods for such networks are built on the assumption that any of them may vanish at any moment.",
    cite(sources.overTheInternet),
  ),
  con(
    "We need not punish in order to be safe: training can bear a share of hostile peers and carry on.",
    cite(sources.secureTraining),
    con("It bears them, but those who cheat are still paid for work that others did."),
  ),
];

const jury = [
  pro("Nobody can lobby a jury that does not exist before the case does."),
  pro(
    "Commons that lasted had cheap and local ways to settle conflicts, and penalties that began small.",
    cite(sources.ostrom),
    beside(
      "Those people shared a valley or a fishery and met every week. We share a protocol and a chat.",
    ),
  ),
  pro(
    "The machinery has been thought through by others: jurors drawn at random, and appeals to a larger jury.",
    cite(sources.kleros),
    con(
      "There, jurors are paid for voting with the majority, which rewards guessing what others will say over reading the case.",
      con("We can take the lot and leave the reward: a flat fee gives nobody a reason to guess."),
    ),
  ),
  con(
    "Jurors who cannot read a training log will side with whoever writes the better story.",
    con(
      "Two of five seats can go to operators, and a neutral engineer explains the log to all five.",
    ),
  ),
  con(
    "Most cases are about less money than five people’s evening is worth.",
    con("Below a set amount, one juror and no appeal would do."),
  ),
];

const board = [
  pro(
    "A standing board builds up precedents by which operators can plan.",
    con("Juries can be told to cite earlier rulings too, and to say why they depart from them."),
  ),
  pro("An arbitrator who rules badly can be voted out. A lottery cannot."),
  pro("Someone who has read forty logs sees in minutes what a newcomer would miss."),
  con(
    "Four operators run half of our nodes. A board elected by operators would be those four.",
    con("All members elect the board, one person one vote, and at most two seats go to operators."),
  ),
  con(
    "Known arbitrators can be pressed: two of our moderators were already offered free compute this year.",
    pro("Both reported it, which tells us that it happens and not how often it works."),
  ),
];

const mediation = [
  pro(
    "Of last year’s seventeen disputes, nine ended on the day when both sides looked at the same log.",
    con("The other eight took a median of 46 days, and it is those that drive people away."),
  ),
  pro("Operators who must go on sharing a cluster need an agreement more than they need a winner."),
  pro("It is the only one of these ways that costs nothing when it works."),
  con(
    "Talking helps the side that can wait: while a bond is held back, a small operator is offline.",
    con("Bonds can stay where they are for the seven days."),
  ),
  con("A vote of all members on who falsified a log is a contest of popularity."),
  con("Mediation needs mediators. We have two, and both run nodes."),
];

const statements: readonly StatementDraft[] = [
  { text: "Whoever judges should never be paid by one of the parties.", leaning: [0.4, 0.9, 0.6] },
  { text: "A ruling should say what would have led to the opposite.", leaning: [0.2, 0.7, 0.8] },
  { text: "Operators should be able to appeal once, and only once.", leaning: [0.6, 0.2, 0.5] },
  { text: "Small sums should be settled by a rule, not by people.", leaning: [0.6, -0.1, 0.7] },
  {
    text: "The log of a node should be evidence, whoever it speaks for.",
    leaning: [0.5, 0.6, 0.9],
  },
  { text: "I would serve on a jury if I were drawn.", leaning: [0.3, 0.8, 0.4] },
  {
    text: "A penalty should never be larger than the damage that was done.",
    leaning: [0.7, 0.4, 0.1],
  },
  {
    text: "Downtime that an operator announced a day before should cost nothing.",
    leaning: [0.9, 0.6, 0.7],
  },
  {
    text: "Operators with more nodes should have no more say in a dispute than operators with one.",
    leaning: [-0.3, 0.9, 0.5],
  },
  { text: "Rulings should be published with reasons and without names.", leaning: [0.5, 0.6, 0.9] },
  { text: "I would serve on a jury of five twice a year.", leaning: [-0.2, 0.8, 0.4] },
  {
    text: "Code can find faults, but only people should take somebody’s bond.",
    leaning: [-0.4, 0.9, 0.3],
  },
  { text: "A first offence should lead to a warning, whatever it was.", leaning: [0.3, 0.4, -0.3] },
  {
    text: "Whoever loses a dispute should pay for the time of those who judged it.",
    leaning: [0.6, -0.6, 0.1],
  },
  {
    text: "The network should measure uptime by region, not by one clock for all.",
    leaning: [0.6, 0.7, 0.8],
  },
  {
    text: "An operator who cheats on purpose should be excluded for good.",
    leaning: [0.6, -0.1, 0.2],
  },
  { text: "A quick decision matters more to me than a perfect one.", leaning: [0.8, -0.3, -0.1] },
  {
    text: "Users who depend on a node should be heard in disputes about it.",
    leaning: [-0.1, 0.9, 0.4],
  },
];

export const disputes: DebateDraft = {
  question:
    "How should disputes between node operators be settled: penalties, uptime, and who judges?",
  context: `Last year 17 disputes between operators were brought to the moderators. Most were of two kinds:

1. **Uptime.** A node misses its hours and loses part of its bond. The operator says that the fault was the network’s. The sharpest case was a nine-hour cable break that took 14 nodes in two countries offline and cost them 12 % of their bonds.
2. **Work not done.** One operator accuses another of returning old gradients, and both produce logs.

The moderators have asked to be relieved of this: two of the three run nodes themselves (charter, rule 9). Until something is decided, no bond is taken without the consent of both sides.`,
  topic: "disputes",
  by: "oleksandr",
  daysAgo: 52,
  moves: [
    {
      to: "framing",
      daysAgo: 51,
      by: "jonas",
      reason: "The moderators agree that this must be settled by everybody.",
    },
    { to: "deliberation", daysAgo: 40, by: "jonas", reason: "Four ways are on the table." },
    {
      to: "voting",
      daysAgo: 3,
      by: "amara",
      reason: "Nothing new was said for five days, and operators are waiting.",
    },
  ],
  positions: [
    {
      title: "Automatic penalties by protocol",
      text: "Missed hours and contradictory results are found and fined by code, by a table that we publish. Appeals only against a fault in the code.",
      by: "northnode",
      leaning: [0.9, -0.7, 0],
      claims: automatic,
    },
    {
      title: "A jury drawn by lot",
      text: "Five members are drawn for each case, two of them operators. They read the logs, hear both sides and rule within ten days. One appeal to eleven.",
      by: "nadia",
      leaning: [0, 0.9, 0.6],
      claims: jury,
    },
    {
      title: "An elected board of arbitration",
      text: "All members elect seven arbitrators for a year. Three of them hear each case and publish their reasons.",
      by: "matteo",
      leaning: [0.5, 0, 0.3],
      claims: board,
    },
    {
      title: "Mediation first, then a vote of all",
      text: "Seven days with a mediator. If that fails, both sides set out their case and all members vote.",
      by: "hana",
      leaning: [-0.3, 0.3, -0.5],
      claims: mediation,
    },
  ],
  statements,
  decision: {
    title: "Which ways of settling disputes between operators can you accept?",
    method: "approval",
    secrecy: "secret-until-close",
    by: "amara",
    opensDaysAgo: 3,
    closesDaysAgo: -5,
    turnout: 0.6,
    outcome: null,
  },
};
