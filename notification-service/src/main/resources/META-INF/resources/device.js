// Without this script, or where a browser cannot be called, the form is not shown: there are other ways to be called.
(() => {
  const form = document.getElementById("device");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  form.hidden = false;

  const bytes = (text) => {
    const base64 = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  };
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const say = (what) => {
    for (const words of form.querySelectorAll("[role=status]")) words.hidden = !(what in words.dataset);
  };

  const subscribe = async () => {
    if ((await Notification.requestPermission()) !== "granted") return say("refused");
    const registration = await navigator.serviceWorker.register(form.dataset.worker);
    await navigator.serviceWorker.ready;
    const device = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytes(form.dataset.key),
    });
    form.elements.endpoint.value = device.endpoint;
    form.elements.key.value = text(device.getKey("p256dh"));
    form.elements.secret.value = text(device.getKey("auth"));
    return form.submit();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe().catch(() => say("failed"));
  });
})();
