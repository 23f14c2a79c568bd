import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Loaded } from "../ui/loaded.tsx";
import { useSimilar } from "../debates/public.ts";
import type { Details, Thing } from "./details.ts";
import { type Choice, Picker } from "./picker.tsx";
import { othersQuery } from "./queries.ts";

interface StatementFieldsProps {
  communityId: string;
  thing: Thing;
  details: Details;
  onChange: (details: Details) => void;
}

/** Which statement it repeats: those in like words first, then the latest ones. */
export function StatementFields({ communityId, thing, details, onChange }: StatementFieldsProps) {
  const { t } = useTranslation("moderation");
  const { subject, debateId, excerpt } = thing;
  const ids = { communityId, debateId: debateId ?? "" };
  const query = useQuery(othersQuery(ids));
  const alike = useSimilar(ids, "statement", excerpt);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const here = alike.filter(({ debate }) => debate === null);
        const found = new Map([...here, ...items].map(({ id, text }) => [id, text]));
        found.delete(subject.id);
        const among = [...found].map(([id, text]): Choice<"statement"> => ({
          kind: "statement",
          id,
          text,
        }));
        return (
          <Picker
            label={t("details.sameStatement")}
            among={among}
            value={details.merge?.into ?? ""}
            onChange={({ id }) => onChange({ merge: { into: id } })}
          />
        );
      }}
    </Loaded>
  );
}
