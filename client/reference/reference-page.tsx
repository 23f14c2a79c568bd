import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "../ui/badge.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type Operation, type Parameter, referenceQuery, type ReplyHeader } from "./document.ts";

function Schema({ title, schema }: { title: string; schema: unknown }) {
  if (schema === undefined) return null;
  return (
    <div>
      <h4 className="text-sm font-semibold">{title}</h4>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        dir="ltr"
        className="mt-1 max-h-96 overflow-auto rounded-md bg-sunken p-3 text-xs"
      >
        {JSON.stringify(schema, null, 2)}
      </pre>
    </div>
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  const { t } = useTranslation("reference");
  if (parameters.length === 0) return null;
  return (
    <div>
      <h4 className="text-sm font-semibold">{t("parameters")}</h4>
      <dl className="mt-1 space-y-1 text-sm">
        {parameters.map(({ name, in: place, required, description }) => (
          <div key={`${place} ${name}`} className="flex flex-wrap gap-x-3">
            <dt>
              <code dir="ltr">{name}</code>
            </dt>
            <dd className="text-muted">
              {t(`place.${place}`)}
              {required ? `, ${t("required")}` : ""}
              {description ? `. ${description}` : ""}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ReplyHeaders({ headers }: { headers: readonly ReplyHeader[] }) {
  const { t } = useTranslation("reference");
  if (headers.length === 0) return null;
  return (
    <div>
      <h4 className="text-sm font-semibold">{t("replyHeaders")}</h4>
      <dl className="mt-1 space-y-1 text-sm">
        {headers.map(({ name, description }) => (
          <div key={name} className="flex flex-wrap gap-x-3">
            <dt>
              <code dir="ltr">{name}</code>
            </dt>
            <dd className="text-muted">{description}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function OperationEntry({ operation }: { operation: Operation }) {
  const { t } = useTranslation("reference");
  const [isOpen, setIsOpen] = useState(false);
  const { id, method, path, summary, access, parameters, body, reply, replyHeaders } = operation;
  return (
    <details
      id={id}
      className="border-line py-3 not-first:border-t"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="cursor-pointer">
        <span className="inline-flex flex-wrap items-baseline gap-x-3 gap-y-1 align-top">
          <code dir="ltr" className="text-sm font-semibold">
            {method}
          </code>
          <code dir="ltr" className="text-sm break-all">
            {path}
          </code>
          <Badge>{t(`access.${access}`)}</Badge>
          <span className="basis-full text-muted">{summary}</span>
        </span>
      </summary>
      {isOpen && (
        <div className="mt-3 space-y-4 ps-5">
          <Parameters parameters={parameters} />
          <Schema title={t("body")} schema={body} />
          <Schema title={t("reply")} schema={reply} />
          <ReplyHeaders headers={replyHeaders} />
        </div>
      )}
    </details>
  );
}

function Groups({ operations }: { operations: readonly Operation[] }) {
  const { t } = useTranslation("reference");
  const groups = [...new Set(operations.map(({ group }) => group))].toSorted();
  if (groups.length === 0) return <p className="py-6 text-muted">{t("none")}</p>;
  return groups.map((group) => (
    <section key={group} className="mt-8">
      <h2 className="text-xl">
        <code dir="ltr">{group}</code>
      </h2>
      <div className="mt-2">
        {operations
          .filter((operation) => operation.group === group)
          .map((operation) => (
            <OperationEntry key={operation.id} operation={operation} />
          ))}
      </div>
    </section>
  ));
}

/** The API to read: every operation, who may call it, what goes in and what comes out. */
export function ReferencePage() {
  const { t } = useTranslation("reference");
  const query = useQuery(referenceQuery);
  const [sought, setSought] = useState("");
  const fits = ({ id, path, summary }: Operation) =>
    `${id} ${path} ${summary}`.toLowerCase().includes(sought.trim().toLowerCase());
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <p className="mt-2">
        <a className="link" href="/api/openapi.json">
          /api/openapi.json
        </a>
      </p>
      <div className="mt-6 max-w-md">
        <TextField
          label={t("search")}
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      <Loaded query={query}>
        {(operations) => <Groups operations={operations.filter(fits)} />}
      </Loaded>
    </>
  );
}
