import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, mostDecimals, mostUnits, readAmount } from "./amount.ts";
import { BalanceTable } from "./balance-table.ts";
import { canonicalForm } from "./canonical.ts";

const digits = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from("0123456789")),
    minLength: least,
    maxLength: most,
  });

describe("an amount", () => {
  it("comes back as it was, whatever it is and however many decimals its token has", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: mostUnits }),
        fc.integer({ min: 0, max: mostDecimals }),
        (units, decimals) => {
          expect(readAmount(amountText(units, decimals), decimals)).toBe(units);
        },
      ),
    );
  });

  it("is what its digits say: 10 to the decimals as much of the smallest unit", () => {
    fc.assert(
      fc.property(digits(1, 30), digits(1, 18), (whole, part) => {
        const exact = BigInt(whole) * 10n ** 18n + BigInt(part.padEnd(18, "0"));
        expect(readAmount(`${whole}.${part}`, 18)).toBe(exact);
      }),
    );
    expect(amountText(1_250_500n, 3)).toBe("1250.5");
    expect(amountText(7n, 2)).toBe("0.07");
  });

  it.each([
    ["1,250", "amount-separators"],
    ["1,250.5", "amount-separators"],
    ["1.250.000", "amount-separators"],
    ["1.250,5", "amount-separators"],
    ["1 250", "amount-separators"],
    ["1'250", "amount-separators"],
    ["1\u202F250", "amount-separators"],
    ["", "amount-form"],
    ["-5", "amount-form"],
    ["+5", "amount-form"],
    ["1e18", "amount-form"],
    ["0x10", "amount-form"],
    [".5", "amount-form"],
    ["5.", "amount-form"],
    ["five", "amount-form"],
    ["١٢", "amount-form"],
    ["1.123", "amount-decimals"],
    ["1".repeat(77), "amount-size"],
    ["1".repeat(121), "amount-form"],
  ] as const)("written as %j is refused: %s", (text, fault) => {
    expect(readAmount(text, 2)).toBe(fault);
  });

  it("may have more digits than its token where those are zeros", () => {
    expect(readAmount("1.10000", 1)).toBe(11n);
  });
});

/** Stands for EIP-55 here: every letter of a correct address is large. */
const rules = {
  readName: (text: string) => (text.length > 40 ? undefined : text.normalize("NFC")),
  checksummed: (address: string) => `0x${address.slice(2).toUpperCase()}`,
  decimals: 2,
  mostRows: 4,
};
function tableOf(...rows: string[]) {
  const table = new BalanceTable(rules);
  for (const [at, row] of rows.entries()) table.take(row.split("|"), at + 1);
  table.end();
  return table;
}
const faultsOf = (...rows: string[]) => tableOf(...rows).faults;
const address = `0x${"ab".repeat(20)}`;

describe("a table of balances", () => {
  it("is read by its first row, in any order and among other columns", () => {
    const { balances, total, faults } = tableOf(
      "Rank|Balance|Holder Address|Note",
      `1|1.5|0x${"AB".repeat(20)}|x`,
      "2|2| Ada |",
      "|||",
    );
    expect(faults).toEqual([]);
    expect(balances).toEqual([
      { kind: "address", address, amount: 150n },
      { kind: "name", name: "Ada", amount: 200n },
    ]);
    expect(total).toBe(350n);
  });

  it.each([["who|amount"], ["holder|how much"], ["name|address|amount"], ["Ada|5"]])(
    "with the first row %j is refused with what was found there",
    (head) => {
      const found = head.split("|").join(", ");
      expect(faultsOf(head, "Ada|5")).toEqual([
        { code: "table-columns", values: { line: 1, found } },
      ]);
    },
  );

  it("names line, column and what stands there for each fault, all at once", () => {
    const mixed = `0x${"aB".repeat(20)}`;
    expect(faultsOf("holder|amount", "|5", "0x12|x", `${mixed}|1,000`)).toEqual([
      { code: "holder-missing", values: { line: 2, column: "holder", found: "" } },
      { code: "holder-address", values: { line: 3, column: "holder", found: "0x12" } },
      { code: "amount-form", values: { line: 3, column: "amount", found: "x" } },
      { code: "holder-checksum", values: { line: 4, column: "holder", found: mixed } },
      { code: "amount-separators", values: { line: 4, column: "amount", found: "1,000" } },
    ]);
  });

  it("never takes an amount that fell apart at its separators for a smaller one", () => {
    expect(faultsOf("holder|amount", "Ada|1|300", "Ben|2|")).toEqual([
      { code: "table-cells", values: { line: 2, found: 3, expected: 2 } },
    ]);
  });

  it("names both lines of a holder who stands there twice, however the address is written", () => {
    expect(
      faultsOf("holder|amount", `${address}|1`, "Ada|1", `${rules.checksummed(address)}|2`),
    ).toEqual([
      { code: "holder-twice", values: { first: 2, line: 4, found: rules.checksummed(address) } },
    ]);
  });

  it("is refused when it is empty, too long, too large, or nobody holds anything", () => {
    const codes = (...rows: string[]) => faultsOf(...rows).map(({ code }) => code);
    expect(codes("holder|amount")).toEqual(["table-empty"]);
    expect(codes("holder|amount", "Ada|0", "Ben|0.00")).toEqual(["nobody-holds"]);
    expect(codes("holder|amount", "a|1", "b|1", "c|1", "d|1", "e|1", "f|1")).toEqual([
      "table-long",
    ]);
    const most = "9".repeat(76);
    expect(codes("holder|amount", `a|${most}`, `b|${most}`)).toEqual(["total-size"]);
  });

  it("with a wrong column tells of the first twenty faults, not of a hundred thousand", () => {
    const rows = Array.from({ length: 200 }, (_, at) => `n${at}|x`);
    const table = tableOf("holder|amount", ...rows);
    expect(table.faults).toHaveLength(20);
    expect(table.isSpoilt).toBe(true);
  });
});

it("the canonical form is the same whatever the order of rows", () => {
  const balance = fc.oneof(
    fc.record({
      kind: fc.constant("address" as const),
      address: fc.bigInt({ min: 0n, max: 1n << 159n }).map((n) => `0x${n.toString(16)}`),
      amount: fc.bigInt({ min: 0n, max: mostUnits }),
    }),
    fc.record({
      kind: fc.constant("name" as const),
      digest: fc.uuid(),
      amount: fc.bigInt({ min: 0n, max: mostUnits }),
    }),
  );
  fc.assert(
    fc.property(fc.array(balance), fc.nat(36), (balances, decimals) => {
      const form = canonicalForm(decimals, balances);
      expect(canonicalForm(decimals, balances.toReversed())).toBe(form);
      expect(form.split("\n")).toHaveLength(balances.length + 2);
    }),
  );
  expect(canonicalForm(18, [{ kind: "address", address, amount: 5n }])).toBe(
    `folkmoot-holdings 1\ndecimals 18\naddress ${address} 5`,
  );
});
