import type { Aside } from "./testing-aside.ts";
import type { Step } from "./testing-tour-guide.ts";

/** Tries what people do as if everybody had blocked them, and they held no office. */
export class Blocked {
  readonly #tried = new Set<string>();
  /** Operations by which somebody is told something all the same. */
  readonly heard = new Set<string>();

  constructor(readonly aside: Aside) {}

  async ask(step: Step): Promise<void> {
    const { contract, person, input } = step;
    const { communityId } = (input.params ?? {}) as { readonly communityId?: string };
    if (contract.method === "GET" || communityId === undefined || person.accountId === "") return;
    this.aside.forget();
    const { result } = await this.aside.trial.attempt({
      prepare: blockedBySome(communityId, person.accountId),
      work: async () => {
        const before = await this.aside.countNotices();
        await this.aside.send(step);
        return (await this.aside.countNotices()) - before;
      },
      isWatched: () => false,
    });
    this.aside.forget();
    this.#tried.add(contract.name);
    if (result > 0) this.heard.add(contract.name);
  }

  get tried(): number {
    return this.#tried.size;
  }
}

/** SQL by which all other members of a community block an account there, which is an ordinary member then. */
const blockedBySome = (communityId: string, accountId: string) => `
  insert into blocks (community_id, id, account_id, participant_id)
  select own.community_id, gen_random_uuid(), other.account_id, own.participant_id
  from memberships own join memberships other using (community_id)
  where own.community_id = '${communityId}' and own.account_id = '${accountId}'
    and other.account_id <> own.account_id and other.account_id is not null
  on conflict do nothing;
  update memberships set role = 'member'
  where community_id = '${communityId}' and account_id = '${accountId}'`;
