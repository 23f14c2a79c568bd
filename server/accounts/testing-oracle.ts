import { requestPasswordReset, signIn, signUp } from "#shared/contract/accounts.ts";
import type { TestServer } from "../testing/server.ts";
import { confirmed, goodPassword } from "./testing-people.ts";

/** One way to ask whether an address is known. */
interface Door {
  readonly name: string;
  readonly path: string;
  body(email: string): object;
}

export const doors: readonly Door[] = [
  {
    name: "signing in",
    path: signIn.path,
    body: (email) => ({ email, password: "wrong wrong wrong" }),
  },
  {
    name: "signing up",
    path: signUp.path,
    body: (email) => ({ email, name: "Nova", password: goodPassword }),
  },
  { name: "resetting a password", path: requestPasswordReset.path, body: (email) => ({ email }) },
];

interface Answer {
  readonly status: number;
  /** The body and the names of the headers, without what is made anew each time. */
  readonly form: string;
  readonly ms: number;
}

async function knock(server: TestServer, door: Door, email: string): Promise<Answer> {
  const person = server.visitor();
  const body = JSON.stringify(door.body(email));
  const began = performance.now();
  const response = await person.send(door.path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  const ms = performance.now() - began;
  const headers = [...response.headers.keys()].toSorted().join(" ");
  const plain = text.replaceAll(email, "EMAIL").replace(/[0-9a-f-]{36}/g, "ID");
  return { status: response.status, form: `${headers}\n${plain}`, ms };
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Asks for a known and an unknown address in turns, in either order. */
export async function compare(server: TestServer, door: Door, pairs: number) {
  const known = `known.${door.path.length}.${Date.now()}@example.org`;
  await confirmed(server, known);
  const answers = { known: [] as Answer[], unknown: [] as Answer[] };
  for (let pair = -3; pair < pairs; pair += 1) {
    const both = [
      ["known", known],
      ["unknown", `nobody.${pair}.${Date.now()}@example.org`],
    ] as const;
    for (const [kind, email] of pair % 2 === 0 ? both : both.toReversed()) {
      const answer = await knock(server, door, email);
      // The first few warm up connections and code.
      if (pair >= 0) answers[kind].push(answer);
    }
  }
  const forms = new Set(
    [...answers.known, ...answers.unknown].map(({ status, form }) => `${status} ${form}`),
  );
  const knownMs = median(answers.known.map(({ ms }) => ms));
  const unknownMs = median(answers.unknown.map(({ ms }) => ms));
  return { forms: [...forms], knownMs, unknownMs, ratio: knownMs / unknownMs };
}
