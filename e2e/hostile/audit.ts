import { expect, type Page } from "@playwright/test";

/** What of the page could act by itself or lead to where no page of ours leads; nothing, if all is well. */
function findActive(): string[] {
  const strange =
    "iframe, frame, object, embed, applet, base, img, image, video, audio, math, marquee, svg script, svg animate, svg set, svg foreignObject, main style, main link, main meta, body script:not([src])";
  const leads = /^(href|src|srcset|action|formaction|data|poster|background|xlink:href)$/i;
  const isOurs = (address: string) =>
    address === "" || /^(#|\/(?![/\\])|https?:\/\/|mailto:)/.test(address);
  const found = [...document.querySelectorAll(strange)].map((one) => one.outerHTML);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === "srcdoc") found.push(element.outerHTML);
      if (leads.test(name) && !isOurs(value)) found.push(`${name}=${value}`);
    }
  }
  return found;
}

export async function expectNothingActive(page: Page): Promise<void> {
  expect(await page.evaluate(findActive), page.url()).toEqual([]);
}

/** Reads a long page from top to bottom, looking at all that comes into sight; gives the texts of what is selected. */
export async function readThrough(page: Page, selector: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (let isEnd = false; !isEnd;) {
    const texts = await page.evaluate(async (what) => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return [...document.querySelectorAll(what)].map(({ textContent }) => textContent.trim());
    }, selector);
    for (const text of texts) seen.add(text);
    await expectNothingActive(page);
    isEnd = await page.evaluate(() => {
      const before = window.scrollY;
      window.scrollBy({ top: window.innerHeight * 0.8, behavior: "instant" });
      return window.scrollY === before;
    });
  }
  return seen;
}

/** Brings all of a list that comes in parts. */
export async function loadAll(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  const more = page.getByRole("button", { name: "Show more" });
  while ((await more.count()) > 0) {
    await more
      .first()
      .click({ timeout: 10_000 })
      .catch(async (error: unknown) => {
        // The last part came between the look and the press: there is nothing left to press.
        if ((await more.count()) > 0) throw error;
      });
    await expect(more.and(page.locator("[aria-busy=true]"))).toHaveCount(0);
  }
}
