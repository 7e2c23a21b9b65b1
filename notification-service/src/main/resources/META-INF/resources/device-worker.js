// Shows a notice while no page is open. It says what a text message would: that somebody is needed, and nothing else.
// It caches nothing and answers for no page: what the app shows always comes from the service.
self.addEventListener("push", (event) => {
  const notice = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(notice.title || "", {
      body: notice.body || "",
      lang: notice.lang || "",
      tag: notice.id || "",
      requireInteraction: true,
      data: { link: notice.link || "" },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const scope = self.registration.scope;
  const link = event.notification.data.link;
  // a link of ours and nobody else's
  const to = link && new URL(link).origin === new URL(scope).origin ? link : `${scope}duty`;
  event.waitUntil(self.clients.openWindow(to));
});
