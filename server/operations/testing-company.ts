import { moderate } from "#shared/contract/moderation.ts";
import type { Role } from "../platform/actor.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import type { Step } from "./testing-tour-guide.ts";

/** Everybody as whom an operation is tried. `who did it` is whoever the product is built to let do it, as things are. */
export const roles = [
  "stranger",
  "visit",
  "signed in",
  "moderator elsewhere",
  "from elsewhere",
  "operator",
  "suspended",
  "newcomer",
  "member",
  "facilitator",
  "moderator",
  "owner",
  "who did it",
] as const;
export type RoleName = (typeof roles)[number];

/** Two of those who are no members: to them a private community does not exist. */
export const outside: readonly RoleName[] = ["stranger", "signed in"];

interface Inside {
  readonly name: RoleName;
  readonly role?: Role;
}

const members: readonly Inside[] = [
  { name: "suspended" },
  { name: "newcomer" },
  { name: "member" },
  { name: "facilitator" },
  { name: "moderator", role: "moderator" },
  { name: "owner", role: "owner" },
];

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

/** People of every standing, who have no part in anything that goes on. */
export class Company {
  readonly #people = new Map<RoleName, Person>();
  /** By community, who is who there. */
  readonly #ids = new Map<string, Map<RoleName, string>>();
  elsewhere = "";

  static async gather(server: TestServer): Promise<Company> {
    const company = new Company(server);
    for (const name of roles) company.#people.set(name, await company.#comes(name));
    const at = (name: RoleName) => company.person(name);
    const { communityId } = await addCommunity(server, at("from elsewhere"));
    company.elsewhere = communityId;
    await addMember(server, communityId, { person: at("moderator elsewhere"), role: "moderator" });
    const { accountId } = at("operator");
    await server.deps.db.execute(
      `update accounts set is_operator = true where id = '${accountId}'`,
    );
    return company;
  }

  private constructor(readonly server: TestServer) {}

  async #comes(name: RoleName): Promise<Person> {
    if (name !== "stranger" && name !== "visit") return this.server.person(`Role ${name}`);
    const visitor = this.server.visitor();
    if (name === "visit") visitor.cookie = this.#visit();
    return visitor;
  }

  #visit(): string {
    const cookie = this.server.deps.visits?.begin(new Date());
    return cookie?.split(";")[0] ?? "";
  }

  person(name: RoleName): Person {
    const person = this.#people.get(name);
    if (!person) throw new RangeError(`${name} is one of the roles`);
    return person;
  }

  /** Everybody who is to be a member becomes one. */
  async join(communityId: string): Promise<void> {
    const ids = new Map<RoleName, string>();
    for (const { name, role = "member" } of members) {
      ids.set(name, await addMember(this.server, communityId, { person: this.person(name), role }));
    }
    this.#ids.set(communityId, ids);
    await this.person("owner").call(moderate, {
      params: { communityId },
      body: {
        subject: { kind: "profile", id: ids.get("suspended") ?? "" },
        kind: "suspend",
        rule: 1,
        reason: "So that there is somebody who is suspended.",
        until: inAMonth(),
      },
    });
  }

  /** SQL that gives a role what it is named for; it must be taken back. */
  standing(name: RoleName, communityId: string): string {
    const id = this.#ids.get(communityId)?.get(name);
    if (id === undefined) return "";
    if (name === "newcomer") {
      return `update memberships set joined_at = now() where participant_id = '${id}'`;
    }
    if (name !== "facilitator") return "";
    return `insert into curated (community_id, debate_id, kind, subject_id, values)
      select community_id, id, 'facilitator', '${id}', '{}' from debates
      where community_id = '${communityId}' on conflict do nothing`;
  }

  /** The same request as somebody in a role would make it. */
  stepOf(name: RoleName, step: Step): Step {
    if (name === "who did it") return step;
    const person = this.person(name);
    return { ...step, person, input: name === "from elsewhere" ? this.#there(step) : step.input };
  }

  /** Whoever comes from elsewhere puts the own community in the place of the other. */
  #there({ input }: Step): Step["input"] {
    const { params = {} } = input;
    if (!("communityId" in params)) return input;
    return { ...input, params: { ...params, communityId: this.elsewhere } };
  }
}
