import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    reportFault(words: string): void;
  }
}

/** Notes what no page of ours may ever do: throw, open a dialog that nobody asked for, break its own policy. */
export async function watchFaults(context: BrowserContext, faults: string[]): Promise<void> {
  context.on("weberror", (error) => faults.push(String(error.error())));
  context.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") faults.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  await context.exposeFunction("reportFault", (words: string) => void faults.push(words));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile } = event;
      window.reportFault(`forbidden by ${violatedDirective}: ${blockedURI} in ${sourceFile}`);
    });
  });
}
