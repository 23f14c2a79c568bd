/** The imported conversation of the demo; what it holds is read from its files. */
export const conversationDraft = {
  folder: "polis/vtaiwan.uberx",
  question: "Should UberX follow the same rules as taxis? (UberX 自用車載客, vTaiwan 2015)",
  context: `In the summer of 2015 [vTaiwan](https://info.vtaiwan.tw/) asked everybody in Taiwan what should become of UberX, where people drive others in their own cars. 1,921 people cast 49,997 votes on 197 statements that they had written themselves.

The statements are shown in Chinese, as they were written. Moderators of that time had rejected some of them; these are hidden here too. You can answer like the people did then.`,
  topic: "governance",
  language: "zh-TW",
  phase: "deliberation",
  by: "mei-lin",
  daysAgo: 20,
  attribution:
    "Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with Attribution to The Computational Democracy Project. Source: github.com/compdemocracy/openData, vtaiwan.uberx.",
} as const;
