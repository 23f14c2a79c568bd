import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { maySiteShow } from "#shared/contract/embedding.ts";
import { useDebate } from "../debates/public.ts";
import { siteAround } from "../lib/embedded.ts";
import { MapInBrief } from "../opinions/public.ts";
import { AllStatements, DeckPart, Totals, voiceIn } from "../statements/public.ts";
import { NoLonger } from "./no-longer.tsx";
import { useEmbedding } from "./use-embedding.ts";
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
  const { data } = useEmbedding();
  const site = siteAround();
  useFrameHeight(data?.sites);
  if (data && site !== undefined && !maySiteShow(data.sites, site)) return <NoLonger />;
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
