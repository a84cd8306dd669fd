// Shows that there is something new. What it is, is read on the site.

self.addEventListener("push", (event) => {
  const { title, url } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { tag: url, data: { url } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
