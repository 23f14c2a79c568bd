import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { barriersOn } from "./barriers.ts";
import { expect, test as base } from "./people.ts";
import { ask, found, state } from "./scenes.ts";

/** Somebody else's site, which shows what is pasted into its page. Browsers take `localhost` and `127.0.0.1` for two sites. */
async function openSite() {
  let snippet = "";
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>A blog</title><h1>What do you think?</h1>${snippet}`);
  });
  await once(server.listen(0, "localhost"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    paste: (text: string) => {
      snippet = text;
    },
    close: () => server.close().closeAllConnections(),
  };
}

const test = base.extend<{ site: Awaited<ReturnType<typeof openSite>> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  site: async ({}, tell) => {
    const site = await openSite();
    await tell(site);
    site.close();
  },
});

const heightOf = (page: Page) =>
  page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);

test("a debate is answered on somebody else's page by a visitor, and on no page that is not listed", async ({
  people,
  site,
}) => {
  const owner = await people.arrive("Olga");
  const community = await found(owner);
  const question = `Who "<b>mows</b>" the lawn?`;
  const scene = await ask(owner, community, { phase: "deliberation", question });
  for (const text of ["Everybody does.", "<script>alert(1)</script>"]) {
    await state(owner, scene, text);
  }

  // Nobody may show it; the moderators list a site, and copy what its page needs.
  await owner.page.goto(`${scene.path}/statements`);
  const steer = async (item: string) => {
    await owner.page.getByRole("button", { name: "Steer" }).click();
    await owner.page.getByRole("menuitem", { name: item }).click();
  };
  await steer("Visitors");
  await owner.page.getByLabel("Visitors may respond to statements").check();
  await owner.page.getByRole("button", { name: "Save" }).click();
  await steer("Show on other sites");
  const dialog = owner.page.getByRole("dialog");
  await expect(dialog.getByText("For the page of that site")).toHaveCount(0);
  await dialog.getByLabel("Sites").fill("https://");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("without a path").first()).toBeVisible();
  await dialog.getByLabel("Sites").fill(`${site.origin}/2026/lawn?a=b`);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("For the page of that site")).toBeVisible();
  await expect(dialog.getByLabel("Sites")).toHaveValue(site.origin);
  expect(await barriersOn(owner.page)).toEqual([]);
  site.paste((await dialog.locator("pre").textContent()) ?? "");
  await dialog.getByRole("button", { name: "Close" }).last().click();

  // A reader of that site answers, inside of it, by a cookie that is sent from there only.
  const reader = await people.visit({ colorScheme: "dark", viewport: { width: 390, height: 800 } });
  await reader.page.goto(site.origin);
  const frame = reader.page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: question })).toBeVisible();
  await expect(frame.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await expect.poll(() => heightOf(reader.page)).toBeGreaterThan(700);
  const before = await heightOf(reader.page);
  await frame.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(frame.getByText("1 of 2")).toBeVisible();
  await expect(owner.page.getByText("0 members · 1 visitor")).toBeVisible();
  await expect.poll(() => heightOf(reader.page)).not.toBe(before);
  const [cookie] = (await reader.context.cookies()).filter(({ name }) => name.endsWith("visit"));
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "None" });
  await reader.page.reload();
  await expect(frame.getByText("1 of 2")).toBeVisible();
  expect(
    await reader.page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight),
  ).toBeLessThanOrEqual(await heightOf(reader.page));

  // Every link of the frame opens a tab: no other page of ours is shown in there.
  const [tab] = await Promise.all([
    reader.context.waitForEvent("page"),
    frame.getByRole("link", { name: "The whole debate" }).click(),
  ]);
  await expect(tab.getByRole("heading", { name: question })).toBeVisible();
  await tab.close();

  // The site is taken off the list, while another of the moderators looks at it and the frame is open.
  const second = await people.visit();
  await second.context.addCookies(await owner.context.cookies());
  await second.page.goto(`${scene.path}/statements`);
  for (const page of [owner.page, second.page]) {
    await page.getByRole("button", { name: "Steer" }).click();
    await page.getByRole("menuitem", { name: "Show on other sites" }).click();
    await expect(page.getByRole("textbox", { name: /^Sites/ })).toHaveValue(site.origin);
  }
  await dialog.getByLabel("Sites").fill("https://other.example.org");
  await dialog.getByRole("button", { name: "Save" }).click();
  const seen = second.page.getByRole("textbox", { name: /^Sites/ });
  await expect(seen).toHaveValue("https://other.example.org");
  await expect(frame.getByText("may no longer show the debate")).toBeVisible();
  await expect(frame.getByRole("button", { name: "Disagree", exact: true })).toHaveCount(0);
  await dialog.getByLabel("Sites").fill(site.origin);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(frame.getByRole("button", { name: "Disagree", exact: true })).toBeVisible();

  // The same page under another name of that machine is another site, and is shown nothing.
  const stranger = await people.visit();
  const refused = stranger.page.waitForEvent("console", (line) =>
    line.text().includes("frame-ancestors"),
  );
  await stranger.page.goto(site.origin.replace("localhost", "blog.localhost"));
  await refused;
  await expect(stranger.page.frameLocator("iframe").getByText(question)).toHaveCount(0);
});
