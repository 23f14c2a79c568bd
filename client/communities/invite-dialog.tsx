import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { createInvitation, invitedRoles } from "#shared/contract/memberships.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { LinkToCopy } from "../ui/link-to-copy.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { invitationsQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

interface InviteDialogProps {
  community: Community;
  open: boolean;
  onClose: () => void;
}

const validDays = [1, 7, 30, 90] as const;

function TheLink({ token }: { token: string }) {
  const { t } = useTranslation("communities");
  const link = `${window.location.origin}/join/${token}`;
  return (
    <div className="space-y-4">
      <p>{t("invite.once")}</p>
      <LinkToCopy
        label={t("invite.link")}
        link={link}
        data-first
        copy={t("invite.copy")}
        variant="primary"
      />
    </div>
  );
}

/** As what people come in; owners alone have the choice. */
function RoleField() {
  const { t } = useTranslation("communities");
  return (
    <Select name="role" label={t("invite.role")} required defaultValue="member">
      {invitedRoles.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
    </Select>
  );
}

/** Makes a link by which people may join, and shows it this once. */
export function InviteDialog({ community, open, onClose }: InviteDialogProps) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const create = useMutation({
    mutationFn: (data: FormData) => {
      const uses = textOf(data, "maxUses");
      return call(createInvitation, {
        params: { communityId: community.id },
        body: {
          validDays: Number(textOf(data, "validDays")),
          maxUses: uses === "" ? null : Number(uses),
          role: invitedRoles.find((role) => role === textOf(data, "role")) ?? "member",
        },
      });
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: invitationsQuery(community.id).queryKey }),
  });
  const close = () => {
    onClose();
    create.reset();
  };
  return (
    <Dialog open={open} onClose={close} title={t("invite.title")} size="small">
      {create.data ? (
        <TheLink token={create.data.token} />
      ) : (
        <Form error={create.error} onSubmit={(data) => create.mutate(data)}>
          <Select name="validDays" label={t("invite.validDays")} required defaultValue="7">
            {validDays.map((days) => (
              <option key={days} value={days}>
                {t("invite.days", { count: days })}
              </option>
            ))}
          </Select>
          <TextField
            name="maxUses"
            type="number"
            inputMode="numeric"
            min={1}
            max={10_000}
            label={t("invite.maxUses")}
            hint={t("invite.maxUsesHint")}
          />
          {community.can.changeRoles && <RoleField />}
          <FormActions>
            <Button type="submit" variant="primary" icon="link" busy={create.isPending}>
              {t("invite.create")}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
