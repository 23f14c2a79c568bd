import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Commitment, followCommitment } from "#shared/contract/commitments.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { commitmentQuery } from "./queries.ts";

/** Whether one is told of what becomes of a commitment. */
export function FollowButton({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation("commitments");
  const cache = useQueryClient();
  const errorText = useErrorText();
  const { communityId, id: commitmentId, isFollowed } = commitment;
  const params = { communityId, commitmentId };
  const choose = useMutation({
    mutationFn: () => call(followCommitment, { params, body: { follow: !isFollowed } }),
    onSuccess: () => cache.invalidateQueries(commitmentQuery(params)),
    onError: (error) => toast({ ...errorText(error), tone: "danger" }),
  });
  return (
    <Button
      size="small"
      className="font-sans"
      icon={isFollowed ? "mute" : "bell"}
      title={t("follow.hint")}
      busy={choose.isPending}
      onClick={() => choose.mutate()}
    >
      {t(isFollowed ? "follow.on" : "follow.off")}
    </Button>
  );
}
