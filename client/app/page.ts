import { lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";
import i18next from "i18next";
import type { ComponentType } from "react";

export interface PageOptions {
  loader: () => Promise<unknown>;
  component: RouteComponent;
}

/**
 * What a route needs to show a page: its texts (files in `locales/<language>/`) and its code are
 * fetched at the same time, when somebody goes there or is about to.
 */
export function page(texts: string | readonly string[], load: () => Promise<ComponentType>) {
  const options: PageOptions = {
    loader: () => i18next.loadNamespaces(texts),
    component: lazyRouteComponent(async () => ({ default: await load() })),
  };
  return options;
}
