import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import {
  claimModerationItem,
  type ModerationItem,
  releaseModerationItem,
} from "#shared/contract/moderation.ts";
import { call } from "../lib/api.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { moderationKey } from "./queries.ts";

/** Whether the reader has an item to oneself. */
export const isClaimedBy = ({ me }: Pick<Community, "me">, { claimed }: ModerationItem): boolean =>
  claimed !== null && claimed.by.id === me?.participantId;

/** Takes an item for a quarter of an hour, or leaves it to others. */
export function useClaim(community: Community) {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { t } = useTranslation("moderation");
  return useMutation({
    mutationFn: (item: ModerationItem) => {
      const params = { communityId: community.id, itemId: item.id };
      if (isClaimedBy(community, item)) return call(releaseModerationItem, { params });
      return call(claimModerationItem, { params, body: { version: item.version } });
    },
    onSuccess: (item) =>
      toast({ title: t(isClaimedBy(community, item) ? "claim.taken" : "claim.left") }),
    onError: (error) => toast({ ...errorText(error), tone: "danger" }),
    onSettled: () => queries.invalidateQueries({ queryKey: moderationKey(community.id) }),
  });
}
