import { changeRole, listMembers } from "#shared/contract/memberships.ts";
import { addressesOf, runSql } from "./database.ts";
import { expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

test("a stranger has an entry proved in the browser, comes back to the same past, and is told when somebody rewrote it", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const bo = await people.arrive("Bo");
  const community = await found(ada);
  await join(community, [bo]);
  const params = { communityId: community.id };
  const makeModerator = async (role: "moderator" | "member") => {
    const { items } = await ada.call(listMembers, { params, query: { limit: 10 } });
    const member = items.find(({ name }) => name === "Bo");
    const input = { params: { ...params, participantId: member?.id ?? "" } };
    await ada.call(changeRole, { ...input, body: { role } });
  };
  await makeModerator("moderator");

  // A stranger sees what was done, and proves it.
  const { page } = await people.visit();
  await page.goto(`/c/${community.slug}`);
  await page.getByRole("link", { name: "Ledger" }).click();
  await expect(page.getByText(/This browser sees the ledger for the first time/)).toBeVisible();
  const done = page.getByRole("listitem", { name: /Bo.? became moderator, by .?Ada/ });
  await expect(done).toBeVisible();
  await done.getByRole("button", { name: /^Check entry/ }).click();
  await expect(page.getByText(/Proved in this browser: entry \d+ is in the signed/)).toBeVisible();
  await expect(page.getByRole("img", { name: /The path of entry/ })).toBeVisible();
  await page.getByRole("button", { name: "Verify everything" }).click();
  await expect(page.getByText(/^All is right/)).toBeVisible();

  // Later it has grown, and the past is the same.
  await makeModerator("member");
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await page.goto("/");
  await page.goto(`/c/${community.slug}/ledger`);
  await expect(page.getByText(/(the ledger grew|Nothing was added)/)).toBeVisible();

  // Whoever owns the database changes an entry: whoever reads everything finds which.
  const { ownerUrl } = await addressesOf();
  const inCommunity = [community.id];
  await runSql(ownerUrl, [
    {
      text: `update ledger_acts set subject = 'another' where community_id = $1 and id =
        (select act_id from ledger_entries where community_id = $1 and seq = 1)`,
      values: inCommunity,
    },
  ]);
  await page.getByRole("button", { name: "Verify everything" }).click();
  await expect(page.getByRole("alert")).toContainText("Entry 1: it was changed");

  // And cuts off what was signed last: this browser remembers.
  await runSql(ownerUrl, [
    {
      text: `delete from ledger_checkpoints where community_id = $1 and size =
        (select max(size) from ledger_checkpoints where community_id = $1)`,
      values: inCommunity,
    },
    {
      text: `delete from ledger_entries where community_id = $1 and seq >=
        (select max(size) from ledger_checkpoints where community_id = $1)`,
      values: inCommunity,
    },
  ]);
  await page.reload();
  await expect(
    page.getByText("This ledger is not the one that this browser saw before."),
  ).toBeVisible();
  await expect(
    page.getByText(/It had \d+ entries when it was last seen, and has \d+ now/),
  ).toBeVisible();
});
