import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Select } from "../ui/select.tsx";
import { topicsQuery } from "./queries.ts";
import { useTopicName } from "./topic-name.ts";

interface TopicSelectProps {
  communityId: string;
  value: string;
  onChange: (id: string) => void;
  /** The topic that a debate has already: it can stay where it is, also when it is retired. */
  keeps?: string | undefined;
}

/** Under which topic something is filed. A topic that is used no more must be replaced by another first. */
export function TopicSelect({ communityId, value, onChange, keeps }: TopicSelectProps) {
  const { t } = useTranslation("topics");
  const nameOf = useTopicName();
  const { data } = useQuery(topicsQuery(communityId));
  const topics = data?.items.filter(({ id, isRetired }) => !isRetired || id === keeps);
  const isThere = topics?.some(({ id }) => id === value) ?? true;
  return (
    <Select
      name="topic"
      label={t("topic")}
      required
      value={isThere && topics ? value : ""}
      onChange={(event) => onChange(event.target.value)}
    >
      {!(isThere && topics) && <option value="">{t("choose")}</option>}
      {topics?.map(({ id, name }) => (
        <option key={id} value={id}>
          {nameOf(id, name)}
        </option>
      ))}
    </Select>
  );
}
