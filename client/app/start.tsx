import "../lib/zod-without-eval.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { askAhead } from "./ask-ahead.ts";
import { startI18n } from "./i18n.ts";
import { lostRooms } from "./lost-rooms.ts";
import { router } from "./router.tsx";
import { onUnauthorized } from "../lib/api.ts";
import { createQueryClient } from "../lib/query-client.ts";
import { Realtime } from "../lib/realtime.ts";
import { accountQuery } from "../lib/session.ts";
import { RealtimeContext } from "../lib/use-room.ts";

const queries = createQueryClient();
const realtime = new Realtime({
  queries,
  onLost: lostRooms.add,
  onSentAway: () => void queries.invalidateQueries({ queryKey: accountQuery.queryKey }),
});
onUnauthorized(() => queries.setQueryData(accountQuery.queryKey, null));
window.addEventListener("online", realtime.wake);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") realtime.wake();
});

void queries.prefetchQuery(accountQuery);
void askAhead(queries, location.pathname);
const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
await startI18n();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RealtimeContext value={realtime}>
        <RouterProvider router={router} />
      </RealtimeContext>
    </QueryClientProvider>
  </StrictMode>,
);
