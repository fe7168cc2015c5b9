/**
 * The address of a request to the portal as a pattern, for traces: what a person looked at is not part of it.
 *
 * @since 0.1.0
 */
import { PortalApi } from "@timbang/portal"

const patterns = Object.values(PortalApi.api.groups).flatMap(({ endpoints }) => Object.values(endpoints).map(({ path }) => String(path)))

/** The pattern of a path below the base of the portal, or `other`. */
export const of = (base: string): (pathname: string) => string => {
  const routes = patterns.map((pattern) => ({ pattern, parts: pattern.split("/") }))
  const prefix = base.replace(/\/+$/, "")
  return (pathname) => {
    if (!pathname.startsWith(prefix)) return "other"
    const parts = (pathname.slice(prefix.length) || "/").split("/")
    if (parts[1] === "catatan") return "/catatan/*"
    const isLike = (own: ReadonlyArray<string>) => own.length === parts.length && own.every((part, at) => part.startsWith(":") || part === parts[at])
    return routes.find((route) => isLike(route.parts))?.pattern ?? "other"
  }
}
