// The little that HTML cannot do alone. Every page works without it, only less smoothly.
(function () {
  'use strict';

  // <button data-dialog="ID"> opens <dialog id="ID">; data-close inside closes it.
  document.addEventListener('click', function (event) {
    var opener = event.target.closest('[data-dialog]');
    if (opener) {
      var dialog = document.getElementById(opener.dataset.dialog);
      if (dialog) { event.preventDefault(); dialog.showModal(); }
      return;
    }
    var closer = event.target.closest('[data-close]');
    if (closer) { closer.closest('dialog').close(); return; }
    var dismiss = event.target.closest('[data-dismiss]');
    if (dismiss) { dismiss.closest('[data-toast]').remove(); return; }
    var copy = event.target.closest('[data-copy]');
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim()).then(function () {
        copy.textContent = copy.dataset.copied;
      });
      return;
    }
    var pick = event.target.closest('[data-fill]');
    if (pick) {
      var wanted = JSON.parse(pick.dataset.fill);
      Object.keys(wanted).forEach(function (id) { document.getElementById(id).value = wanted[id]; });
      var form = pick.dataset.submit && document.getElementById(pick.dataset.submit);
      if (form) form.requestSubmit();
      return;
    }
    // A menu closes when one clicks elsewhere.
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });

  // The word that came with a redirect is said once: a reload must not say it again.
  var here = new URL(window.location.href);
  if (here.searchParams.has('hecho')) {
    here.searchParams.delete('hecho');
    window.history.replaceState(null, '', here);
  }
  function fade(toast) { window.setTimeout(function () { toast.remove(); }, toast.querySelector('form') ? 12000 : 7000); }
  document.querySelectorAll('[data-toast]').forEach(fade);
  document.addEventListener('htmx:load', function (event) { event.target.querySelectorAll('[data-toast]').forEach(fade); });

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    window.setTimeout(function () { delete form.dataset.sent; }, 4000);
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });

  // An answer that is an error is shown where errors are shown, not swallowed.
  document.addEventListener('htmx:responseError', function (event) {
    var box = document.getElementById('toasts');
    var text = event.detail.xhr.getResponseHeader('X-Enlace-Message');
    if (!box || !text) return;
    var line = document.createElement('div');
    line.className = 'toast-line';
    line.setAttribute('data-toast', '');
    line.textContent = decodeURIComponent(text);
    box.append(line);
    fade(line);
  });
})();
