import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { beginProviderSignIn } from "#shared/contract/provider.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { useErrorText } from "../../ui/problem-text.ts";
import { providerQuery } from "./queries.ts";
import { leaveFor } from "./way-out.ts";

/** Goes to the provider to sign in there, where this installation has one. */
export function ProviderButton({ next = "/" }: { next?: string | undefined }) {
  const { t } = useTranslation("accounts");
  const errorText = useErrorText();
  const { data: name } = useQuery(providerQuery);
  const leave = useMutation({
    mutationFn: () => call(beginProviderSignIn, {}),
    onSuccess: ({ url }) => leaveFor(url, next),
  });
  if (!name) return null;
  return (
    <div className="space-y-3">
      <Button
        icon="external"
        size="large"
        busy={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
      >
        {t("provider.signIn", { name })}
      </Button>
      {leave.error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {errorText(leave.error).title}
        </p>
      )}
    </div>
  );
}
