/** Why something about a treasury was refused; see `reasons.ts`. */
export const treasuryReasons = {
  "treasury-second-person":
    "Somebody else than who entered it confirms it: ask another moderator or owner.",
  "treasury-settled": "This was confirmed, refused or withdrawn already. Load the page again.",
  "treasury-not-confirmed": "Only what is confirmed is taken back; refuse what waits.",
  "treasury-reversed": "This was taken back already, or takes another entry back itself.",
  "treasury-day-to-come": "This day is still to come; enter what has happened.",
  "treasury-day-early": "Enter nothing before {{first}}.",
  "treasury-before-entry": "An entry is taken back on its own day or later.",
  "treasury-no-line": "Choose a line of the budget that this community has in this currency.",
  "treasury-line-in":
    "Only what goes out is spent from a line of the budget, or paid for a commitment.",
  "treasury-no-commitment": "Choose a commitment of this community.",
  "treasury-document":
    "Give the address of the document, or choose the file, so that it can be checked.",
  "treasury-line-twice": "The budget has a line of this name already.",
  "most-budget-lines": "A budget has {{most}} lines at most.",
  "most-treasury-entries": "A treasury has {{most}} entries at most.",
  "treasury-table-columns":
    "Line {{line}}: the columns date, kind, amount, party and what are needed, and line may be there. Found: {{found}}.",
  "treasury-table-long": "A table has {{most}} rows at most; enter the rest by another one.",
  "treasury-table-cells": "Line {{line}} has {{found}} cells, the first line {{expected}}.",
  "treasury-table-date":
    "Line {{line}}, column date: {{found}} is no day. Write it like 2026-03-31.",
  "treasury-table-day":
    "Line {{line}}, column date: {{found}} is still to come, or before {{first}}.",
  "treasury-table-kind": "Line {{line}}, column kind: {{found}} is neither in nor out.",
  "treasury-table-amount":
    "Line {{line}}, column amount: {{found}} is no amount above zero. Write it in digits with two decimals at most, like 1250.50.",
  "treasury-table-words":
    "Line {{line}}, column {{column}}: {{found}} can't stand there; write one line of {{most}} characters at most.",
  "treasury-table-same":
    "Line {{line}} looks like an entry that is there: {{day}}, {{amount}}, {{party}}, {{what}}.",
  "treasury-table-line":
    "Line {{line}}, column line: the budget has no line {{found}} in this currency, or this row comes in.",
} as const;
