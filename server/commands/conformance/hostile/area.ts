import { z } from "zod";
import { firstFault } from "#shared/conformance/election.ts";
import { failure, type Finding } from "#shared/conformance/finding.ts";
import type { Outlet } from "./outlet.ts";

/*
 * What people who mean harm write. Each text goes out by every way that the product has: it must do nothing there, and
 * arrive as the text that it is. What a source's own sanitizer or parser makes of it is not asked: here raw HTML stands
 * as it was typed, so its exact outputs cannot be the same.
 */

const HostileCase = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("strings"), strings: z.array(z.string()).min(1) }),
  z.object({
    kind: z.literal("html-sanitiser"),
    items: z.array(z.object({ html: z.string() })).min(1),
  }),
  z.object({
    kind: z.literal("markdown"),
    items: z.array(z.object({ markdown: z.string() })).min(1),
  }),
]);
type HostileCase = z.infer<typeof HostileCase>;

const hostileKinds = HostileCase.options.map(({ shape }) => shape.kind.value);

function textsOf(one: HostileCase): readonly string[] {
  if (one.kind === "strings") return one.strings;
  if (one.kind === "html-sanitiser") return one.items.map(({ html }) => html);
  return one.items.map(({ markdown }) => markdown);
}

async function problemsBy(outlet: Outlet, text: string): Promise<string[]> {
  // Nobody wrote anything.
  if (text === "") return [];
  try {
    return await outlet.problems(text);
  } catch (error) {
    return [`it broke down: ${error instanceof Error ? error.message : String(error)}`];
  }
}

interface Place {
  readonly id: string;
  readonly rule: string;
}

async function findingOf({ id, rule }: Place, text: string): Promise<Finding> {
  const about = { area: "hostile", id, rule };
  // They bring the model of a browser, which other cases need not wait for.
  const { outlets } = await import("./outlets.ts");
  const found = await Promise.all(outlets.map((outlet) => problemsBy(outlet, text)));
  const differences = outlets.flatMap(({ name }, at) =>
    (found[at] ?? []).map((got) => ({ what: `${name}: ${text}`, expected: "nothing", got })),
  );
  if (differences.length === 0) return { ...about, verdict: "passed" };
  return { ...about, verdict: "failed", differences };
}

async function check(id: string, content: unknown): Promise<Finding[]> {
  const { data, error } = HostileCase.safeParse(content);
  if (data) {
    const findings: Finding[] = [];
    for (const [at, text] of textsOf(data).entries()) {
      findings.push(await findingOf({ id: `${id}[${at}]`, rule: data.kind }, text));
    }
    return findings;
  }
  const kind = z.object({ kind: z.string() }).safeParse(content).data?.kind;
  const about = { area: "hostile", id, rule: kind ?? "case" };
  if (kind !== undefined && !isHostileCase(content)) {
    const reason = "nothing here answers this kind of question";
    return [{ ...about, verdict: "not-applicable", reason }];
  }
  return [failure(about, firstFault(error))];
}

/** One finding for each text. */
export const hostile = { name: "hostile", check };

/** Whether a case that lies in no folder is one of these. */
export const isHostileCase = (content: unknown): boolean =>
  z.object({ kind: z.enum(hostileKinds) }).safeParse(content).success;
