import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import type { Page } from "@playwright/test";
import { barriersOn } from "./barriers.ts";
import { expect, test } from "./people.ts";

/** The code that an app shows, `steps` of 30 seconds from now. */
const codeOf = (secret: string, steps = 0) =>
  generateHOTP(
    decodeBase32IgnorePadding(secret),
    BigInt(Math.floor(Date.now() / 30_000) + steps),
    6,
  );

async function expectNoBarriers(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}

test("somebody sets up an app for codes, and signs in elsewhere by password and code", async ({
  people,
}) => {
  const ada = await people.arrive("Ada");
  const { page } = ada;
  await page.goto("/settings");
  const chapter = page.getByRole("region", { name: "Two-step sign-in" });
  await chapter.getByRole("button", { name: "Set up an app for codes" }).click();
  await chapter.getByLabel("Present password").fill(ada.password);
  await chapter.getByRole("button", { name: "Go on" }).click();
  await expect(chapter.getByRole("img", { name: /secret for your app/ })).toBeVisible();
  await expectNoBarriers(page);
  const secret = (await chapter.locator("code").innerText()).replaceAll(" ", "");
  await chapter.getByLabel("The code that the app shows now").fill("000000");
  await chapter.getByRole("button", { name: "Turn on" }).click();
  await expect(chapter.getByRole("alert")).toContainText("This code is wrong");
  await chapter.getByLabel("The code that the app shows now").fill(codeOf(secret));
  await chapter.getByRole("button", { name: "Turn on" }).click();
  await expect(chapter.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  await expectNoBarriers(page);
  const [recoveryCode = "", anotherCode = ""] = await chapter.getByRole("listitem").allInnerTexts();
  await chapter.getByRole("button", { name: "I have kept them" }).click();
  await expect(chapter.getByText("10 recovery codes are left.")).toBeVisible();
  await page.reload();
  await expect(chapter.getByText("An app makes codes")).toBeVisible();

  const phone = await people.visit({ viewport: { width: 390, height: 844 } });
  const signIn = async () => {
    await phone.page.goto("/sign-in?next=/settings");
    await phone.page.getByLabel("E-mail address").fill(ada.email);
    await phone.page.getByLabel("Password").fill(ada.password);
    await phone.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(phone.page.getByRole("heading", { name: "Second step" })).toBeVisible();
  };
  await signIn();
  await expectNoBarriers(phone.page);
  await expect(phone.page.getByLabel("Code")).toBeFocused();
  await phone.page.getByLabel("Code").fill(codeOf(secret, 1));
  await phone.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone.page).toHaveURL(/\/settings$/);
  await expect(phone.page.getByText("An app makes codes")).toBeVisible();

  await phone.context.clearCookies();
  await signIn();
  await phone.page.getByLabel("Code").fill(recoveryCode);
  await phone.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone.page.getByText("9 recovery codes are left.")).toBeVisible();

  await chapter.getByRole("button", { name: "Turn codes off" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Present password").fill(ada.password);
  await dialog.getByRole("textbox", { name: "Code" }).fill(anotherCode);
  await dialog.getByRole("button", { name: "Turn codes off" }).click();
  await expect(chapter.getByRole("button", { name: "Set up an app for codes" })).toBeVisible();
});
