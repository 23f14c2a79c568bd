import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Account, openSignUpForm, signUp } from "#shared/contract/accounts.ts";
import type { Language } from "#shared/contract/phases.ts";
import { call } from "../lib/api.ts";
import { textOf } from "./text-of.ts";

const hour = 3_600_000;

const formQuery = {
  queryKey: ["sign-up-form"],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await call(openSignUpForm, { signal })).form,
  // Long before the server takes a form for forgotten.
  staleTime: hour,
  refetchInterval: hour,
} as const;

/** Opens an account with what was filled in. */
export function useSignUp(onDone: (account: Account) => void) {
  const { i18n } = useTranslation();
  const { data: form, isStale, refetch } = useQuery(formQuery);
  const attempt = useMutation({
    mutationFn: (data: FormData) =>
      call(signUp, {
        body: {
          name: textOf(data, "name"),
          email: textOf(data, "email"),
          password: textOf(data, "password"),
          website: textOf(data, "website"),
          language: i18n.language as Language,
          form,
        },
      }),
    onSuccess: ({ account }) => onDone(account),
    onError: () => {
      // A form that lay open for long, as in a tab that slept, is another one for the next try.
      if (isStale) void refetch();
    },
  });
  return {
    error: attempt.error,
    isPending: attempt.isPending,
    send: attempt.mutate,
    /** How often something was sent: each time what people don't see begins empty. */
    tries: attempt.submittedAt,
  };
}
