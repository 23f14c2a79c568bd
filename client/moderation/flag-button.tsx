import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Subject } from "#shared/contract/moderated.ts";
import { IconButton } from "../ui/button.tsx";
import { FlagDialog } from "./flag-dialog.tsx";
import { usePlace } from "./place.tsx";

interface FlagButtonProps {
  subject: Subject;
  /** Null of what nobody is named for. */
  authorId: string | null;
  tabIndex?: 0 | -1 | undefined;
}

/** At something that somebody else wrote, where no menu is: reports it. */
export function FlagButton({ subject, authorId, tabIndex }: FlagButtonProps) {
  const { t } = useTranslation("moderation");
  const { me } = usePlace();
  const [isOpen, setOpen] = useState(false);
  if (!me || me.id === authorId) return null;
  return (
    <span data-no-print>
      <IconButton
        icon="flag"
        size="small"
        label={t("flag.menu")}
        tabIndex={tabIndex}
        className="text-muted! hover:text-ink!"
        onClick={() => setOpen(true)}
      />
      {isOpen && <FlagDialog subject={subject} onClose={() => setOpen(false)} />}
    </span>
  );
}
