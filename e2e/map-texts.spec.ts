import { listDebates } from "#shared/contract/debates.ts";
import { listCommunities } from "#shared/contract/communities.ts";
import { joinCommunity } from "#shared/contract/memberships.ts";
import { listStatements, respond } from "#shared/contract/statements.ts";
import { inParts } from "./crowd.ts";
import { type E2ePerson, expect, test } from "./people.ts";

/** The debate of the demo with the most statements, every one of them answered by somebody. */
async function answerAll(person: E2ePerson): Promise<string> {
  const { items: communities } = await person.call(listCommunities, { query: { limit: 50 } });
  const demo = communities.find(({ slug }) => slug === "open-model-commons");
  if (!demo) throw new Error("the demo is there");
  const communityId = demo.id;
  await person.call(joinCommunity, { params: { communityId }, body: {} });
  const { items } = await person.call(listDebates, {
    params: { communityId },
    query: { limit: 100 },
  });
  const debateId = items.find(({ question }) => question.includes("UberX"))?.id ?? "";
  const params = { communityId, debateId };
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = after ? { limit: 100, after } : { limit: 100 };
    const page: { items: { id: string }[]; next: string | null } = await person.call(
      listStatements,
      { params, query },
    );
    await inParts(page.items, ({ id: statementId }) =>
      person.call(respond, { params: { ...params, statementId }, body: { value: 1 } }),
    );
    after = page.next;
  } while (after !== null);
  return `/c/${demo.slug}/d/${debateId}`;
}

test("of a map of many statements those that its sentences tell of are read before all others came, whose places are kept", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const { page } = ada;
  const path = await answerAll(ada);
  let release: () => void = () => undefined;
  const waiting = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/statements\?limit=100/, async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto(`${path}/map`);
  const group = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: /Group A/ }) });
  await expect(group.getByRole("listitem").first()).toContainText(/[a-z]{4}.*%/s);
  await expect(group.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByText("…", { exact: true })).toHaveCount(0);
  await page.goto(`${path}/report`);
  const table = page.getByRole("table", { name: "All statements" });
  await expect(table.locator("[aria-busy=true]").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "CSV" })).toHaveCount(1);

  release();
  await expect(table.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "CSV" })).toHaveCount(2);
});
