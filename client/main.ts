import "./styles.css";
import { setOut } from "./app/set-out.ts";

// This first script is small: what the address asks for is on its way while the large libraries still come.
setOut(location.pathname);
void import("./app/start.tsx");
