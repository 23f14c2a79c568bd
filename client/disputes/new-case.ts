import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { openDispute } from "#shared/contract/disputes.ts";
import type { Input } from "#shared/contract/request.ts";
import { call } from "../lib/api.ts";
import { toast } from "../ui/toast.ts";
import { keepCase } from "./queries.ts";
import type { Source } from "./sources.tsx";

export interface NewCase {
  readonly grounds: string;
  readonly evidence: readonly Source[];
}
export const emptyCase: NewCase = { grounds: "", evidence: [] };

interface Opening {
  readonly communityId: string;
  readonly slug: string;
  /** It was sent: what was kept on this device is not needed any more. */
  readonly onDone: () => void;
}

/** Brings a case, and goes to its page. */
export function useOpenCase({ communityId, slug, onDone }: Opening) {
  const { t } = useTranslation("disputes");
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Input<typeof openDispute>["body"]) =>
      call(openDispute, { params: { communityId }, body }),
    onSuccess: (dispute) => {
      keepCase(queries, dispute);
      onDone();
      toast({ title: t("new.opened"), tone: "good" });
      return navigate({
        to: "/c/$slug/disputes/$disputeId",
        params: { slug, disputeId: dispute.id },
      });
    },
  });
}
