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
    // A demonstration account on the sign-in page.
    var pick = event.target.closest('[data-email]');
    if (pick) {
      document.getElementById('email').value = pick.dataset.email;
      document.getElementById('password').value = pick.dataset.password;
      document.getElementById('entry').requestSubmit();
      return;
    }
    // A ready value for a field.
    var ready = event.target.closest('[data-put]');
    if (ready) {
      var field = document.getElementById(ready.dataset.put);
      field.value = ready.dataset.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
      return;
    }
    if (event.target.closest('[data-back]')) { window.history.back(); return; }
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

  // A way back is only offered where there is one.
  document.querySelectorAll('[data-back]').forEach(function (button) { button.hidden = window.history.length < 2; });

  // An error that answers an htmx request comes as a line of its own; the page stays as it was.
  // In an area that an answer replaces (data-typed), what was typed while the answer was on its way stays.
  var typed = null;
  document.addEventListener('htmx:beforeSwap', function (event) {
    var area = event.detail.target;
    if (!area || !area.hasAttribute('data-typed')) return;
    typed = {};
    area.querySelectorAll('input[id], textarea[id], select[id]').forEach(function (field) { typed[field.id] = field.value; });
  });
  // At once, not when the swap has settled: nobody types in between.
  document.addEventListener('htmx:afterSwap', function (event) {
    if (!typed || !event.target.hasAttribute('data-typed')) return;
    event.target.querySelectorAll('input[id], textarea[id], select[id]').forEach(function (field) {
      if (typed[field.id]) field.value = typed[field.id];
    });
    typed = null;
  });

  document.addEventListener('htmx:responseError', function (event) {
    var box = document.getElementById('toasts');
    if (!box) return;
    var answer = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html').querySelector('[data-toast]');
    if (answer) { box.append(answer); fade(answer); }
  });

  // A new alarm is heard once, where the browser lets a page make a sound; the bar itself stays until somebody takes it.
  var heard = {};
  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.id !== 'alarms' || !window.AudioContext) return;
    event.target.querySelectorAll('[data-alarm]').forEach(function (alarm) {
      var id = alarm.dataset.alarm;
      if (!id || heard[id]) return;
      heard[id] = true;
      var audio = new AudioContext();
      [0, 0.35, 0.7].forEach(function (start) {
        var tone = audio.createOscillator();
        tone.frequency.value = 880;
        tone.connect(audio.destination);
        tone.start(audio.currentTime + start);
        tone.stop(audio.currentTime + start + 0.2);
      });
    });
  });
})();
