// SPDX-License-Identifier: Apache-2.0
// Reading a chart point by point, and trying a decision about it. alongside.js brings it to pages with charts.
(function () {
  'use strict';
  // A chart is read point by point: under the pointer, or with the arrow keys.
  function readable(drawn) {
    var table = (drawn.closest('section') || drawn.closest('main')).querySelector('table.num');
    if (!table) return;
    var heads = Array.from(table.querySelectorAll('thead th')).map(function (cell) { return cell.textContent; });
    var rows = Array.from(table.querySelectorAll('tbody tr'));
    var said = document.createElement('p');
    said.className = 'small point'; said.setAttribute('aria-live', 'polite');
    said.textContent = drawn.dataset.read;
    drawn.after(said);
    drawn.querySelectorAll('svg[data-count]').forEach(function (svg) {
      var from = +svg.dataset.from, to = +svg.dataset.to, count = +svg.dataset.count, at = -1;
      var ns = 'http://www.w3.org/2000/svg';
      var guide = document.createElementNS(ns, 'path');
      guide.setAttribute('stroke', 'var(--berry)'); guide.setAttribute('stroke-width', '2');
      svg.append(guide);
      svg.setAttribute('tabindex', '0');
      function show(index) {
        at = Math.max(0, Math.min(count - 1, index));
        var x = from + (to - from) * (at + 0.5) / count, low = svg.viewBox.baseVal.height - 30;
        guide.setAttribute('d', 'M' + x + ' 8V' + low);
        if (rows[at]) said.textContent = Array.from(rows[at].children).map(function (cell, i) {
          return (i ? heads[i] + ': ' : '') + cell.textContent;
        }).join(', ');
      }
      function under(event) {
        var place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
        return Math.floor((place.x - from) / (to - from) * count);
      }
      svg.addEventListener('pointermove', function (event) {
        var index = under(event);
        if (index >= 0 && index < count && index !== at) show(index);
      });
      svg.addEventListener('click', function (event) {
        svg.dispatchEvent(new CustomEvent('point', { bubbles: true, detail: under(event) }));
      });
      svg.addEventListener('keydown', function (event) {
        var step = { ArrowRight: to > from ? 1 : -1, ArrowLeft: to > from ? -1 : 1 }[event.key];
        if (step) show(at + step);
        else if (event.key === 'Home') show(0);
        else if (event.key === 'End') show(count - 1);
        else if (event.key === 'Enter') svg.dispatchEvent(new CustomEvent('point', { bubbles: true, detail: at }));
        else return;
        event.preventDefault();
      });
    });
  }

  // A decision about a chart is drawn while it is being made; what was tried can be undone.
  var trying = document.querySelector('form[data-try]');
  var first = trying && document.getElementById('tried').innerHTML;
  document.querySelectorAll('.drawn').forEach(readable);
  if (!trying) return;
  var undo = trying.querySelector('[data-undo]');
  var month = trying.querySelector('select[name=month]');
  var status = document.createElement('p');
  status.className = 'vh'; status.setAttribute('role', 'status');
  trying.before(status);
  var before = [], running = null, slide = null;
  // Words are drawn only where they stand on the chart.
  var fields = trying.querySelector('[name=kind]').value === 'note' ? 'select, input[type=text], textarea' : 'select, input[type=text]';
  function values() {
    return Array.from(trying.querySelectorAll(fields)).map(function (field) { return field.value; });
  }
  var now = values();
  function place() { if (slide) slide.value = Math.max(0, month.selectedIndex - 1); }
  function draw() {
    place();
    undo.hidden = before.length === 0;
    if (running) running.abort();
    running = new AbortController();
    fetch(trying.dataset.try, { method: 'POST', body: new URLSearchParams(new FormData(trying)), signal: running.signal })
      .then(function (answer) { return answer.ok ? answer.text() : ''; })
      .then(function (text) {
        var tried = text && new DOMParser().parseFromString(text, 'text/html').getElementById('tried');
        if (!tried) return;
        var reading = document.activeElement && document.activeElement.closest('#tried svg');
        document.getElementById('tried').replaceChildren.apply(document.getElementById('tried'), Array.from(tried.childNodes));
        document.querySelectorAll('#tried .drawn').forEach(readable);
        status.textContent = document.querySelector('#tried .lead').textContent;
        if (reading) document.querySelector('#tried svg[class="' + reading.getAttribute('class') + '"]').focus();
      }).catch(function () { /* the next one is already on its way */ });
  }
  function changed() {
    var then = values();
    if (then.join('\n') === now.join('\n')) return;
    before.push(now); now = then; draw();
  }
  undo.addEventListener('click', function () {
    if (!before.length) return;
    now = before.pop();
    if (running) running.abort();
    trying.querySelectorAll(fields).forEach(function (field, i) { field.value = now[i]; });
    if (before.length || now.some(Boolean)) draw();
    else { document.getElementById('tried').innerHTML = first; document.querySelectorAll('#tried .drawn').forEach(readable); undo.hidden = true; place(); }
  });
  trying.addEventListener('change', function (event) { if (event.target.matches(fields)) changed(); });
  if (month) {
    slide = document.createElement('input');
    slide.type = 'range'; slide.min = 0; slide.max = month.options.length - 2; slide.value = 0;
    slide.setAttribute('aria-label', trying.dataset.slide);
    month.after(slide);
    place();
    slide.addEventListener('input', function () { month.selectedIndex = +slide.value + 1; changed(); });
    document.addEventListener('point', function (event) {
      if (event.detail < 0 || event.detail > +slide.max) return;
      month.selectedIndex = event.detail + 1; changed();
    });
  }
})();
