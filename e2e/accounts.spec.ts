import type { Page } from "@playwright/test";
import { readMailbox } from "#shared/contract/accounts.ts";
import { barriersOn } from "./barriers.ts";
import { type E2eVisitor, expect, test } from "./people.ts";

const password = "seven wet lanterns hum";
const newEmail = () => `ada.${crypto.randomUUID().slice(0, 8)}@example.org`;

async function expectNoBarriers(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await barriersOn(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** The link in the newest mail about something, as the mailbox page shows it. */
async function linkFor(reader: E2eVisitor, email: string, subject: RegExp): Promise<string> {
  const find = async () => {
    const { mails } = await reader.call(readMailbox, {});
    const mail = mails.find((one) => one.to === email && subject.test(one.subject));
    return /(\/[\w-]+#\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  };
  await expect.poll(find).not.toBe("");
  return find();
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Open account" }).click();
}

test("a newcomer opens an account, goes on where they came from, and confirms by mail", async ({
  people,
}) => {
  const { page, ...reader } = await people.visit();
  const email = newEmail();
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectNoBarriers(page);
  await page.getByRole("main").getByRole("link", { name: "Open an account" }).click();
  await page.getByRole("button", { name: "Open account" }).click();
  await expect(page.getByRole("alert")).toContainText("3 things");
  await expectNoBarriers(page);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByText("Not confirmed yet")).toBeVisible();
  await expectNoBarriers(page);

  await page.goto("/mailbox");
  await expect(page.getByRole("heading", { name: "Mailbox" })).toBeVisible();
  await expectNoBarriers(page);
  await page.goto(await linkFor({ page, ...reader }, email, /Confirm your address/));
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page.getByText(`${email} is confirmed`)).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
});

test("a weak password is refused at its field, and what was typed stays", async ({ people }) => {
  const { page } = await people.visit();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail address").fill(newEmail());
  await page.getByLabel("Password").fill("password123456");
  await page.getByRole("button", { name: "Open account" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/common passwords/);
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
});

test("somebody who forgot the password sets a new one, and is signed out everywhere", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  await ada.page.goto("/settings");
  const elsewhere = await people.visit();
  const { page } = elsewhere;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Password").fill("not my password at all");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("E-mail or password is wrong");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgotten your password?" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("a link is on its way")).toBeVisible();
  await expectNoBarriers(page);

  const link = await linkFor(elsewhere, ada.email, /Set a new password/);
  await page.goto(link);
  await expectNoBarriers(page);
  await page.getByLabel("New password").fill("nineteen quiet ferries");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Password").fill("nineteen quiet ferries");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: /Ada/ })).toBeVisible();
  await ada.page.reload();
  await expect(ada.page).toHaveURL(/\/sign-in/);
  // The link was for one time.
  await page.goto("/");
  await page.goto(link);
  await page.getByLabel("New password").fill("twenty quiet ferries");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("heading", { name: "This link has ended" })).toBeVisible();
});

test("one sees one's devices and signs another one out", async ({ people }) => {
  const ada = await people.arrive("Ada");
  const phone = await people.visit({ viewport: { width: 390, height: 844 } });
  await phone.page.goto("/sign-in");
  await phone.page.getByLabel("E-mail address").fill(ada.email);
  await phone.page.getByLabel("Password").fill(ada.password);
  await phone.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone.page).toHaveURL(/\/$/);
  await phone.page.goto("/settings");

  await ada.page.goto("/settings");
  const devices = ada.page.getByRole("region", { name: "Devices" }).getByRole("listitem");
  await expect(devices).toHaveCount(2);
  await devices.getByRole("button", { name: /Sign out/ }).click();
  await expect(devices).toHaveCount(1);
  // The phone is told at once: nobody is signed in there any more.
  await expect(phone.page).toHaveURL(/\/sign-in/);
  await phone.page.reload();
  await expect(phone.page).toHaveURL(/\/sign-in/);
});

test("somebody takes another name, signs out, and comes back by the mailbox's link", async ({
  people,
}) => {
  const { page } = await people.visit();
  const email = newEmail();
  await page.goto("/sign-up");
  await signUp(page, email);
  await page.getByRole("button", { name: "Your account, Ada" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  // The door, which asks for a name too, stands until the settings are there.
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.getByLabel("Name").fill("Ada of the Hill");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Your account, Ada of the Hill" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto("/mailbox");
  const mail = page.getByRole("listitem").filter({ hasText: email });
  await expect(mail.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
  await mail.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/confirm-email/);
  const link = page.url();
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page.getByRole("button", { name: "Your account, Ada of the Hill" })).toBeVisible();
  // The link was for one time, and the mail says so.
  await page.goto("/mailbox");
  await expect(mail.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
  await expect(mail.getByRole("link")).toHaveCount(0);
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page.getByRole("heading", { name: "This link has ended" })).toBeVisible();
});

test("a new password keeps this device signed in, and no other", async ({ people }) => {
  const ada = await people.arrive("Ada");
  const { page } = ada;
  await page.goto("/settings");
  const form = page.getByRole("form", { name: "Change password" });
  await form.getByLabel("Present password").fill("not my password at all");
  await form.getByLabel("New password").fill("nineteen quiet ferries");
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(form.getByLabel("Present password")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Present password").fill(ada.password);
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await expect(form.getByLabel("Present password")).toHaveValue("");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("an address that leads elsewhere does not lead there after signing in", async ({ people }) => {
  const ada = await people.arrive("Ada");
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example"]) {
    await ada.page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(ada.page.getByRole("button", { name: /Ada/ })).toBeVisible();
    await expect(ada.page).toHaveURL((url) => url.host !== "evil.example" && url.pathname === "/");
  }
});
