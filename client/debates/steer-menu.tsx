import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Phase } from "#shared/contract/phases.ts";
import { phases } from "#shared/contract/phases.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuGroup, MenuItem } from "../ui/menu.tsx";
import { useDebate } from "./debate-context.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";

/** What the author and moderators do with the debate itself. */
export function SteerMenu() {
  const { t } = useTranslation(["debates", "ui"]);
  const { can, phase } = useDebate().debate;
  const [to, setTo] = useState<Phase | null>(null);
  const [open, setOpen] = useState<"edit" | "schedule" | null>(null);
  if (!can.edit && !can.schedule && can.move.length === 0) return null;
  const isAhead = (way: Phase) => phases.indexOf(way) > phases.indexOf(phase);
  return (
    <>
      <Menu
        label={t("steer.label")}
        trigger={(trigger) => (
          <Button icon="settings" iconAfter="down" {...trigger}>
            {t("steer.label")}
          </Button>
        )}
      >
        {can.move.length > 0 && (
          <MenuGroup label={t("steer.move")}>
            {can.move.map((way) => (
              <MenuItem
                key={way}
                icon={way === "archived" ? "archive" : isAhead(way) ? "arrow" : "undo"}
                onSelect={() => setTo(way)}
              >
                {t(`ui:phase.${way}`)}
              </MenuItem>
            ))}
          </MenuGroup>
        )}
        <MenuGroup label={t("steer.more")}>
          {can.schedule && (
            <MenuItem icon="clock" onSelect={() => setOpen("schedule")}>
              {t("schedule.title")}
            </MenuItem>
          )}
          {can.edit && (
            <MenuItem icon="edit" onSelect={() => setOpen("edit")}>
              {t("question.edit")}
            </MenuItem>
          )}
        </MenuGroup>
      </Menu>
      <MoveDialog to={to} onClose={() => setTo(null)} />
      <ScheduleDialog open={open === "schedule"} onClose={() => setOpen(null)} />
      <EditDialog open={open === "edit"} onClose={() => setOpen(null)} />
    </>
  );
}
