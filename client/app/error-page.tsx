import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { NotFoundPage } from "./not-found-page.tsx";

/** A chunk of an older build that is gone from the server: the page must be loaded anew. */
const isOutdated = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script/i.test(error.message);

/** A page broke: says so, keeps the rest standing, offers to try again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("app");
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const { title, detail, requestId } = useErrorText()(error);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  const retry = () => {
    if (isOutdated(error)) return window.location.reload();
    queries.reset();
    reset();
    return void router.invalidate();
  };
  return (
    <div role="alert" className="py-8 sm:py-16">
      <PageHeading large lead={detail ?? t("broken.lead")}>
        {isOutdated(error) ? t("broken.outdated") : title}
      </PageHeading>
      {requestId && <p className="mt-4 font-mono text-sm text-muted">{requestId}</p>}
      <Button variant="primary" className="mt-8" onClick={retry}>
        {isOutdated(error) ? t("broken.reload") : t("broken.retry")}
      </Button>
    </div>
  );
}
