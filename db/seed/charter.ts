import type { DemoRule } from "./demo-plan.ts";

export const communityDraft = {
  slug: "open-model-commons",
  name: "Open Model Commons",
  description: `We train, run and look after language models together: on our own machines, on text that we may use, under rules that we make ourselves.

Some of us run nodes. Some write code or collect text in languages that the big models forget. Some simply use what comes out and notice when it is wrong. All of us decide, here, in the open.

This is a demonstration: the people, their numbers and their models are invented. The sources they cite are real.`,
  language: "en",
} as const;

/** The charter of the demo's community. Actions of moderators cite these numbers. */
export const charterDraft: readonly DemoRule[] = [
  {
    number: 1,
    title: "Speak to the argument",
    text: "Criticise claims as sharply as you like. Leave the person out of it: no insults, no guesses about motives, no digging in private lives.",
  },
  {
    number: 2,
    title: "One point, said plainly",
    text: "A claim makes one point that somebody could dispute. If it needs an “and also”, it is two claims.",
  },
  {
    number: 3,
    title: "Show where it comes from",
    text: "Facts that carry an argument need a source that others can open. Quote word for word or not at all, and say so when you have not read the whole of it.",
  },
  {
    number: 4,
    title: "Say what you stand to gain",
    text: "If a decision would change your income, your bond or your standing, say so in the debate before you argue or vote.",
  },
  {
    number: 5,
    title: "One person, one account",
    text: "Pseudonyms are welcome, second accounts are not. Whoever votes twice loses both votes and is named in the log.",
  },
  {
    number: 6,
    title: "Nobody’s data without a reason",
    text: "Do not post personal data of others, from training text, logs or elsewhere. Where an example needs it, change what identifies the person.",
  },
  {
    number: 7,
    title: "No instructions for harm",
    text: "Report dangerous outputs to the safety contacts first. Here, describe what went wrong without a recipe for doing it again.",
  },
  {
    number: 8,
    title: "Decisions bind, and can be reopened",
    text: "What was decided under these rules holds for everybody, those who lost included. A new decision needs new evidence or six months.",
  },
  {
    number: 9,
    title: "Moderators answer too",
    text: "Each action names a rule of this charter and gives a reason to the person concerned, who may appeal. No moderator acts in a matter they took part in.",
  },
  {
    number: 10,
    title: "Changing this charter",
    text: "Two thirds of those voting, and at least half of all members taking part, change a rule. Numbers are never used again.",
  },
];
