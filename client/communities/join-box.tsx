import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Community, communityLimits } from "#shared/contract/communities.ts";
import { joinCommunity, requestToJoin, takeBackRequest } from "#shared/contract/memberships.ts";
import { call } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { communityQuery, refreshCommunity } from "./queries.ts";
import { useSayFault } from "./say-fault.ts";
import { textOf } from "./text-of.ts";

function useRefresh(community: Community) {
  const cache = useQueryClient();
  return async () => {
    refreshCommunity(cache, community);
    await cache.invalidateQueries({ queryKey: communityQuery(community.slug).queryKey });
  };
}

function JoinNow({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const refresh = useRefresh(community);
  const sayFault = useSayFault();
  const params = { communityId: community.id };
  const join = useMutation({
    mutationFn: () => call(joinCommunity, { params, body: {} }),
    onSuccess: async () => {
      await refresh();
      toast({ title: t("join.welcome", { name: community.name }), tone: "good" });
    },
    onError: sayFault,
  });
  return (
    <Button variant="primary" icon="plus" busy={join.isPending} onClick={() => join.mutate()}>
      {t("join.join")}
    </Button>
  );
}

function AskToJoin({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const refresh = useRefresh(community);
  const [isOpen, setIsOpen] = useState(false);
  const params = { communityId: community.id };
  const ask = useMutation({
    mutationFn: (message: string) => call(requestToJoin, { params, body: { message } }),
    onSuccess: async () => {
      await refresh();
      setIsOpen(false);
    },
  });
  return (
    <>
      <Button variant="primary" icon="mail" onClick={() => setIsOpen(true)}>
        {t("join.ask")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("join.askTitle", { name: community.name })}
        description={t("join.askLead")}
        size="small"
      >
        <Form error={ask.error} onSubmit={(data) => ask.mutate(textOf(data, "message"))}>
          <TextArea
            name="message"
            label={t("join.message")}
            hint={t("join.messageHint")}
            limit={communityLimits.message}
          />
          <FormActions>
            <Button type="submit" variant="primary" busy={ask.isPending}>
              {t("join.send")}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}

function Waiting({ community, requestId }: { community: Community; requestId: string }) {
  const { t } = useTranslation("communities");
  const refresh = useRefresh(community);
  const sayFault = useSayFault();
  const params = { communityId: community.id, requestId };
  const takeBack = useMutation({
    mutationFn: () => call(takeBackRequest, { params }),
    onSuccess: refresh,
    onError: sayFault,
  });
  return (
    <div className="text-sm">
      <p>
        {t("join.waiting")}{" "}
        {community.myRequest && (
          <Time value={community.myRequest.createdAt} className="text-muted" />
        )}
      </p>
      <Button
        size="small"
        icon="undo"
        className="mt-2"
        busy={takeBack.isPending}
        onClick={() => takeBack.mutate()}
      >
        {t("join.takeBack")}
      </Button>
    </div>
  );
}

/** The door of a community, for whoever is no member: what stands open, or why nothing does. */
export function JoinBox({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const account = useAccount();
  const { me, myRequest, can, slug, joinPolicy } = community;
  if (me || account === undefined) return null;
  if (myRequest) return <Waiting community={community} requestId={myRequest.id} />;
  if (can.join) return <JoinNow community={community} />;
  if (can.request) return <AskToJoin community={community} />;
  if (joinPolicy === "by-invitation") {
    return <p className="max-w-60 text-sm text-muted">{t("join.byInvitation")}</p>;
  }
  return (
    <ButtonLink to="/sign-in" search={{ next: `/c/${slug}` }} variant="primary">
      {t(joinPolicy === "open" ? "join.signInToJoin" : "join.signInToAsk")}
    </ButtonLink>
  );
}
