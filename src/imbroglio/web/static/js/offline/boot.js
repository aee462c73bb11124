/** Starts an exported file: the explorer, with everything it asks for answered from the snapshot beside it. */
import {answers} from "./answer.js";

const answer = answers(JSON.parse(document.getElementById("snapshot").textContent));
window.imbroglioOffline = {answer};
await import("../main.js");
