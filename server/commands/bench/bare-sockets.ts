import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

// The limit for fan-out: bare socket.io, one room, a broadcast for each request.
const http = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    io.to("room").emit("event", JSON.parse(body));
    response.end();
  });
});
const io = new Server(http, { serveClient: false });
io.on("connection", (socket) => void socket.join("room"));
http.listen(0, "127.0.0.1", () =>
  process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }),
);
