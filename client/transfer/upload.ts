import { beginImport, type Import } from "#shared/contract/transfer.ts";
import type { Problem } from "#shared/contract/problem.ts";
import { pathOf } from "#shared/contract/request.ts";
import { ApiError, OfflineError } from "../lib/api.ts";

export interface Sending {
  readonly communityId: string;
  readonly files: readonly File[];
  readonly fields: Readonly<Record<string, string>>;
  /** The same for a repeated try, so that it begins one import. */
  readonly idempotencyKey: string;
  /** Told how much was sent, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Packs a file where the browser can: a tenth of the bytes to send. */
async function packed(file: File): Promise<{ name: string; content: Blob }> {
  const { name } = file;
  if (/\.gz$/i.test(name) || typeof CompressionStream === "undefined")
    return { name, content: file };
  const stream = file.stream().pipeThrough(new CompressionStream("gzip"));
  return { name: `${name}.gz`, content: await new Response(stream).blob() };
}

function refusalOf(request: XMLHttpRequest): ApiError {
  const retryAfter = Number(request.getResponseHeader("retry-after")) || null;
  try {
    return new ApiError(JSON.parse(request.responseText) as Problem, retryAfter);
  } catch {
    const { status, statusText } = request;
    return new ApiError({ type: "/problems/unavailable", title: statusText, status }, retryAfter);
  }
}

/** Sends the files of an export and gives the import that has begun. Throws `ApiError` or `OfflineError`. */
export async function sendImport(sending: Sending): Promise<Import> {
  const form = new FormData();
  for (const [name, value] of Object.entries(sending.fields)) if (value) form.append(name, value);
  for (const file of sending.files) {
    const { name, content } = await packed(file);
    form.append("files", content, name);
  }
  const path = pathOf(beginImport, { params: { communityId: sending.communityId } });
  return new Promise((resolve, reject) => {
    // Of all that browsers have, this alone tells how much was sent.
    const request = new XMLHttpRequest();
    request.open(beginImport.method, path);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", sending.idempotencyKey);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      sending.onProgress(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener("load", () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Import);
      else reject(refusalOf(request));
    });
    request.addEventListener("error", () => reject(new OfflineError(request)));
    request.addEventListener("abort", () => reject(sending.signal.reason as Error));
    sending.signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
