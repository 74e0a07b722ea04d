// The map of the audience builder: a click puts the centre of the circle, or a corner of the border, where it was made.
(function () {
  'use strict';

  function live(root) {
    root.querySelectorAll('[data-map]').forEach(function (map) {
      map.classList.add('is-live');
      map.querySelectorAll('.needs-script').forEach(function (part) { part.hidden = false; });
    });
  }

  function changed(field) { field.dispatchEvent(new Event('change', { bubbles: true })); }

  document.addEventListener('click', function (event) {
    var map = event.target.closest('[data-map]');
    if (!map) return;
    var zoom = event.target.closest('[data-zoom]');
    if (zoom) {
      var field = document.getElementById(map.dataset.map + '-zoom');
      field.value = Number(field.value) * Number(zoom.dataset.zoom);
      changed(field);
      return;
    }
    var drawing = event.target.closest('svg');
    if (!drawing) return;
    var box = drawing.getBoundingClientRect();
    var degrees = map.dataset.window.split(',').map(Number);
    var lat = degrees[2] - (event.clientY - box.top) / box.height * (degrees[2] - degrees[0]);
    var lon = degrees[1] + (event.clientX - box.left) / box.width * (degrees[3] - degrees[1]);
    var point = lat.toFixed(4) + ', ' + lon.toFixed(4);
    if (map.dataset.kind === 'border') {
      var corners = document.getElementById(map.dataset.map + '-value');
      corners.value = (corners.value.trim() + '\n' + point).trim();
      changed(corners);
    } else {
      var distance = document.getElementById(map.dataset.map + '-value');
      if (!distance.value.trim()) distance.value = '80';
      var centre = document.getElementById(map.dataset.map + '-centre');
      centre.value = point;
      changed(centre);
    }
  });

  document.addEventListener('htmx:load', function (event) { live(event.target); });
  live(document);
})();
