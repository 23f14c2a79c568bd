import pg from "pg";

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is string =>
  typeof value === "string" && idPattern.test(value);

/** What is kept under an id. */
export interface Row {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** All that a database holds, by its ids. */
export class Register {
  #tables: { readonly name: string; readonly isInDebate: boolean }[] = [];

  private constructor(readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<Register> {
    const register = new Register(new pg.Client({ connectionString: ownerUrl }));
    await register.client.connect();
    const { rows } = await register.client.query<{ name: string; isInDebate: boolean }>(`
      select table_name as name, bool_or(column_name = 'debate_id') as "isInDebate"
      from information_schema.columns where table_schema = 'public' group by table_name
      having count(*) filter (where column_name in ('id', 'community_id') and data_type = 'uuid') = 2`);
    register.#tables = rows;
    return register;
  }

  close = (): Promise<void> => this.client.end();

  async find(id: string): Promise<Row | undefined> {
    const each = this.#tables.map(
      ({ name }) => `select '${name}' as table, to_jsonb(t) as row from ${name} t where id = $1`,
    );
    const { rows } = await this.client.query<Row>(each.join(" union all "), [id]);
    return rows[0];
  }

  /**
   * Whatever is in a table of a community and most alike otherwise, so that it is in no other state. What is known by a
   * word, as a usual topic, is the same in each community, and no other's.
   */
  another(table: string, communityId: string, { row }: Pick<Row, "row">) {
    return this.#alike(table, row, `community_id = '${communityId}'`);
  }

  /** The same of another debate; nothing where what the table holds is in none. */
  async inAnotherDebate(table: string, debateId: string, { row }: Pick<Row, "row">) {
    if (!this.#tables.some(({ name, isInDebate }) => name === table && isInDebate))
      return undefined;
    const here = `community_id = (select community_id from debates where id = '${debateId}')`;
    return this.#alike(table, row, `${here} and debate_id <> '${debateId}'`);
  }

  async #alike(table: string, row: Row["row"], where: string): Promise<string | undefined> {
    const { rows } = await this.client.query<{ id: string }>(
      `select id from ${table} t where ${where} and id::text ~ '${idPattern.source}'
       order by (select count(*) from jsonb_each(to_jsonb(t)) a join jsonb_each($1) b using (key, value)) desc
       limit 1`,
      [row],
    );
    return rows[0]?.id;
  }
}
