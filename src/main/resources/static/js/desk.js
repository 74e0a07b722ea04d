// The desk's few keys: Ctrl+Enter sends; j and k move in the queue, r goes to the answer, outside of fields only.
(() => {
  const typing = (element) => element.closest("input, textarea, select, dialog");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "reply-text") {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "r") {
      const field = document.getElementById("reply-text");
      if (field) { event.preventDefault(); field.focus(); }
    }
    if (event.key === "j" || event.key === "k") {
      const rows = [...document.querySelectorAll(".queue-row a")];
      const at = Math.max(rows.indexOf(document.activeElement), rows.findIndex((row) => row.hasAttribute("aria-current")));
      const next = rows[event.key === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)];
      if (next) next.focus();
    }
  });
  // The way back is offered for as long as the answer waits.
  for (const line of document.querySelectorAll("[data-undo]")) {
    setTimeout(() => line.remove(), Number(line.dataset.undo) * 1000);
  }
  // A long thread is read from its end.
  const talk = document.querySelector(".three-talk .talk");
  if (talk && talk.lastElementChild && !location.hash) talk.lastElementChild.scrollIntoView({ block: "nearest" });
})();
