/** What is wrong with what people may say about themselves, or say. */
export const representationReasons = {
  "same-names": "Two of these have the same name.",
  "targets-sum":
    "Give each value a share, so that they make 100 % together, or give none of them one.",
  "no-such-attribute": "This is not asked here, or is answered twice. Load the page again.",
  "no-such-value": "This answer is not one of those that can be given. Load the page again.",
  "id-missing": "Say of which debate, decision or panel: its id is missing.",
  "after-closing": "Who voted is told once the decision has closed.",
  "group-table-columns":
    "Line {{line}}: the columns must be {{expected}}, in this order. Found: {{found}}.",
  "group-table-name":
    "Line {{line}}, column {{column}}: {{found}} can't be a name; it needs 1 to 40 characters.",
  "group-table-share":
    "Line {{line}}, column share: {{found}} is no share. Write it in per cent with up to two decimals, like 12.5, or leave it empty.",
  "group-table-attribute":
    "{{name}}: it needs 2 to 20 different values, and either no shares or shares that make 100 %; they make {{sum}} %.",
} as const;
