import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Community, communityLimits, type Role, roles } from "#shared/contract/communities.ts";
import {
  changeRole,
  handOverOwnership,
  type Member,
  removeMember,
} from "#shared/contract/memberships.ts";
import { BlockedMark, BlockItem, useBlocks } from "../blocks/public.ts";
import { ConflictItem } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { IconButton } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Menu, MenuGroup, MenuItem } from "../ui/menu.tsx";
import { pictureAddress } from "../ui/picture-address.ts";
import { Time } from "../ui/time.tsx";
import { refreshCommunity } from "./queries.ts";

type Act = { kind: "role"; role: Role } | { kind: "removal" } | { kind: "handover" };

interface MemberProps {
  community: Community;
  member: Member;
}

function perform({ community, member }: MemberProps, act: Act, reason: string) {
  const params = { communityId: community.id, participantId: member.id };
  if (act.kind === "removal") return call(removeMember, { params, body: { reason } });
  if (act.kind === "handover") {
    const { id: communityId } = community;
    const body = { participantId: member.id };
    return call(handOverOwnership, { params: { communityId }, body });
  }
  return call(changeRole, { params, body: { role: act.role } });
}

/** Asks once more, as each of these changes what somebody may do. */
function ActDialog(props: MemberProps & { act: Act | null; onClose: () => void }) {
  const { community, member, act, onClose } = props;
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const doIt = useMutation({
    mutationFn: async (reason: string) => {
      if (act) await perform({ community, member }, act, reason);
    },
    onSuccess: () => {
      refreshCommunity(cache, community);
      onClose();
    },
  });
  const key = act?.kind === "role" ? `to.${act.role}` : (act?.kind ?? "removal");
  const words = { name: member.name };
  return (
    <ConfirmDialog
      open={act !== null}
      onClose={() => {
        doIt.reset();
        onClose();
      }}
      title={t(`act.${key}.title`, words)}
      confirmLabel={t(`act.${key}.confirm`)}
      danger={act?.kind === "removal"}
      busy={doIt.isPending}
      error={doIt.error}
      reason={
        act?.kind === "removal"
          ? {
              label: t("act.removal.reason"),
              hint: t("act.removal.reasonHint", words),
              limit: communityLimits.reason,
            }
          : undefined
      }
      onConfirm={(reason) => doIt.mutate(reason)}
    >
      {t(`act.${key}.lead`, words)}
    </ConfirmDialog>
  );
}

/** What takes somebody's place away, or gives them the owner's. */
function MoreItems({ member, onAct }: { member: Member; onAct: (act: Act) => void }) {
  const { t } = useTranslation("communities");
  const { can, isMe } = member;
  const mayHandOver = can.changeRole && !isMe;
  if (!can.remove && !mayHandOver) return null;
  return (
    <MenuGroup label={t("members.more")}>
      {mayHandOver && (
        <MenuItem icon="key" onSelect={() => onAct({ kind: "handover" })}>
          {t("act.handover.confirm")}
        </MenuItem>
      )}
      {can.remove && (
        <MenuItem icon="withdraw" danger onSelect={() => onAct({ kind: "removal" })}>
          {t("act.removal.confirm")}
        </MenuItem>
      )}
    </MenuGroup>
  );
}

function MemberMenu({ community, member }: MemberProps) {
  const { t } = useTranslation("communities");
  const [act, setAct] = useState<Act | null>(null);
  const { can, isMe, role, name } = member;
  const mayBlock = useBlocks().mayBlock(member.id);
  const mayDispute = community.me !== null && !isMe;
  if (!can.remove && !can.changeRole && !mayBlock && !mayDispute) return null;
  return (
    <>
      <Menu
        label={t("members.actionsFor", { name })}
        trigger={(props) => (
          <IconButton {...props} icon="more" label={t("members.actionsFor", { name })} />
        )}
      >
        {can.changeRole && (
          <MenuGroup label={t("members.role")}>
            {roles
              .filter((other) => other !== role)
              .map((other) => (
                <MenuItem key={other} onSelect={() => setAct({ kind: "role", role: other })}>
                  {t(`act.to.${other}.confirm`)}
                </MenuItem>
              ))}
          </MenuGroup>
        )}
        {mayBlock && <BlockItem person={member} />}
        {mayDispute && <ConflictItem slug={community.slug} participantId={member.id} />}
        <MoreItems member={member} onAct={setAct} />
      </Menu>
      <ActDialog community={community} member={member} act={act} onClose={() => setAct(null)} />
    </>
  );
}

/** One member: name and role for everybody, and what this reader may do about them. */
export function MemberRow({ community, member }: MemberProps) {
  const { t } = useTranslation("communities");
  return (
    <li className="flex min-h-14 items-center gap-3 border-t border-line py-row">
      <Avatar
        person={{
          ...member,
          picture: pictureAddress({
            communityId: community.id,
            participantId: member.id,
            hash: member.picture,
          }),
        }}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/c/$slug/people/$participantId"
            params={{ slug: community.slug, participantId: member.id }}
            className="font-medium wrap-anywhere no-underline hover:text-accent"
          >
            <bdi>{member.name}</bdi>
          </Link>
          {member.isMe && <span className="text-sm text-muted">{t("members.you")}</span>}
          {member.role !== "member" && <Badge>{t(`role.${member.role}`)}</Badge>}
          <BlockedMark personId={member.id} />
        </p>
        <p className="text-sm text-muted">
          {t("members.joined")} <Time value={member.joinedAt} />
        </p>
      </div>
      <MemberMenu community={community} member={member} />
    </li>
  );
}
