import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

/** Anybody who is named, as replies name them. */
export interface Named {
  readonly name: string;
  readonly kind?: string | undefined;
}

/** What the server puts in place of a name that moderation keeps out of sight. */
const hiddenName = "…";

/** How somebody is called in the reader's language: of a former member no name is left. */
export function nameOf({ name, kind }: Named, t: TFunction): string {
  if (kind === "former") return t("ui:formerMember");
  return name === hiddenName ? t("ui:hiddenName") : name;
}

/** The same, for components. */
export function useNameOf(): (person: Named) => string {
  const { t } = useTranslation("ui");
  return (person) => nameOf(person, t);
}
