import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Community, communityLimits } from "#shared/contract/communities.ts";
import { leaveCommunity, renameMyself } from "#shared/contract/memberships.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { communityQuery, refreshCommunity } from "./queries.ts";
import { textOf } from "./text-of.ts";

function Rename({ community, name }: { community: Community; name: string }) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const rename = useMutation({
    mutationFn: (data: FormData) =>
      call(renameMyself, {
        params: { communityId: community.id },
        body: { name: textOf(data, "name") },
      }),
    onSuccess: () => {
      refreshCommunity(cache, community);
      setIsOpen(false);
    },
  });
  return (
    <>
      <Button icon="edit" onClick={() => setIsOpen(true)}>
        {t("mine.rename")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("mine.rename")}
        description={t("mine.renameLead", { community: community.name })}
        size="small"
      >
        <Form error={rename.error} onSubmit={(data) => rename.mutate(data)}>
          <TextField
            name="name"
            label={t("mine.name")}
            required
            maxLength={communityLimits.memberName}
            defaultValue={name}
          />
          <FormActions>
            <Button type="submit" variant="primary" busy={rename.isPending}>
              {t("settings.save")}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}

function Leave({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const { isPrivate, slug, name } = community;
  const leave = useMutation({
    mutationFn: () => call(leaveCommunity, { params: { communityId: community.id } }),
    onSuccess: async () => {
      if (isPrivate) {
        await navigate({ to: "/" });
        cache.removeQueries({ queryKey: communityQuery(slug).queryKey });
      } else await navigate({ to: "/c/$slug", params: { slug } });
      refreshCommunity(cache, community);
    },
  });
  return (
    <>
      <Button icon="logout" onClick={() => setIsOpen(true)}>
        {t("mine.leave")}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("mine.leaveTitle", { name })}
        confirmLabel={t("mine.leave")}
        danger
        busy={leave.isPending}
        error={leave.error}
        onConfirm={() => leave.mutate()}
      >
        {t(isPrivate ? "mine.leavePrivate" : "mine.leaveLead")}
      </ConfirmDialog>
    </>
  );
}

/** The reader's own place: their name here, and the way out. */
export function MyMembership({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { me } = community;
  if (!me) return null;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine" className="mb-2 text-2xl">
        {t("mine.title")}
      </h2>
      <p className="mb-4 text-muted">
        {t("members.youAre")} <bdi className="font-medium text-ink">{me.name}</bdi> (
        {t(`role.${me.role}`)}).
      </p>
      <div className="flex flex-wrap gap-2">
        <Rename community={community} name={me.name} />
        <Leave community={community} />
      </div>
    </section>
  );
}
