import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import { communityLimits } from "#shared/contract/communities.ts";
import { holdingLimits } from "#shared/contract/holdings.ts";
import { line } from "#shared/contract/text.ts";
import { BalanceTable } from "#shared/holdings/balance-table.ts";
import { because, refuseFaults } from "../platform/problem.ts";

const Name = line(communityLimits.memberName);
const readName = (text: string) => Name.safeParse(text).data;

/** What parts the cells: spreadsheets of some languages use semicolons, and copying gives tabs. */
function delimiterOf(csv: string): string {
  const head = csv.slice(0, csv.search(/[\r\n]|$/));
  return [",", ";", "\t"].find((one) => head.includes(one)) ?? ",";
}

const atOnce = 200;
const longestRow = 10_000;

function* pieces(text: string): Generator<string> {
  const length = 64 * 1024;
  for (let from = 0; from < text.length; from += length) yield text.slice(from, from + length);
}

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Reads a table of balances; everybody else has a turn meanwhile. Refuses what is wrong in it, line by line. */
export async function readTable(csv: string, decimals: number): Promise<BalanceTable> {
  const { getAddress } = await import("viem/utils");
  const table = new BalanceTable({
    decimals,
    mostRows: holdingLimits.holders,
    readName,
    checksummed: (address) => getAddress(address),
  });
  const rows = Readable.from(pieces(csv)).pipe(
    parse({
      bom: true,
      info: true,
      delimiter: delimiterOf(csv),
      relax_column_count: true,
      max_record_size: longestRow,
    }),
  );
  let count = 0;
  try {
    for await (const { record, info } of rows as AsyncIterable<Row>) {
      table.take(record, info.lines);
      count += 1;
      if (table.isSpoilt) break;
      if (count % atOnce === 0) await turn();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: number };
    table.fault("table-broken", { line: lines ?? count + 1 });
  }
  table.end();
  const { faults } = table;
  if (faults.length > 0) {
    const errors = faults.map(({ code, values }) => {
      return { pointer: "#/body/csv", ...because(code, values) };
    });
    refuseFaults("invalid-request", errors);
  }
  return table;
}
