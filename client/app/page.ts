import { lazyRouteComponent } from "@tanstack/react-router";
import i18next from "i18next";
import type { ComponentType } from "react";

/**
 * What a route needs to show a page: its texts (files in `locales/<language>/`) and its code are
 * fetched at the same time, when somebody goes there or is about to.
 */
export function page(texts: string | readonly string[], load: () => Promise<ComponentType>) {
  return {
    loader: () => i18next.loadNamespaces(texts),
    component: lazyRouteComponent(async () => ({ default: await load() })),
  };
}
