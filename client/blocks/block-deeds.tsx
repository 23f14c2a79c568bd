import { useTranslation } from "react-i18next";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { MenuItem } from "../ui/menu.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { useBlocks } from "./blocks-context.ts";
import { useBlock } from "./use-block.ts";

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly kind?: string | undefined;
}

/** What can be done about somebody here: nothing where one may not, and about oneself. */
function useToggle(person: Somebody) {
  const { community, mayBlock, isBlocked: isBlockedHere } = useBlocks();
  const { mutate, isPending } = useBlock(person);
  const isBlocked = isBlockedHere(person.id);
  if (!community || !mayBlock(person.id)) return null;
  const toggle = () => mutate({ community, personId: person.id, isBlocked: !isBlocked });
  return { isBlocked, isPending, toggle };
}

/** In a menu about somebody, or about something of theirs. */
export function BlockItem({ person }: { person: Somebody }) {
  const { t } = useTranslation("blocks");
  const block = useToggle(person);
  const name = useNameOf()(person);
  if (!block) return null;
  return (
    <MenuItem icon="hide" onSelect={block.toggle}>
      {t(block.isBlocked ? "unblockOne" : "blockOne", { name })}
    </MenuItem>
  );
}

/** On somebody's own page. */
export function BlockButton({ person }: { person: Somebody }) {
  const { t } = useTranslation("blocks");
  const block = useToggle(person);
  const name = useNameOf()(person);
  if (!block) return null;
  return (
    <div data-no-print className="space-y-2">
      <Button size="small" icon="hide" busy={block.isPending} onClick={block.toggle}>
        {t(block.isBlocked ? "unblockOne" : "blockOne", { name })}
      </Button>
      <p className="max-w-measure text-sm text-muted">{t(block.isBlocked ? "is" : "what")}</p>
    </div>
  );
}

/** Beside the name of somebody whom the reader blocked; only they see it. */
export function BlockedMark({ personId }: { personId: string }) {
  const { t } = useTranslation("blocks");
  const { isBlocked } = useBlocks();
  return isBlocked(personId) ? <Badge icon="hide">{t("mark")}</Badge> : null;
}
