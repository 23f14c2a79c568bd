import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { ErrorPage } from "./error-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { page } from "./page.ts";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell });
const at = <const Path extends string>(path: Path, options: ReturnType<typeof page>) =>
  createRoute({ getParentRoute: () => root, path, ...options });

/** Every page, one line each: where it is, which texts it needs, and where its code is. */
const routeTree = root.addChildren([
  at(
    "/design",
    page("design", () => import("../design/design-page.tsx").then((m) => m.DesignPage)),
  ),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
