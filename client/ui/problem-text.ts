import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Problem } from "#shared/contract/problem.ts";
import { ApiError, OfflineError } from "../lib/api.ts";

export interface ErrorText {
  title: string;
  /** The way out, or the place of the fault. */
  detail: string | undefined;
  /** What to name when asking for help. */
  requestId: string | undefined;
}

type Said = Pick<Problem, "detail" | "reason">;

/** Why exactly, in the reader's words where the server gave a code that we know, else in the server's own. */
export function reasonInWords({ detail, reason }: Said, t: TFunction): string | undefined {
  if (!reason) return detail;
  const { phase, to } = reason.values;
  const named = {
    ...(phase !== undefined && { phase: t(`ui:phase.${phase}`) }),
    ...(to !== undefined && { to: t(`ui:phase.${to}`) }),
  };
  return t(`ui:reason.${reason.code}`, { ...reason.values, ...named, defaultValue: detail ?? "" });
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
      detail:
        retryAfter && !problem.reason
          ? t("error.retryAfter", { count: retryAfter })
          : reasonInWords(problem, t),
      requestId: problem.requestId,
    };
  };
}
