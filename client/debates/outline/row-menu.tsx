import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BlockItem } from "../../blocks/public.ts";
import { CurateItem } from "../../curation/public.ts";
import { FlagDialog, FlagItem } from "../../moderation/public.ts";
import { BookmarkItem } from "../../reading/public.ts";
import { IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.ts";
import { useDebate } from "../debate-context.ts";
import { WellPutItem } from "../comments/well-put-marks.tsx";
import { useGoToFocus } from "../focus/use-go-to-focus.ts";
import { useOutline } from "./outline-context.ts";
import { useTabStop } from "./row-parts.tsx";
import type { Task } from "./state.ts";
import type { OutlineNode } from "./tree.ts";

/** The part of an address that leads to a node. */
export function hashOf(node: OutlineNode): string {
  return node.kind === "position" ? `position-${node.id}` : `claim-${node.claim.id}`;
}

interface RowMenuProps {
  node: OutlineNode;
  version: number;
}

/** Puts the address of a node where it can be pasted from. */
function useCopyLink(node: OutlineNode) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  return async () => {
    const path = `/c/${slug}/d/${debate.id}/arguments#${hashOf(node)}`;
    const link = location.origin + path;
    try {
      await navigator.clipboard.writeText(link);
      toast({ title: t("outline.copied"), tone: "good" });
    } catch {
      // Plain http has no clipboard: the link is shown to be copied by hand.
      toast({ title: link });
    }
  };
}

type MenuTask = Extract<
  Task["kind"],
  | "comments"
  | "mark"
  | "suggest"
  | "arrange"
  | "curate"
  | "edit"
  | "history"
  | "object"
  | "withdraw"
>;

interface ClaimItemsProps {
  claimId: string;
  isOwn: boolean;
  begin: (kind: MenuTask) => void;
}

/** What is done at claims alone. */
function ClaimItems({ claimId, isOwn, begin }: ClaimItemsProps) {
  const { t } = useTranslation("debates");
  const { can } = useOutline();
  return (
    <>
      <MenuItem icon="statement" onSelect={() => begin("comments")}>
        {t("comment.menu")}
      </MenuItem>
      {can.rate && !isOwn && <WellPutItem claimId={claimId} />}
      {can.addClaim && (
        <MenuItem icon="con" onSelect={() => begin("object")}>
          {t("outline.object")}
        </MenuItem>
      )}
      {can.addClaim && !isOwn && (
        <>
          <MenuItem icon="edit" onSelect={() => begin("suggest")}>
            {t("suggest.menu")}
          </MenuItem>
          <MenuItem icon="flag" onSelect={() => begin("mark")}>
            {t("mark.menu")}
          </MenuItem>
        </>
      )}
      {(isOwn || can.arrange) && (
        <MenuItem icon="drag" onSelect={() => begin("arrange")}>
          {t("arrange.menu")}
        </MenuItem>
      )}
    </>
  );
}

interface MenuProps extends RowMenuProps {
  onFlag: () => void;
}

function Items({ node, version, onFlag }: MenuProps) {
  const { t } = useTranslation("debates");
  const copy = useCopyLink(node);
  const goToFocus = useGoToFocus();
  const { authors, changeable, dispatch } = useOutline();
  const subject = node.kind === "position" ? node.position : node.claim;
  const isOwn = changeable.has(subject.id);
  const author = authors.get(subject.authorId);
  const begin = (kind: MenuTask) => dispatch({ do: "begin", task: { kind, nodeId: node.id } });
  return (
    <>
      <MenuItem icon="link" onSelect={() => void copy()}>
        {t("outline.copy")}
      </MenuItem>
      {version > 1 && (
        <MenuItem icon="history" onSelect={() => begin("history")}>
          {t("outline.history")}
        </MenuItem>
      )}
      {node.kind === "claim" && <BookmarkItem claimId={node.claim.id} />}
      {node.kind === "claim" && <ClaimItems claimId={node.claim.id} isOwn={isOwn} begin={begin} />}
      <MenuItem icon="framing" onSelect={() => goToFocus(node)}>
        {t("views.focusOn")}
      </MenuItem>
      <CurateItem onSelect={() => begin("curate")} />
      <FlagItem authorId={subject.authorId} onSelect={onFlag} />
      {author && <BlockItem person={author} />}
      {isOwn && (
        <>
          <MenuItem icon="edit" onSelect={() => begin("edit")}>
            {t("outline.edit")}
          </MenuItem>
          <MenuItem icon="withdraw" danger onSelect={() => begin("withdraw")}>
            {t("outline.withdraw")}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** What is done more rarely at a row. */
export function RowMenu({ node, version }: RowMenuProps) {
  const { t } = useTranslation("debates");
  const tabStop = useTabStop();
  const [isFlagging, setFlagging] = useState(false);
  const subject = node.kind === "position" ? node.position : node.claim;
  if (subject.withdrawnAt !== undefined) return null;
  return (
    <>
      <Menu
        label={t("outline.more")}
        trigger={(trigger) => (
          <IconButton
            icon="more"
            size="small"
            label={t("outline.more")}
            tabIndex={tabStop}
            {...trigger}
          />
        )}
      >
        <Items node={node} version={version} onFlag={() => setFlagging(true)} />
      </Menu>
      {isFlagging && (
        <FlagDialog
          subject={{ kind: node.kind, id: subject.id }}
          onClose={() => setFlagging(false)}
        />
      )}
    </>
  );
}
