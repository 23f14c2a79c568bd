import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "#shared/contract/accounts.ts";
import { forgetReceipts } from "../decisions/receipts.ts";
import { call } from "../lib/api.ts";
import { useSessionChange } from "../lib/session.ts";

/** Ends this session, and goes where everybody may be. */
export function useSignOut() {
  const changeSession = useSessionChange();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      forgetReceipts();
      await navigate({ to: "/" });
      changeSession(null);
    },
  });
}
