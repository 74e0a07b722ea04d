// The phone page: keeps the newest message in view, sends on Enter, fills phrases and places, records voice. htmx does the rest.
(function () {
  'use strict';
  var lastHeard = null;

  function screen() { return document.getElementById('screen'); }

  function toEnd() {
    var s = screen();
    if (s) s.scrollTop = s.scrollHeight;
  }

  // A screen reader hears what came in, once; the thread itself is no live region, for it is drawn anew each time.
  function tellNewest(silent) {
    var all = document.querySelectorAll('.bubble.theirs');
    var newest = all.length ? all[all.length - 1] : null;
    if (!newest || newest.id === lastHeard) return;
    lastHeard = newest.id;
    var heard = document.getElementById('heard');
    var words = newest.querySelector('.words');
    if (!silent && heard && words) heard.textContent = heard.dataset.said + ' ' + words.textContent;
  }

  document.addEventListener('DOMContentLoaded', function () {
    toEnd();
    tellNewest(true);
    offerRecording();
  });

  document.addEventListener('htmx:afterSettle', function (event) {
    var target = event.detail.target;
    if (target.id === 'thread') {
      toEnd();
      tellNewest(false);
    }
    if (event.detail.elt && event.detail.elt.id === 'composer' || target.id === 'composer') {
      var text = document.getElementById('text');
      if (text) text.focus();
      offerRecording();
    }
  });

  function problem(words) {
    var composer = document.getElementById('composer');
    var shown = composer.querySelector('.problem') || composer.insertBefore(document.createElement('p'), composer.firstChild);
    shown.className = 'problem';
    shown.setAttribute('role', 'alert');
    shown.textContent = words;
  }

  // What the server refused before the page's own checks, or a server that is gone.
  function tellFailure(event) {
    if (!event.detail.elt.closest('#composer')) return;
    var words = document.getElementById('heard').dataset;
    problem(event.detail.xhr && event.detail.xhr.status === 413 ? words.large : words.failed);
  }
  document.addEventListener('htmx:responseError', tellFailure);
  document.addEventListener('htmx:sendError', tellFailure);

  // Pictures make the thread longer after it was scrolled to its end.
  document.addEventListener('load', function (event) {
    if (event.target.classList && event.target.classList.contains('picture')) toEnd();
  }, true);

  document.addEventListener('keydown', function (event) {
    var area = event.target;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && area.matches && area.matches('textarea[data-enter]')) {
      event.preventDefault();
      area.form.requestSubmit();
    }
  });

  document.addEventListener('change', function (event) {
    var chosen = event.target.type === 'file' && event.target.files[0];
    if (chosen && chosen.size > 5000000) {
      event.target.value = '';
      problem(document.getElementById('heard').dataset.large);
    }
    if (event.target.matches('[data-preset]')) {
      var place = event.target.value.split(',');
      var form = event.target.form;
      form.elements.latitude.value = place[0];
      form.elements.longitude.value = place[1];
    }
  });

  document.addEventListener('click', function (event) {
    var phrase = event.target.closest('[data-fill]');
    if (phrase) {
      var text = document.getElementById('text');
      text.value = phrase.dataset.fill;
      text.focus();
    }
    if (event.target.id === 'record') record(event.target);
  });

  function offerRecording() {
    var button = document.getElementById('record');
    if (button && navigator.mediaDevices && window.MediaRecorder) button.hidden = false;
  }

  function record(button) {
    if (button.recorder) {
      button.recorder.stop();
      return;
    }
    navigator.mediaDevices.getUserMedia({audio: true}).then(function (stream) {
      var pieces = [];
      var recorder = new MediaRecorder(stream);
      button.recorder = recorder;
      button.textContent = button.dataset.stop;
      recorder.ondataavailable = function (event) { pieces.push(event.data); };
      recorder.onstop = function () {
        stream.getTracks().forEach(function (track) { track.stop(); });
        var type = (recorder.mimeType || 'audio/webm').split(';')[0];
        var files = new DataTransfer();
        files.items.add(new File(pieces, 'voice', {type: type}));
        document.getElementById('file').files = files.files;
        document.getElementById('send').requestSubmit();
      };
      recorder.start();
    }).catch(function () { button.hidden = true; });
  }
})();
