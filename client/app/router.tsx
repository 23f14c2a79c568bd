import { createRoute, createRouter, redirect } from "@tanstack/react-router";
import { outlineSearch } from "../debates/find/outline-search.ts";
import { placeAsked, runAsked } from "./asked.ts";
import { commitmentPages } from "./commitment-pages.ts";
import { ErrorPage } from "./error-page.tsx";
import { fundingPages } from "./funding-pages.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { panelPages } from "./panel-pages.ts";
import { powerPages } from "./power-pages.ts";
import { page, type PageOptions, part } from "./page.ts";
import { systemPages } from "./system-pages.ts";
import {
  root,
  at,
  entrance,
  asking,
  recounting,
  listing,
  ledger,
  draw,
  delegating,
  caseList,
  disputing,
  queueing,
  accounting,
} from "./ways.ts";

const debate = at(
  "/c/$slug/d/$debateId",
  page(["debates", "reading", "curation", "topics", "blocks", "moderation"], () =>
    import("../debates/debate-page.tsx").then((m) => m.DebatePage),
  ),
);
const tab = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => debate, path, ...options });
const argument = tab(
  "arguments",
  part(["debates", "reading"], () =>
    import("../debates/arguments-page.tsx").then((m) => m.ArgumentsPage),
  ),
);
/** What is asked for stands in the address. */
const narrowable = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => argument, path, validateSearch: outlineSearch, ...options });
const view = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => argument, path, validateSearch: placeAsked, ...options });
const ofRun = <const Path extends string>(path: Path, options: PageOptions) =>
  createRoute({ getParentRoute: () => debate, path, validateSearch: runAsked, ...options });
const firstTab = createRoute({
  getParentRoute: () => debate,
  path: "/",
  beforeLoad: ({ params }) =>
    redirect({ to: "/c/$slug/d/$debateId/arguments", params, replace: true, throw: true }),
});

/** Every page, one line each: where it is, which texts it needs, and where its code is. */
const routeTree = root.addChildren([
  at(
    "/",
    page(["communities", "topics"], () =>
      import("../communities/discover-page.tsx").then((m) => m.DiscoverPage),
    ),
  ),
  entrance(
    "/sign-in",
    page("accounts", () => import("../accounts/sign-in-page.tsx").then((m) => m.SignInPage)),
  ),
  entrance(
    "/sign-up",
    page("accounts", () => import("../accounts/sign-up-page.tsx").then((m) => m.SignUpPage)),
  ),
  at(
    "/forgot-password",
    page("accounts", () =>
      import("../accounts/forgot-password-page.tsx").then((m) => m.ForgotPasswordPage),
    ),
  ),
  at(
    "/reset-password",
    page("accounts", () =>
      import("../accounts/reset-password-page.tsx").then((m) => m.ResetPasswordPage),
    ),
  ),
  at(
    "/confirm-email",
    page("accounts", () =>
      import("../accounts/confirm-email-page.tsx").then((m) => m.ConfirmEmailPage),
    ),
  ),
  at(
    "/signed-in",
    page("accounts", () =>
      import("../accounts/provider/signed-in-page.tsx").then((m) => m.SignedInPage),
    ),
  ),
  at(
    "/settings",
    page(["accounts", "leaving", "blocks", "holdings"], () =>
      import("../accounts/settings-page.tsx").then((m) => m.SettingsPage),
    ),
  ),
  at(
    "/settings/delete",
    page(["leaving", "accounts"], () =>
      import("../leaving/delete-page.tsx").then((m) => m.DeletePage),
    ),
  ),
  at(
    "/mailbox",
    page("accounts", () => import("../accounts/mailbox-page.tsx").then((m) => m.MailboxPage)),
  ),
  at(
    "/communities/new",
    page("communities", () =>
      import("../communities/new-community-page.tsx").then((m) => m.NewCommunityPage),
    ),
  ),
  at(
    "/join/$token",
    page("communities", () => import("../communities/join-page.tsx").then((m) => m.JoinPage)),
  ),
  listing(
    "/c/$slug",
    page(["communities", "reading", "topics"], () =>
      import("../communities/community-page.tsx").then((m) => m.CommunityPage),
    ),
  ),
  at(
    "/c/$slug/charter",
    page("communities", () => import("../communities/charter-page.tsx").then((m) => m.CharterPage)),
  ),
  at(
    "/c/$slug/members",
    page(["communities", "blocks", "disputes"], () =>
      import("../communities/members-page.tsx").then((m) => m.MembersPage),
    ),
  ),
  at(
    "/c/$slug/people/$participantId",
    page(["profiles", "communities", "blocks", "disputes"], () =>
      import("../profiles/profile-page.tsx").then((m) => m.ProfilePage),
    ),
  ),
  at(
    "/c/$slug/topics",
    page(["topics", "communities"], () =>
      import("../topics/topics-page.tsx").then((m) => m.TopicsPage),
    ),
  ),
  delegating(
    "/c/$slug/delegations",
    page(["delegations", "communities", "topics", "blocks"], () =>
      import("../delegations/delegations-page.tsx").then((m) => m.DelegationsPage),
    ),
  ),
  at(
    "/c/$slug/holdings",
    page(["holdings", "communities"], () =>
      import("../holdings/holdings-page.tsx").then((m) => m.HoldingsPage),
    ),
  ),
  at(
    "/c/$slug/holdings/new",
    page(["holdings", "communities"], () =>
      import("../holdings/new-snapshot-page.tsx").then((m) => m.NewSnapshotPage),
    ),
  ),
  at(
    "/c/$slug/holdings/$snapshotId",
    page(["holdings", "communities"], () =>
      import("../holdings/snapshot-page.tsx").then((m) => m.SnapshotPage),
    ),
  ),
  ...fundingPages,
  ...commitmentPages,
  ...panelPages,
  ...systemPages,
  ledger(
    "/c/$slug/ledger",
    page(["ledger", "communities"], () =>
      import("../ledger/ledger-page.tsx").then((m) => m.LedgerPage),
    ),
  ),
  at(
    "/c/$slug/settings",
    page(["communities", "disputes"], () =>
      import("../communities/settings-page.tsx").then((m) => m.SettingsPage),
    ),
  ),
  queueing(
    "/c/$slug/moderation",
    page(["moderation", "communities", "debates"], () =>
      import("../moderation/desk-page.tsx").then((m) => m.DeskPage),
    ),
  ),
  at(
    "/c/$slug/moderation/flags",
    page(["moderation", "communities"], () =>
      import("../moderation/flags-page.tsx").then((m) => m.FlagsPage),
    ),
  ),
  at(
    "/c/$slug/moderation/settings",
    page(["moderation", "communities"], () =>
      import("../moderation/settings/settings-page.tsx").then((m) => m.ModerationSettingsPage),
    ),
  ),
  at(
    "/c/$slug/moderation/actions/$actionId",
    page(["moderation", "communities", "disputes"], () =>
      import("../moderation/action-page.tsx").then((m) => m.ActionPage),
    ),
  ),
  caseList(
    "/c/$slug/disputes",
    page(["disputes", "communities"], () =>
      import("../disputes/list-page.tsx").then((m) => m.DisputesPage),
    ),
  ),
  disputing(
    "/c/$slug/disputes/new",
    page(["disputes", "communities", "moderation", "delegations", "blocks"], () =>
      import("../disputes/new-case-page.tsx").then((m) => m.NewCasePage),
    ),
  ),
  at(
    "/c/$slug/disputes/$disputeId",
    page(["disputes", "juries", "communities", "moderation", "delegations", "blocks"], () =>
      import("../disputes/case-page.tsx").then((m) => m.CasePage),
    ),
  ),
  accounting(
    "/c/$slug/moderation/accountability",
    page(["accountability", "moderation", "communities", "representation"], () =>
      import("../accountability/accountability-page.tsx").then((m) => m.AccountabilityPage),
    ),
  ),
  at(
    "/c/$slug/jury",
    page(["juries", "disputes", "communities"], () =>
      import("../juries/community-page.tsx").then((m) => m.CommunityJuriesPage),
    ),
  ),
  at(
    "/c/$slug/disputes/$disputeId/jury",
    page(["juries", "disputes", "moderation", "communities"], () =>
      import("../juries/duty-page.tsx").then((m) => m.DutyPage),
    ),
  ),
  draw(
    "/c/$slug/disputes/$disputeId/draw",
    page(["juries", "disputes", "communities"], () =>
      import("../juries/draw-page.tsx").then((m) => m.DrawPage),
    ),
  ),
  ...powerPages,
  at(
    "/c/$slug/import",
    page(["transfer", "topics"], () =>
      import("../transfer/import-page.tsx").then((m) => m.ImportPage),
    ),
  ),
  asking(
    "/c/$slug/debates/new",
    page(["debates", "topics"], () =>
      import("../debates/new-debate-page.tsx").then((m) => m.NewDebatePage),
    ),
  ),
  debate.addChildren([
    firstTab,
    argument.addChildren([
      narrowable(
        "/",
        part(["debates", "reading"], () =>
          import("../debates/arguments-page.tsx").then((m) => m.OutlinePage),
        ),
      ),
      view(
        "focus/$claimId",
        page(["debates", "reading", "views"], () =>
          import("../debates/focus/focus-page.tsx").then((m) => m.FocusPage),
        ),
      ),
      view(
        "overview",
        page(["debates", "reading", "views"], () =>
          import("../debates/overview/overview-page.tsx").then((m) => m.OverviewPage),
        ),
      ),
    ]),
    tab(
      "sources",
      page("debates", () =>
        import("../debates/sources/sources-page.tsx").then((m) => m.SourcesPage),
      ),
    ),
    tab(
      "statements",
      page("statements", () =>
        import("../statements/statements-page.tsx").then((m) => m.StatementsPage),
      ),
    ),
    ofRun(
      "map",
      page(["opinions", "statements"], () =>
        import("../opinions/map-page.tsx").then((m) => m.MapPage),
      ),
    ),
    ofRun(
      "report",
      page(["opinions", "statements"], () =>
        import("../opinions/report/report-page.tsx").then((m) => m.ReportPage),
      ),
    ),
    tab(
      "decision",
      page(["decisions", "delegations", "disputes"], () =>
        import("../decisions/decision-page.tsx").then((m) => m.DecisionPage),
      ),
    ),
    tab(
      "outcome",
      page(["decisions", "disputes"], () =>
        import("../decisions/outcome-page.tsx").then((m) => m.OutcomePage),
      ),
    ),
    tab(
      "power/$decisionId",
      page(["power", "decisions"], () =>
        import("../power/power-page.tsx").then((m) => m.PowerPage),
      ),
    ),
    tab(
      "activity",
      page("debates", () => import("../debates/activity-page.tsx").then((m) => m.ActivityPage)),
    ),
  ]),
  at(
    "/embed/c/$slug/d/$debateId/$part",
    page(["embedding", "statements", "opinions", "debates", "blocks", "moderation"], () =>
      import("./embedded-page.tsx").then((m) => m.EmbeddedPage),
    ),
  ),
  at(
    "/notifications",
    page("notifications", () =>
      import("../notifications/notifications-page.tsx").then((m) => m.NotificationsPage),
    ),
  ),
  at(
    "/jury-duties",
    page("juries", () => import("../juries/duties-page.tsx").then((m) => m.DutiesPage)),
  ),
  at(
    "/bookmarks",
    page(["reading", "blocks"], () =>
      import("../reading/bookmarks-page.tsx").then((m) => m.BookmarksPage),
    ),
  ),
  at(
    "/operations",
    page("operations", () =>
      import("../operations/operations-page.tsx").then((m) => m.OperationsPage),
    ),
  ),
  at(
    "/help",
    page("help", () => import("../help/help-page.tsx").then((m) => m.HelpPage)),
  ),
  recounting(
    "/recount",
    page("recount", () =>
      import("../decisions/recount/recount-page.tsx").then((m) => m.RecountPage),
    ),
  ),
  at(
    "/reference",
    page("reference", () => import("../reference/reference-page.tsx").then((m) => m.ReferencePage)),
  ),
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
