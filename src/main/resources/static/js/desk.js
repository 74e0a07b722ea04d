// The desk's keys and the little that its living pages need. Single keys work outside of fields only, and can be turned off.
(() => {
  const OFF = "enlace.keys.off";
  const off = document.getElementById("keys-off");
  if (off) {
    off.checked = localStorage.getItem(OFF) === "1";
    off.addEventListener("change", () => localStorage.setItem(OFF, off.checked ? "1" : "0"));
  }
  const typing = (element) => element.closest("input, textarea, select, dialog");
  const press = (selector) => {
    const button = document.querySelector(selector);
    if (button) button.click();
    return Boolean(button);
  };
  const rows = () => [...document.querySelectorAll(".queue-row a")];
  const at = () => Math.max(rows().indexOf(document.activeElement), rows().findIndex((row) => row.hasAttribute("aria-current")));
  const move = (by) => {
    const all = rows();
    const next = all[Math.min(Math.max(at() + by, 0), all.length - 1)];
    if (next) next.focus();
  };
  let going = false;
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { const row = rows()[at()]; if (row) row.click(); },
    r: () => document.getElementById("reply-text")?.focus(),
    ".": () => { const ready = document.querySelector(".ready"); if (ready) { ready.open = true; ready.querySelector("button")?.focus(); } },
    a: () => press("#take button"),
    t: () => press("[data-dialog=transfer]"),
    z: () => press("[data-dialog=snooze]"),
    s: () => press("[data-dialog=grade]"),
    e: () => press("[data-dialog=close]"),
    "/": () => document.getElementById("ref")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "reply-text") {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF) === "1" && event.key !== "?") return;
    if (going && event.key >= "1" && event.key <= "9") {
      document.querySelectorAll(".folders a")[Number(event.key) - 1]?.click();
      return;
    }
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  // A ready answer goes in where the cursor stands.
  document.addEventListener("click", (event) => {
    const ready = event.target.closest("[data-insert]");
    const field = document.getElementById("reply-text");
    if (!ready || !field) return;
    const before = field.value.slice(0, field.selectionStart);
    const gap = before && !/\s$/.test(before) ? " " : "";
    field.setRangeText(gap + ready.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    ready.closest("details").open = false;
    field.focus();
  });
  // While somebody chooses rows, the list stays as it is.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "queue" && document.querySelector(".queue-pick input:checked, .surge details[open]")) event.preventDefault();
  });
  // Colleagues see that somebody is writing, for as long as there are words in the field that has the focus.
  const field = document.getElementById("reply-text");
  const writing = document.getElementById("writing");
  if (field && writing) {
    const tell = () => { writing.value = document.activeElement === field && field.value.trim() ? "1" : "0"; };
    ["input", "focus", "blur"].forEach((name) => field.addEventListener(name, tell));
  }
  // The way back is offered for as long as the answer waits.
  for (const line of document.querySelectorAll("[data-undo]")) {
    setTimeout(() => line.remove(), Number(line.dataset.undo) * 1000);
  }
  // How much of WhatsApp's day is left, to the minute; the server decides in any case.
  const left = document.querySelector("[data-window]");
  if (left) {
    const closes = Date.parse(left.dataset.window);
    const show = () => {
      const minutes = Math.max(0, Math.floor((closes - Date.now()) / 60000));
      left.textContent = Math.floor(minutes / 60) + " h " + String(minutes % 60).padStart(2, "0") + " min";
    };
    show();
    setInterval(show, 30000);
  }
  // A long thread is read from its end, also when it grows.
  const toEnd = () => {
    const talk = document.querySelector(".three-talk .talk");
    if (talk && talk.lastElementChild && !location.hash) talk.lastElementChild.scrollIntoView({ block: "nearest" });
  };
  toEnd();
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "thread") toEnd(); });
})();
