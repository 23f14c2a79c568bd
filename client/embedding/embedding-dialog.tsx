import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Embedding, mostSites, settleEmbedding } from "#shared/contract/embedding.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Conflict } from "../ui/conflict.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { embeddingQuery } from "./queries.ts";
import {
  embeddedAddress,
  type EmbeddedPart,
  embeddedParts,
  sitesIn,
  snippetOf,
} from "./snippet.ts";
import { useEmbedding } from "./use-embedding.ts";

interface EmbeddingDialogProps {
  open: boolean;
  onClose: () => void;
}

/** What is copied into pages of the listed sites. */
function Snippet() {
  const { t } = useTranslation("embedding");
  const { slug, debate } = useDebate();
  const [part, setPart] = useState<EmbeddedPart>("both");
  const page = { origin: location.origin, slug, debateId: debate.id, part };
  const snippet = snippetOf({ ...page, title: debate.question });
  return (
    <section className="mt-6 space-y-3 border-t border-line pt-5">
      <h3 className="text-lg">{t("snippet")}</h3>
      <p className="text-sm text-muted">{t("snippetLead")}</p>
      {!debate.admitsVisitors && <Banner tone="info">{t("noVisitors")}</Banner>}
      <Select
        label={t("part.label")}
        value={part}
        onChange={(event) => setPart(event.target.value as EmbeddedPart)}
      >
        {embeddedParts.map((one) => (
          <option key={one} value={one}>
            {t(`part.${one}`)}
          </option>
        ))}
      </Select>
      <pre
        dir="ltr"
        className="max-h-48 overflow-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap break-all"
      >
        <code>{snippet}</code>
      </pre>
      <p className="flex flex-wrap items-center gap-4">
        <CopyButton text={snippet} label={t("copy")} size="small" />
        <a className="link text-sm" href={embeddedAddress(page)} target="_blank">
          {t("look")}
        </a>
      </p>
    </section>
  );
}

/** The list as it is written, which somebody else may settle meanwhile. */
function useWriting({ sites }: Embedding) {
  const { ids } = useDebate();
  const queries = useQueryClient();
  const now = sites.join("\n");
  const [begun, setBegun] = useState(now);
  const [text, setText] = useState(now);
  const goOn = (from: string, words: string) => {
    setBegun(from);
    setText(words);
  };
  const settle = useMutation({
    mutationFn: (wanted: string[]) =>
      call(settleEmbedding, { params: ids, body: { sites: wanted } }),
    onSuccess: (settled) => {
      queries.setQueryData(embeddingQuery(ids).queryKey, settled);
      const kept = settled.sites.join("\n");
      goOn(kept, kept);
    },
  });
  const isNews = now !== begun && !settle.isPending;
  const isOvertaken = isNews && text !== begun && text !== now;
  if (isNews && !isOvertaken) goOn(now, now);
  return {
    now,
    text,
    setText,
    settle,
    isOvertaken,
    keepMine: () => goOn(now, text),
    takeTheirs: () => goOn(now, now),
  };
}

function Sites({ embedding, onClose }: { embedding: Embedding; onClose: () => void }) {
  const { t } = useTranslation(["embedding", "ui"]);
  const writing = useWriting(embedding);
  const { now, text, settle, isOvertaken } = writing;
  return (
    <>
      <Form error={settle.error} onSubmit={() => settle.mutate(sitesIn(text))}>
        {isOvertaken && (
          <Conflict
            theirs={[now]}
            mine={[text]}
            onKeepMine={writing.keepMine}
            onTakeTheirs={writing.takeTheirs}
          />
        )}
        <TextArea
          name="sites"
          dir="ltr"
          label={t("sites")}
          hint={t("sitesHint", { count: mostSites })}
          placeholder="https://www.example.org"
          value={text}
          onChange={({ target }) => writing.setText(target.value)}
        />
        <FormActions>
          <Button type="submit" variant="primary" busy={settle.isPending} disabled={isOvertaken}>
            {t("save")}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t("ui:close")}
          </Button>
        </FormActions>
      </Form>
      {embedding.sites.length > 0 && <Snippet />}
    </>
  );
}

/** Which other sites may show the debate, and what they do for it. */
export function EmbeddingDialog({ open, onClose }: EmbeddingDialogProps) {
  const { t } = useTranslation("embedding");
  const query = useEmbedding(open);
  return (
    <Dialog open={open} onClose={onClose} title={t("title")} description={t("lead")} size="large">
      <Loaded query={query}>
        {(embedding) => <Sites embedding={embedding} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}
