import { useTranslation } from "react-i18next";
import { ApiError, OfflineError } from "../lib/api.ts";

export interface ErrorText {
  title: string;
  /** The way out, or the place of the fault. */
  detail: string | undefined;
  /** What to name when asking for help. */
  requestId: string | undefined;
}

/** Puts any failure into words of the reader's language: which rule, and the way out. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { t } = useTranslation("ui");
  return (error) => {
    if (error instanceof OfflineError) {
      return { title: t("error.offline"), detail: t("error.offlineDetail"), requestId: undefined };
    }
    if (!(error instanceof ApiError)) {
      return { title: t("error.unexpected"), detail: undefined, requestId: undefined };
    }
    const { problem, code, retryAfter } = error;
    return {
      title: t(`problem.${code}`, { defaultValue: problem.title }),
      detail: retryAfter ? t("error.retryAfter", { count: retryAfter }) : problem.detail,
      requestId: problem.requestId,
    };
  };
}
