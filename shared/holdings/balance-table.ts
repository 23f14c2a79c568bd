import { type AmountFault, mostUnits, readAmount } from "./amount.ts";
import { type Holder, type HolderFault, type HolderRules, readHolder } from "./holder.ts";

/** Why a table of balances is refused; each names the line, and the column where there is one. */
export type TableFaultCode =
  | HolderFault
  | AmountFault
  | "table-empty"
  | "table-columns"
  | "table-broken"
  | "table-long"
  | "table-cells"
  | "holder-twice"
  | "total-size"
  | "nobody-holds";

export interface TableFault {
  readonly code: TableFaultCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Balance = Holder & { readonly amount: bigint };

export interface Reading extends HolderRules {
  readonly decimals: number;
  readonly mostRows: number;
}

const holderNames = ["holder", "address", "name", "holderaddress", "wallet", "account", "member"];
const amountNames = ["amount", "balance", "tokens", "quantity"];
/** Enough to mend a table by; a wrong column is wrong in every row. */
const mostFaults = 20;
const shownLength = 60;

const shown = (text: string) =>
  text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
const plainName = (cell: string) => cell.toLowerCase().replaceAll(/[\s_-]/g, "");
const keyOf = (holder: Holder) =>
  holder.kind === "address" ? holder.address : `name ${holder.name}`;

interface Columns {
  readonly holder: number;
  readonly amount: number;
  readonly count: number;
  readonly names: { readonly holder: string; readonly amount: string };
}

/** Reads a table of balances row by row. The first row names the columns; others than those two are passed over. */
export class BalanceTable {
  readonly balances: Balance[] = [];
  readonly faults: TableFault[] = [];
  total = 0n;
  #columns: Columns | undefined;
  readonly #lines = new Map<string, number>();

  constructor(readonly rules: Reading) {}

  /** Whether it is of no use to go on. */
  get isSpoilt(): boolean {
    return this.faults.length >= mostFaults || (this.faults.length > 0 && !this.#columns);
  }

  /** Takes the next row, which stands in this line of the file. */
  take(cells: readonly string[], line: number): void {
    const trimmed = cells.map((cell) => cell.trim());
    if (this.isSpoilt || trimmed.every((cell) => cell === "")) return;
    if (!this.#columns) this.#takeHead(trimmed, line);
    else if (this.balances.length >= this.rules.mostRows) this.#endLong();
    else this.#takeRow(trimmed, line, this.#columns);
  }

  /** To be called after the last row. */
  end(): void {
    if (this.faults.length > 0) return;
    if (this.balances.length === 0) this.fault("table-empty");
    else if (this.total === 0n) this.fault("nobody-holds");
    else if (this.total > mostUnits) this.fault("total-size");
  }

  fault(code: TableFaultCode, values: TableFault["values"] = {}): void {
    if (this.faults.length < mostFaults) this.faults.push({ code, values });
  }

  #endLong(): void {
    if (this.faults.some(({ code }) => code === "table-long")) return;
    this.fault("table-long", { most: this.rules.mostRows });
  }

  #takeHead(cells: readonly string[], line: number): void {
    const found = (names: readonly string[]) =>
      cells.flatMap((cell, at) => (names.includes(plainName(cell)) ? [at] : []));
    const [holder, ...otherHolders] = found(holderNames);
    const [amount, ...otherAmounts] = found(amountNames);
    const isPlain = otherHolders.length === 0 && otherAmounts.length === 0;
    if (holder === undefined || amount === undefined || !isPlain) {
      this.fault("table-columns", { line, found: shown(cells.join(", ")) });
      return;
    }
    const names = { holder: cells[holder] ?? "", amount: cells[amount] ?? "" };
    this.#columns = { holder, amount, names, count: cells.length };
  }

  #takeRow(cells: readonly string[], line: number, columns: Columns): void {
    const beyond = cells.findLastIndex((cell) => cell !== "") + 1;
    if (beyond > columns.count) {
      // An amount like 1,300 falls apart into two cells, and would count as 1.
      this.fault("table-cells", { line, found: beyond, expected: columns.count });
      return;
    }
    const texts = { holder: cells[columns.holder] ?? "", amount: cells[columns.amount] ?? "" };
    const holder = readHolder(texts.holder, this.rules);
    const amount = readAmount(texts.amount, this.rules.decimals);
    const at = (column: "holder" | "amount") => ({
      line,
      column: columns.names[column],
      found: shown(texts[column]),
    });
    if (typeof holder === "string") this.fault(holder, at("holder"));
    else this.#checkOnce(holder, { ...at("holder"), line });
    if (typeof amount === "string") {
      const { decimals } = this.rules;
      this.fault(amount, { ...at("amount"), ...(amount === "amount-decimals" && { decimals }) });
    }
    if (typeof holder === "string" || typeof amount === "string") return;
    this.balances.push({ ...holder, amount });
    this.total += amount;
  }

  #checkOnce(holder: Holder, { line, found }: { line: number; found: string }): void {
    const key = keyOf(holder);
    const first = this.#lines.get(key);
    if (first === undefined) this.#lines.set(key, line);
    else this.fault("holder-twice", { first, line, found });
  }
}
