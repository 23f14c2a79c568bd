import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDebate } from "../debates/public.ts";
import { MapInBrief } from "../opinions/public.ts";
import { AllStatements, DeckPart, Totals, voiceIn } from "../statements/public.ts";
import { embeddingQuery } from "./queries.ts";
import { useFrameHeight } from "./use-frame-height.ts";

/** The statements, one at a time; all of them where the reader can't respond now. */
function Statements() {
  const { t } = useTranslation("statements");
  const { ids, debate } = useDebate();
  const voice = voiceIn(debate);
  return (
    <section className="mx-auto max-w-2xl">
      <h2 className={voice ? "sr-only" : "text-xl"}>{t(voice ? "title" : "list.all")}</h2>
      {voice ? (
        <DeckPart ids={ids} debate={debate} voice={voice} />
      ) : (
        <>
          <Totals ids={ids} />
          <AllStatements ids={ids} voice={null} />
        </>
      )}
    </section>
  );
}

/** A debate's statements and its opinion map, as other sites show them inside theirs. */
export function EmbeddedParts() {
  const { t } = useTranslation("opinions");
  const { part } = useParams({ strict: false });
  const { data } = useQuery(embeddingQuery(useDebate().ids));
  useFrameHeight(data?.sites);
  return (
    <>
      {part !== "map" && <Statements />}
      {part !== "deck" && (
        <section className="space-y-4">
          <h2 className="text-2xl">{t("title")}</h2>
          <MapInBrief />
        </section>
      )}
    </>
  );
}
