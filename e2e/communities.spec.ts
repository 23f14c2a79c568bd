import { AxeBuilder } from "@axe-core/playwright";
import { io } from "socket.io-client";
import { createCommunity } from "#shared/contract/communities.ts";
import { createInvitation } from "#shared/contract/memberships.ts";
import { type E2ePerson, expect, test } from "./people.ts";

const unique = () => crypto.randomUUID().slice(0, 8);

async function found(founder: E2ePerson, shape: { isPrivate?: boolean; onRequest?: boolean }) {
  const slug = `moot-${unique()}`;
  const community = await founder.call(createCommunity, {
    body: {
      name: `Moot ${slug}`,
      slug,
      description: "Where **we** meet.",
      language: "en",
      isPrivate: shape.isPrivate ?? false,
      joinPolicy: shape.onRequest ? "on-request" : "open",
      rules: [{ title: "Argue with the claim" }],
    },
  });
  return community;
}

/** What the server answers when somebody wants to hear a room. */
async function tryToHear({ context, page }: E2ePerson, room: string): Promise<unknown> {
  const baseURL = new URL(page.url()).origin;
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const socket = io(baseURL, {
    transports: ["websocket"],
    extraHeaders: { origin: baseURL, cookie },
  });
  try {
    return await socket.timeout(10_000).emitWithAck("join", room);
  } finally {
    socket.disconnect();
  }
}

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

test("a private community stays invisible to a stranger, sockets included", async ({ people }) => {
  const [ada, eve] = [await people.arrive("Ada"), await people.arrive("Eve")];
  const { id, slug, name } = await found(ada, { isPrivate: true });
  await ada.page.goto(`/c/${slug}`);
  await eve.page.goto("/");
  await expect(eve.page.getByRole("heading", { name: "Communities" })).toBeVisible();
  await eve.page.getByLabel("Find a community by name").fill(name);
  await expect(eve.page.getByText(/No community is called/)).toBeVisible();

  const answers = await eve.page.evaluate(
    async (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const response = await fetch(path);
          return `${response.status} ${await response.text()}`;
        }),
      ),
    [
      `/api/communities/${id}`,
      `/api/communities/by-slug/${slug}`,
      `/api/communities/${id}/members`,
      `/api/rooms/community:${id}/events?after=0`,
      "/api/communities/by-slug/no-such-place",
    ],
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^404 /);
  const room = `community:${id}`;
  expect(await tryToHear(eve, room)).toEqual({ joined: false });
  expect(await tryToHear(ada, room)).toMatchObject({ joined: true });

  await eve.page.goto(`/c/${slug}`);
  await expect(eve.page.getByRole("heading", { level: 1, name: /Nothing is here/ })).toBeVisible();
  await expect(eve.page.locator("body")).not.toContainText(name);
});

test("the pages of a community have nothing that axe finds, in light and dark", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const { id, slug } = await found(ada, { onRequest: true });
  const { token } = await ada.call(createInvitation, { params: { communityId: id }, body: {} });
  const paths = [
    "/",
    "/communities/new",
    `/c/${slug}`,
    `/c/${slug}/members`,
    `/c/${slug}/settings`,
    `/join/${token}`,
    "/notifications",
  ];
  for (const colorScheme of ["light", "dark"] as const) {
    await ada.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of paths) {
      await ada.page.goto(path);
      await expect(ada.page.getByRole("heading", { level: 1 })).toBeVisible();
      await ada.page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page: ada.page }).analyze();
      const found = violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
      expect(found, `${path} in ${colorScheme}`).toEqual([]);
    }
  }
});
