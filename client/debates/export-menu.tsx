import { useTranslation } from "react-i18next";
import { pathOf } from "#shared/contract/request.ts";
import { phasesWithOpenCounts } from "#shared/contract/statements.ts";
import { exportDebate, exportFormats } from "#shared/contract/transfer.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuDownload, MenuGroup } from "../ui/menu.tsx";
import { useDebate } from "./debate-context.ts";

/** The debate as a file, in one of several forms, with what each is for. */
export function ExportMenu() {
  const { t } = useTranslation("debates");
  const { id: debateId, communityId, phase } = useDebate().debate;
  const areOpen = phasesWithOpenCounts.includes(phase);
  return (
    <Menu
      label={t("export.label")}
      trigger={(trigger) => (
        <Button icon="download" iconAfter="down" {...trigger}>
          {t("export.label")}
        </Button>
      )}
    >
      <MenuGroup label={t("export.title")}>
        {exportFormats.map((format) => {
          const isEarly = format === "polis" && !areOpen;
          return (
            <MenuDownload
              key={format}
              href={pathOf(exportDebate, { params: { communityId, debateId, format } })}
              disabled={isEarly}
              hint={isEarly ? t("export.notYet") : t(`export.use.${format}`)}
            >
              {t(`export.format.${format}`)}
            </MenuDownload>
          );
        })}
      </MenuGroup>
    </Menu>
  );
}
