import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { blockPerson, unblockPerson } from "#shared/contract/blocks.ts";
import { call } from "../lib/api.ts";
import { type Named, useNameOf } from "../ui/person-name.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { type Blocking, keepBlocking, refreshBlocks } from "./queries.ts";

const send = ({ community, personId: participantId, isBlocked }: Blocking) => {
  const params = { communityId: community.id, participantId };
  return call(isBlocked ? blockPerson : unblockPerson, { params });
};

/** Blocks somebody, or no longer: at once, with a way back, and taken back where the server refuses. */
export function useBlock(person: Named) {
  const { t } = useTranslation("blocks");
  const cache = useQueryClient();
  const errorText = useErrorText();
  const name = useNameOf()(person);
  const block = useMutation({
    mutationFn: send,
    onMutate: (blocking: Blocking) => keepBlocking(cache, blocking),
    onError: (error, blocking) => {
      keepBlocking(cache, { ...blocking, isBlocked: !blocking.isBlocked });
      toast({ ...errorText(error), tone: "danger" });
    },
    onSuccess: (_nothing, blocking) => {
      const { isBlocked } = blocking;
      const undo = () => block.mutate({ ...blocking, isBlocked: !isBlocked });
      toast({
        title: t(isBlocked ? "done" : "undone", { name }),
        ...(isBlocked ? { detail: t("doneHint") } : {}),
        action: { label: t("undo"), onSelect: undo },
      });
    },
    onSettled: () => refreshBlocks(cache),
  });
  return block;
}
