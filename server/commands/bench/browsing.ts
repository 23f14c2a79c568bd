import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { browserLaunch } from "../../../e2e/browser.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { startProgram } from "./program.ts";

export interface Place {
  readonly path: string;
  readonly cookie: string;
}

export type Visit = <T>(
  place: Place,
  options: BrowserContextOptions,
  see: (page: Page) => Promise<T>,
) => Promise<T>;

/** Shows somebody who is signed in a page, with nothing remembered from before. */
function visitor(browser: Browser, url: string): Visit {
  return async ({ cookie }, options, see) => {
    const context = await browser.newContext({ baseURL: url, locale: "en-GB", ...options });
    const [name = "", value = ""] = cookie.split("=", 2);
    await context.addCookies([{ name, value, url }]);
    // What runs in the page was compiled with names for its functions, which only this process knows to give.
    await context.addInitScript("globalThis.__name = (one) => one");
    try {
      return await see(await context.newPage());
    } finally {
      await context.close();
    }
  };
}

/** Measures in a browser what the program serves, in a process of its own as people run it. */
export async function browsing<T>(
  server: TestServer,
  measure: (visit: Visit) => Promise<T>,
): Promise<T> {
  const program = await startProgram(server);
  const browser = await chromium.launch(await browserLaunch());
  try {
    return await measure(visitor(browser, program.url));
  } finally {
    await browser.close();
    await program.stop();
  }
}
