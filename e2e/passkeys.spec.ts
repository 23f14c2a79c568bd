import { expect, test } from "./people.ts";

test("somebody adds a passkey, and signs in by it with no password and no code", async ({
  people,
  baseURL,
}) => {
  const ada = await people.arrive("Ada");
  const { page, context } = ada;
  // Keys are bound to names, and there are none for bare numbers.
  const home = (baseURL ?? "").replace("127.0.0.1", "localhost");
  const cookies = await context.cookies();
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: "localhost" })));
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await page.goto(`${home}/settings`);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Its name").fill("Ada’s phone");
  await page.getByLabel("Present password").last().fill("not the password");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("alert")).toContainText("password is wrong");
  await page.getByLabel("Present password").last().fill(ada.password);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ada’s phone" })).toContainText(
    "never used",
  );

  await context.clearCookies();
  await page.goto(`${home}/sign-in?next=%2Fsettings`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  const kept = page.getByRole("listitem").filter({ hasText: "Ada’s phone" });
  await expect(kept).toContainText("last used");

  // What is removed opens nothing any more, though the device still has it.
  await kept.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Present password").fill(ada.password);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(kept).toHaveCount(0);
  await context.clearCookies();
  await page.goto(`${home}/sign-in`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert")).toContainText("This passkey was not accepted");
  await devtools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
});
