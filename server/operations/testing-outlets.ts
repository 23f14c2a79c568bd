import { pathOf } from "#shared/contract/request.ts";
import type { Person } from "../testing/person.ts";
import { unzip } from "../transfer/testing-zip.ts";
import type { Step } from "./testing-tour-guide.ts";

/** A file that came out of an address, as it is or from the archive that it was packed in. */
export interface Outlet {
  readonly step: Step;
  readonly status: number;
  readonly headers: Headers;
  /** Its type, without parameters. */
  readonly type: string;
  /** Its name within an archive. */
  readonly packedAs?: string;
  readonly text: string;
}

const typeOfEnding: Readonly<Record<string, string>> = {
  csv: "text/csv",
  md: "text/markdown",
  json: "application/json",
};

/** Every address that was read, once. */
export function readings(steps: readonly Step[]): Step[] {
  const reads = steps.filter(({ contract }) => contract.method === "GET");
  return [
    ...new Map(reads.map((step) => [pathOf(step.contract, step.input as never), step])).values(),
  ];
}

/** What somebody gets from an address, or whoever read it first: an archive's files one by one. */
export async function outletsOf(step: Step, reader: Person = step.person): Promise<Outlet[]> {
  const response = await reader.send(pathOf(step.contract, step.input as never));
  const { status, headers } = response;
  const [type = ""] = headers.get("content-type")?.split(";") ?? [];
  const content = Buffer.from(await response.arrayBuffer());
  const whole = { step, status, headers, type };
  if (type !== "application/zip") return [{ ...whole, text: content.toString() }];
  return Object.entries(unzip(content)).map(([name, text]) => {
    const packed = typeOfEnding[name.split(".").at(-1) ?? ""] ?? name;
    return { ...whole, type: packed, packedAs: name, text };
  });
}
