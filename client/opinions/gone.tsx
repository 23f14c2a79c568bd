import { useTranslation } from "react-i18next";
import { ApiError } from "../lib/api.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/states.tsx";

export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && error.code === "not-found";

/** A map that is not kept, or never was: the way to one that is. */
export function Gone() {
  const { t } = useTranslation("opinions");
  return (
    <EmptyState
      icon="history"
      title={t("gone.title")}
      action={
        <ButtonLink to="." search={{}} variant="primary">
          {t("gone.newest")}
        </ButtonLink>
      }
    >
      {t("gone.text")}
    </EmptyState>
  );
}
