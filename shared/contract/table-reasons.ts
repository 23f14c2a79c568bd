import type { TableFaultCode } from "#shared/holdings/balance-table.ts";

/** What is wrong with a table of balances. */
export const tableReasons = {
  "table-empty": "This table has no rows below the first one.",
  "table-columns":
    "Line {{line}}: one column for holders and one for amounts are needed, such as holder,amount. Found: {{found}}.",
  "table-broken": "Line {{line}}: this can't be read as a table; look at its quotation marks.",
  "table-long": "A snapshot has {{most}} holders at most.",
  "table-cells":
    "Line {{line}} has {{found}} cells, the first line {{expected}}. Are there commas in an amount?",
  "holder-missing": "Line {{line}}, column {{column}}: nobody stands there.",
  "holder-address":
    "Line {{line}}, column {{column}}: {{found}} begins like an address and is none. An address is 0x and 40 digits or letters from a to f.",
  "holder-checksum":
    "Line {{line}}, column {{column}}: {{found}} has a slip in it, as its capital letters show (EIP-55). Copy it anew.",
  "holder-name": "Line {{line}}, column {{column}}: {{found}} can't be a name.",
  "holder-twice": "Line {{line}}: {{found}} stands in line {{first}} already. Add the two up.",
  "amount-form":
    "Line {{line}}, column {{column}}: {{found}} is no amount. Write it in digits, with a point before decimals, like 1250.5.",
  "amount-separators":
    "Line {{line}}, column {{column}}: {{found}} has separators in it. Write it without those between thousands, and with a point before decimals, like 1250.5.",
  "amount-decimals":
    "Line {{line}}, column {{column}}: {{found}} has more than {{decimals}} decimals, which is what you said the token has.",
  "amount-size":
    "Line {{line}}, column {{column}}: {{found}} is too large; 78 digits of the smallest unit are the most.",
  "total-size": "Together these are too large; 78 digits of the smallest unit are the most.",
  "nobody-holds": "Nobody holds anything in this table.",
} as const satisfies Record<TableFaultCode, string>;
