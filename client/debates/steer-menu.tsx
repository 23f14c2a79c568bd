import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Phase } from "#shared/contract/phases.ts";
import { phases } from "#shared/contract/phases.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuGroup, MenuItem } from "../ui/menu.tsx";
import { useDebate } from "./debate-context.ts";
import type { Steer } from "./steer-dialogs.tsx";
import { Steering } from "./steering.tsx";

function MoveGroup({ onMove }: { onMove: (to: Phase) => void }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { can, phase } = useDebate().debate;
  const isAhead = (way: Phase) => phases.indexOf(way) > phases.indexOf(phase);
  if (can.move.length === 0) return null;
  return (
    <MenuGroup label={t("steer.move")}>
      {can.move.map((way) => (
        <MenuItem
          key={way}
          icon={way === "archived" ? "archive" : isAhead(way) ? "arrow" : "undo"}
          onSelect={() => onMove(way)}
        >
          {t(`ui:phase.${way}`)}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

/** Who says something here, and when it is shown. */
function VoiceItems({ steer }: { steer: (steering: Steer) => void }) {
  const { t } = useTranslation("debates");
  const { can } = useDebate().debate;
  return (
    <>
      {can.careForStatements && (
        <MenuItem icon="statement" onSelect={() => steer("statements")}>
          {t("statementMode.title")}
        </MenuItem>
      )}
      {can.admitVisitors && (
        <MenuItem icon="people" onSelect={() => steer("visitors")}>
          {t("visitors.title")}
        </MenuItem>
      )}
      {can.admitVisitors && (
        <MenuItem icon="globe" onSelect={() => steer("embedding")}>
          {t("steer.embed")}
        </MenuItem>
      )}
    </>
  );
}

/** What the author and moderators do with the debate itself. */
export function SteerMenu() {
  const { t } = useTranslation("debates");
  const { debate, ids, me, slug } = useDebate();
  const { can } = debate;
  const navigate = useNavigate();
  const [steering, steer] = useState<Steer | null>(null);
  if (!can.edit && !can.schedule && can.move.length === 0) return null;
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
        <MoveGroup onMove={(to) => steer({ to })} />
        <MenuGroup label={t("steer.more")}>
          {can.schedule && (
            <MenuItem icon="clock" onSelect={() => steer("schedule")}>
              {t("schedule.title")}
            </MenuItem>
          )}
          {can.edit && (
            <MenuItem icon="edit" onSelect={() => steer("edit")}>
              {t("question.edit")}
            </MenuItem>
          )}
          <VoiceItems steer={steer} />
          {me && (
            <MenuItem
              icon="question"
              onSelect={() =>
                void navigate({
                  to: "/c/$slug/debates/new",
                  params: { slug },
                  search: { from: ids.debateId },
                })
              }
            >
              {t("steer.copy")}
            </MenuItem>
          )}
        </MenuGroup>
      </Menu>
      <Steering steering={steering} onClose={() => steer(null)} />
    </>
  );
}
