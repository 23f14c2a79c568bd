import { useTranslation } from "react-i18next";
import { type Density, setPreferences, type Theme, usePreferences } from "../lib/preferences.ts";
import { Button, IconButton } from "../ui/button.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Menu, MenuChoice, MenuGroup } from "../ui/menu.tsx";
import { chooseLanguage, languageNames, languages } from "./i18n.ts";

const themes: [Theme, IconName][] = [
  ["system", "screen"],
  ["light", "sun"],
  ["dark", "moon"],
];
const densities: Density[] = ["comfortable", "compact"];

/** How pages look, and in which language they speak. */
export function AppearanceMenu({ inWords = false }: { inWords?: boolean }) {
  const { t, i18n } = useTranslation("app");
  const { theme, density } = usePreferences();
  return (
    <Menu
      label={t("appearance.label")}
      align={inWords ? "start" : "end"}
      trigger={(props) =>
        inWords ? (
          <Button {...props} variant="quiet" icon="sun">
            {t("appearance.label")}
          </Button>
        ) : (
          <IconButton {...props} icon="sun" label={t("appearance.label")} />
        )
      }
    >
      <MenuGroup label={t("appearance.theme")}>
        {themes.map(([name, icon]) => (
          <MenuChoice
            key={name}
            icon={icon}
            checked={theme === name}
            onSelect={() => setPreferences({ theme: name })}
          >
            {t(`appearance.${name}`)}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuGroup label={t("appearance.density")}>
        {densities.map((name) => (
          <MenuChoice
            key={name}
            checked={density === name}
            onSelect={() => setPreferences({ density: name })}
          >
            {t(`appearance.${name}`)}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuGroup label={t("appearance.language")}>
        {languages.map((language) => (
          <MenuChoice
            key={language}
            lang={language}
            checked={i18n.resolvedLanguage === language}
            onSelect={() => void chooseLanguage(language)}
          >
            {languageNames[language]}
          </MenuChoice>
        ))}
      </MenuGroup>
    </Menu>
  );
}
