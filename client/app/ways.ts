import { createRootRoute, createRoute } from "@tanstack/react-router";
import { timesAsked } from "../accountability/times-asked.ts";
import { casesAsked, disputeAsked } from "../disputes/case-search.ts";
import { decisionAsked } from "../commitments/asked.ts";
import { commitmentAsked, currencyAsked } from "../treasury/asked.ts";
import { populationAsked } from "../representation/asked.ts";
import {
  askedBefore,
  debateAsked,
  entriesAsked,
  itemAsked,
  levelAsked,
  nextPage,
  topicAsked,
  toRecount,
} from "./asked.ts";
import { isEmbedded } from "../lib/embedded.ts";
import { EmbeddedShell } from "./embedded-shell.tsx";
import type { PageOptions } from "./page.ts";
import { Shell } from "./shell.tsx";

/** What all pages lie in. */
export const root = createRootRoute({ component: isEmbedded() ? EmbeddedShell : Shell });

/* Kinds of pages, by what their addresses may ask for. */
export const at = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, ...options });
export const entrance = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: nextPage, ...options });
export const asking = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: askedBefore, ...options });
export const recounting = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: toRecount, ...options });
export const listing = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: topicAsked, ...options });
export const ledger = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: entriesAsked, ...options });
export const draw = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: levelAsked, ...options });
export const delegating = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: debateAsked, ...options });
export const caseList = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: casesAsked, ...options });
export const disputing = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: disputeAsked, ...options });
export const queueing = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: itemAsked, ...options });
export const accounting = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: timesAsked, ...options });
export const representing = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: populationAsked, ...options });
export const committing = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: decisionAsked, ...options });
export const looking = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: currencyAsked, ...options });
export const paying = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: commitmentAsked, ...options });
