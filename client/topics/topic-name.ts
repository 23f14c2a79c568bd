import { useTranslation } from "react-i18next";

/** What a topic is called: by its community's name, or by the usual one in the reader's language. */
export function useTopicName(): (id: string, name: string | null) => string {
  const { t } = useTranslation("topics");
  return (id, name) => name ?? t(`name.${id}`);
}
