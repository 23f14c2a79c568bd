import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "#shared/contract/phases.ts";
import { ApiError, OfflineError } from "../lib/api.ts";
import { newKey } from "../lib/idempotency.ts";
import { TopicSelect } from "../topics/public.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Progress } from "../ui/progress.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { lookAt, missingOf } from "./chosen-files.ts";
import { FilePicker } from "./file-picker.tsx";
import { importsQuery } from "./queries.ts";
import { sendImport } from "./upload.ts";

/** Each language by its own name. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;

/** What the files may not say themselves. */
function Choices({ communityId, language }: { communityId: string; language: string }) {
  const { t } = useTranslation("transfer");
  const [topic, setTopic] = useState("governance");
  return (
    <>
      <TextField
        name="question"
        label={t("question.label")}
        hint={t("question.hint")}
        maxLength={300}
        dir="auto"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TopicSelect communityId={communityId} value={topic} onChange={setTopic} />
        <Select name="language" label={t("language.label")} required defaultValue={language}>
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
      </div>
      <TextField
        name="attribution"
        label={t("attribution.label")}
        hint={t("attribution.hint")}
        maxLength={1_000}
        dir="auto"
      />
      <Select name="agree" label={t("agree.label")} hint={t("agree.hint")} defaultValue="">
        <option value="">{t("agree.auto")}</option>
        <option value="1">{t("agree.plus")}</option>
        <option value="-1">{t("agree.minus")}</option>
      </Select>
    </>
  );
}

/** Names what an import still lacks; empty when nothing. */
function useMissingText(): (missing: ReturnType<typeof missingOf>) => string {
  const { t, i18n } = useTranslation("transfer");
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return (missing) =>
    list.format(missing.map((one) => (one === "comments" ? "comments.csv" : t("files.or"))));
}

const fieldNames = ["question", "topic", "language", "attribution", "agree"] as const;

function fieldsOf(data: FormData): Record<string, string> {
  const texts = fieldNames.map((name) => [name, data.get(name)] as const);
  return Object.fromEntries(
    texts.flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()]] : [])),
  );
}

interface Order {
  readonly files: readonly File[];
  readonly fields: Record<string, string>;
}

/** Sends an order; a try whose outcome is unknown is repeated under the same key. */
function useSending(communityId: string, onSent: () => void) {
  const cache = useQueryClient();
  const key = useRef<string>(null);
  const [sent, setSent] = useState(0);
  const stopping = useRef<AbortController>(null);
  const sending = useMutation({
    mutationFn: async ({ files, fields }: Order) => {
      const idempotencyKey = (key.current ??= newKey());
      const controller = (stopping.current = new AbortController());
      setSent(0);
      return sendImport({
        communityId,
        files,
        fields,
        idempotencyKey,
        onProgress: setSent,
        signal: controller.signal,
      });
    },
    retry: false,
    onSuccess: () => {
      key.current = null;
      onSent();
      return cache.invalidateQueries({ queryKey: importsQuery(communityId).queryKey });
    },
    onError: (error) => {
      if (error instanceof ApiError) key.current = null;
    },
  });
  return { sending, sent, stop: () => stopping.current?.abort() };
}

/** Chooses the files of an export and sends them. */
export function ImportForm({ communityId, language }: { communityId: string; language: string }) {
  const { t } = useTranslation("transfer");
  const [files, setFiles] = useState<File[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const { sending, sent, stop } = useSending(communityId, () => {
    setFiles([]);
    form.current?.reset();
    toast({ tone: "good", title: t("sent") });
  });
  const missingText = useMissingText();
  const good = lookAt(files).filter(({ fault }) => fault === null);
  const [isLacking, setIsLacking] = useState(false);
  const needed = missingText(missingOf(good));
  const isKnown = sending.error instanceof ApiError || sending.error instanceof OfflineError;
  return (
    <Form
      label={t("title")}
      error={isKnown ? sending.error : undefined}
      onSubmit={(data, element) => {
        form.current = element;
        setIsLacking(needed !== "");
        if (needed === "")
          sending.mutate({ files: good.map(({ file }) => file), fields: fieldsOf(data) });
      }}
    >
      <FilePicker
        files={files}
        onChange={setFiles}
        needed={needed}
        error={isLacking && needed !== "" ? t("files.needed", { names: needed }) : undefined}
      />
      <Choices communityId={communityId} language={language} />
      {sending.isPending && (
        <div role="status">
          <Progress label={t("sending")} done={Math.round(sent * 100)} total={100} />
        </div>
      )}
      <FormActions>
        <Button type="submit" variant="primary" icon="upload" busy={sending.isPending}>
          {t("submit")}
        </Button>
        {sending.isPending && (
          <Button variant="quiet" onClick={stop}>
            {t("cancel")}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}
