import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Select } from "../ui/select.tsx";
import { topicsQuery } from "./queries.ts";
import { useTopicName } from "./topic-name.ts";

interface TopicFilterProps {
  communityId: string;
  /** Undefined for all. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Narrows a list of debates to one topic; to a retired one as long as it has debates. */
export function TopicFilter({ communityId, value, onChange }: TopicFilterProps) {
  const { t } = useTranslation("topics");
  const nameOf = useTopicName();
  const { data } = useQuery(topicsQuery(communityId));
  const topics = data?.items.filter(
    ({ id, isRetired, debateCount }) => id === value || debateCount > 0 || !isRetired,
  );
  return (
    <Select
      label={t("topic")}
      hideLabel
      value={topics?.some(({ id }) => id === value) ? value : ""}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{t("all")}</option>
      {topics?.map(({ id, name, debateCount }) => (
        <option key={id} value={id}>
          {t("withCount", { name: nameOf(id, name), count: debateCount })}
        </option>
      ))}
    </Select>
  );
}
