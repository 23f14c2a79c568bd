/** Why something about a panel was refused; see `reasons.ts`. */
export const panelReasons = {
  "panel-columns": "Line 1: the columns must be {{expected}}. Found: {{found}}.",
  "panel-value":
    "Line {{line}}, column {{column}}: {{found}} is none of these: {{expected}}. Nothing was stored.",
  "panel-member":
    "Line {{line}}, column {{column}}: {{found}} is not the name of exactly one member. Nothing was stored.",
  "panel-twice": "Line {{line}}: {{found}} stands in line {{first}} already. Nothing was stored.",
  "panel-stage": "This panel has moved on since. Read it anew to see where it stands.",
  "panel-quota":
    "{{value}}: the fewest seats can't be above the most, nor the most above the {{seats}} seats of the panel.",
  "panel-word-twice": "{{name}}: each attribute, and each value of one, needs a name of its own.",
  "panel-answer": "Choose one for {{name}}: {{expected}}.",
  "panel-full": "{{most}} volunteers are the most that a panel is drawn from.",
  "panel-few":
    "The panel has {{seats}} seats, and {{found}} volunteered. Wait for more, or call for a smaller one.",
  "panel-bounds":
    "Name the fewest and the most seats for each value of each attribute, in the panel's order: {{sizes}}.",
  "panel-words":
    "This is what a panel recommends: it stays as more than half of its seats said yes to it. Propose a position of your own beside it.",
  "panel-members": "Only those who have taken their seat on this panel do this.",
  "panel-adopted":
    "More than half of the panel's seats said yes to this already: it stands as it is.",
  "panel-not-adopted": "Not yet more than half of the panel's seats said yes to this.",
  "panel-without-debate": "This panel is about no debate, so there is none for this to enter.",
  "panel-phase":
    "Positions are proposed while a debate is framed or deliberated: this enters once it is there again.",
  "panel-questions": "A panel asks {{most}} questions at most: owners can take some away.",
  "panel-experts": "A panel hears {{most}} experts at most: dismiss one first.",
  "panel-expert-sits": "You sit on this panel: whoever is heard by it is somebody else.",
  "panel-answered": "This has an answer of somebody else already.",
  "panel-expert-words": "An expert wrote this answer: nobody else changes it.",
  "panel-answer-flagged":
    "Somebody flagged the answer: it can be taken away once moderators have decided.",
  "panel-recommendations": "A panel has {{most}} recommendations at most: take one back first.",
  "panel-draft":
    "This debate is a draft, which others don't see: publish it first, or choose another.",
} as const;
