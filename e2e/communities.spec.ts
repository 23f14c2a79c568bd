import { expect, test } from "./people.ts";
import { found, unique } from "./scenes.ts";

test("a founder brings somebody into a private community by a link, and lets them go again", async ({
  people,
}) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const slug = `quiet-${unique()}`;

  await ada.page.goto("/communities/new");
  await ada.page.getByLabel("Name", { exact: true }).fill("Quiet Room");
  await expect(ada.page.getByLabel("Address", { exact: true })).toHaveValue("quiet-room");
  await ada.page.getByLabel("Address", { exact: true }).fill(slug);
  await ada.page.getByText("Only members know that it exists").click();
  await ada.page.getByRole("button", { name: "Begin with three common rules" }).click();
  await ada.page.getByRole("button", { name: "Found the community" }).click();
  await expect(ada.page.getByRole("heading", { level: 1, name: "Quiet Room" })).toBeVisible();
  await expect(ada.page.getByText("Say where facts come from")).toBeVisible();

  await ada.page.getByRole("link", { name: "Invite people" }).click();
  await ada.page.getByRole("button", { name: "Invite by a link" }).click();
  await ada.page.getByLabel("For how many people").fill("1");
  await ada.page.getByRole("button", { name: "Make the link" }).click();
  const link = await ada.page.getByLabel("The link").inputValue();
  await ada.page.keyboard.press("Escape");

  await bo.page.goto(`/c/${slug}`);
  await expect(bo.page.getByRole("heading", { level: 1, name: /Nothing is here/ })).toBeVisible();
  await bo.page.goto(link);
  await expect(bo.page.getByText("You are invited to")).toBeVisible();
  await bo.page.getByLabel("Your name here").fill("Bo the Quiet");
  await bo.page.getByRole("button", { name: "Join" }).click();
  await expect(bo.page).toHaveURL(new RegExp(`/c/${slug}$`));

  const row = ada.page.getByRole("listitem").filter({ hasText: "Bo the Quiet" });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: /What you can do about/ }).click();
  await ada.page.getByRole("menuitem", { name: "Make moderator" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Make moderator" }).click();
  await expect(row.getByText("Moderator", { exact: true })).toBeVisible();
  await expect(bo.page.getByText("You are a moderator now")).toBeVisible();

  await row.getByRole("button", { name: /What you can do about/ }).click();
  await ada.page.getByRole("menuitem", { name: "Remove" }).click();
  await ada.page.getByLabel("Why").fill("We part as friends");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);
  await expect(bo.page.getByText("You have lost access.")).toBeVisible();
  await bo.page.goto(`/c/${slug}`);
  await expect(bo.page.getByRole("heading", { level: 1, name: /Nothing is here/ })).toBeVisible();
  await bo.page.goto("/notifications");
  await expect(bo.page.getByText(/We part as friends/)).toBeVisible();
  await bo.page.goto(link);
  await expect(bo.page.getByText("This link leads nowhere any more")).toBeVisible();
});

test("whoever asks to join is let in, live on both sides", async ({ people }) => {
  const [ada, cy] = [await people.arrive("Ada"), await people.arrive("Cy")];
  const { slug } = await found(ada, { onRequest: true });
  await ada.page.goto(`/c/${slug}`);
  await cy.page.goto(`/c/${slug}`);
  await cy.page.getByRole("button", { name: "Ask to join" }).click();
  await cy.page.getByLabel("Your message").fill("I run two nodes.");
  await cy.page.getByRole("button", { name: "Send the request" }).click();
  await expect(cy.page.getByText("Your request to join waits")).toBeVisible();

  await ada.page
    .getByRole("main")
    .getByRole("link", { name: /Cy wants to join/ })
    .click();
  await expect(ada.page.getByText("I run two nodes.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Let them in" }).click();
  await expect(cy.page.getByRole("link", { name: "Ask a question" }).first()).toBeVisible();
  await expect(ada.page.getByRole("heading", { name: "2 members" })).toBeVisible();
});
