import { daysBefore } from "./days.ts";
import type { DemoPerson } from "./demo-plan.ts";
import type { Leaning } from "./drafts.ts";
import { timedId } from "./ids.ts";
import { type PersonDraft, type PersonKey, camps, peopleDrafts } from "./people.ts";
import { type Random, between, noise, pickWeighted, seededRandom } from "./random.ts";

/** A person of the demo and how they see things. */
export interface CrowdMember extends DemoPerson {
  readonly key: PersonKey;
  /** How much of each camp is in them. */
  readonly mix: Leaning;
  /** Share of what they are asked that they answer. */
  readonly zeal: number;
}

type Uninvited = Omit<CrowdMember, "invitedBy" | "language">;

const founders: ReadonlySet<string> = new Set<PersonKey>([
  "amara",
  "jonas",
  "mei-lin",
  "ifeoma",
  "rosa",
  "thandiwe",
  "hana",
  "oleksandr",
  "northnode",
  "farid",
  "kwame",
  "quietcompiler",
  "samuel",
  "clara",
]);

/** The demo's people, those who joined first first. */
export function crowd(seed: string, now: Date): CrowdMember[] {
  const people = Object.entries<PersonDraft>(peopleDrafts).map(([key, draft]) =>
    crowdMember(key as PersonKey, draft, { random: seededRandom(`${seed}/people/${key}`), now }),
  );
  const inOrder = people.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  return inOrder.map((person, at) => {
    // Whoever looks around signs in as somebody who reads what the demo is written in.
    const language = person.canSignIn || at % 5 < 2 ? "en" : "es";
    return { ...person, language, invitedBy: hostOf(inOrder, at) };
  });
}

/** Two of three came by the invitation of somebody who was there well before; founders by nobody's. */
function hostOf(people: readonly Uninvited[], at: number): string | null {
  const person = people[at];
  if (person === undefined || founders.has(person.key) || at % 3 === 0) return null;
  return people[Math.floor(at / 4)]?.participantId ?? null;
}

interface Making {
  readonly random: Random;
  readonly now: Date;
}

function crowdMember(key: PersonKey, draft: PersonDraft, { random, now }: Making): Uninvited {
  const daysAgo = between(random, arrival(key, draft));
  const joinedAt = daysBefore(now, draft.role === "owner" ? 400 : Math.floor(daysAgo));
  const elsewhere = between(random, [0, 0.3]);
  const split = random.next();
  const shares = [0, 1, 2].map((camp) => (camp === camps[draft.camp] ? 1 - elsewhere : null));
  const [operators, civic, builders] = fillGaps(shares, [
    elsewhere * split,
    elsewhere * (1 - split),
  ]);
  return {
    key,
    accountId: timedId(joinedAt, random),
    participantId: timedId(joinedAt, random),
    name: draft.name,
    email: `${key}@example.org`,
    role: draft.role,
    joinedAt,
    canSignIn: draft.canSignIn,
    mix: [operators ?? 0, civic ?? 0, builders ?? 0],
    zeal: between(random, [0.55, 1]),
  };
}

/** How many days ago somebody joined, from and to. */
function arrival(key: PersonKey, { isNew }: PersonDraft): readonly [number, number] {
  if (isNew) return [53, 73];
  return founders.has(key) ? [394, 399] : [130, 350];
}

function fillGaps(shares: readonly (number | null)[], fillings: readonly number[]): number[] {
  const left = [...fillings];
  return shares.map((share) => share ?? left.shift() ?? 0);
}

/** How a person sees a thing, about from -1 (against) to 1 (for). */
export function view(person: CrowdMember, leaning: Leaning): number {
  return person.mix[0] * leaning[0] + person.mix[1] * leaning[1] + person.mix[2] * leaning[2];
}

/** The view together with what camps don't explain. */
export const moodyView = (person: CrowdMember, leaning: Leaning, random: Random): number =>
  view(person, leaning) + 0.4 * noise(random);

/** Somebody who would say this, of those who were there by then. */
export function someoneWho(
  people: readonly CrowdMember[],
  likes: (person: CrowdMember) => number,
  random: Random,
): CrowdMember {
  return pickWeighted(
    random,
    people,
    (person) => Math.max(0.02, likes(person) + 0.2) * person.zeal,
  );
}
