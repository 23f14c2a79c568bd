import { lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";
import i18next from "i18next";
import { type ComponentType, createElement, lazy } from "react";

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

const isAnythingDrawn = () => document.getElementById("root")?.hasChildNodes() ?? false;

const nextPaint = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The same for a part below the head of a page: on the first load the head is fetched and drawn before it. */
export function part(texts: string | readonly string[], load: () => Promise<ComponentType>) {
  const Part = lazy(async () => {
    if (!isAnythingDrawn()) await nextPaint();
    return { default: await load() };
  });
  const options: PageOptions = {
    loader: () => Promise.all([i18next.loadNamespaces(texts), isAnythingDrawn() && load()]),
    component: () => createElement(Part),
  };
  return options;
}
