/**
 * The only script that the page holds in the open: it unpacks the other, which the page's policy names by its hash, and
 * puts it in. Whoever changes a byte of either has a page that does nothing.
 */
import { inflateSync } from "fflate"

const packed = document.getElementById("packed")!.textContent!
const bytes = Uint8Array.from(atob(packed.trim()), (sign) => sign.charCodeAt(0))
const script = document.createElement("script")
script.textContent = new TextDecoder().decode(inflateSync(bytes))
document.body.appendChild(script)
