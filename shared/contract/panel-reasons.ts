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
} as const;
