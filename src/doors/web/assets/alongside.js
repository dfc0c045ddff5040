// SPDX-License-Identifier: Apache-2.0
// All script there is. Every page works without it; this only adds.
(function () {
  'use strict';
  // A check-in made without signal waits on this phone under its own key, and is sent once there is
  // one: by whichever page comes first, as often as need be; the server keeps it once.
  var checking = document.querySelector('form[data-offline]');
  function outbox(mode, work) {
    return new Promise(function (resolve, reject) {
      var open = indexedDB.open('alongside', 1);
      open.onupgradeneeded = function () { open.result.createObjectStore('outbox', { keyPath: 'once' }); };
      open.onerror = reject;
      open.onsuccess = function () {
        var change = open.result.transaction('outbox', mode), asked = work(change.objectStore('outbox'));
        change.oncomplete = function () { open.result.close(); resolve(asked && asked.result); };
        change.onerror = reject;
      };
    });
  }
  // What one person wrote is never sent as somebody else's, nor kept for the next who signs in here.
  var who = document.body.dataset.who;
  if (location.pathname === '/sign-in' && window.caches)
    caches.keys().then(function (names) { names.forEach(function (name) { caches.open(name).then(function (cache) { cache.delete('/me/check-in'); }); }); });
  function post(body) { return fetch('/me/check-in', { method: 'POST', body: body, redirect: 'manual' }); }
  function sendWaiting() {
    var token = document.querySelector('input[name=form_token]');
    if (!who || !token || !token.value || !window.indexedDB) return Promise.resolve();
    return outbox('readonly', function (store) { return store.getAll(); }).then(function (waiting) {
      return Promise.all((waiting || []).filter(function (entry) { return entry.who === who; }).map(function (entry) {
        var body = new URLSearchParams(entry.body);
        body.set('form_token', token.value);
        return post(body).then(function (answer) {
          // Kept, or no longer to be kept as it is: then its words are shown, and nothing is lost.
          if (answer.type === 'opaqueredirect') return outbox('readwrite', function (store) { store.delete(entry.once); });
          if (answer.status !== 422 || !checking) return;
          body.forEach(function (value, name) {
            checking.querySelectorAll('[name="' + name + '"]').forEach(function (field) {
              if (field.type === 'hidden') return;
              if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.checked || field.value === value;
              else if (!field.value) field.value = value;
            });
          });
          return outbox('readwrite', function (store) { store.delete(entry.once); });
        });
      }));
    }).catch(function () { /* still no signal */ });
  }
  window.addEventListener('online', sendWaiting);
  sendWaiting();
  if (checking) {
    var works = document.createElement('p');
    works.className = 'tiny muted'; works.setAttribute('role', 'status');
    checking.querySelector('.savebar').append(works);
    if (navigator.serviceWorker && window.indexedDB)
      navigator.serviceWorker.register('/sw.js', { scope: '/me' }).then(function () { return navigator.serviceWorker.ready; })
        .then(function () { return Promise.all([caches.keys(), fetch('/me/check-in')]); })
        .then(function (both) {
          var name = both[0].find(function (one) { return one.indexOf('check-in-') === 0; });
          if (name && both[1].ok && !both[1].redirected)
            return caches.open(name).then(function (cache) { return cache.put('/me/check-in', both[1]); })
              .then(function () { if (!works.textContent) works.textContent = checking.dataset.offline; });
        }).catch(function () { });
    checking.addEventListener('submit', function (event) {
      if (checking.dataset.native || !window.indexedDB) return;
      event.preventDefault(); event.stopPropagation();
      if (checking.dataset.sent) return;
      checking.dataset.sent = 'yes';
      var body = new URLSearchParams(new FormData(checking));
      var random = crypto.getRandomValues(new Uint32Array(4));
      body.set('once', Array.from(random).map(function (n) { return n.toString(36); }).join('-'));
      checking.querySelector('[name=once]').value = body.get('once');
      post(body).then(function (answer) {
        if (answer.type === 'opaqueredirect') location.assign('/me/check-in/saved' + (body.get('level') ? '?aim=' + encodeURIComponent(body.get('aim')) : ''));
        else { checking.dataset.native = 'yes'; checking.submit(); }
      }).catch(function () {
        // Only what waited counts from when it was said; a phone's clock may be wrong.
        body.set('said', String(Date.now()));
        outbox('readwrite', function (store) { store.put({ once: body.get('once'), who: who, body: body.toString() }); }).then(function () {
          checking.reset(); delete checking.dataset.sent;
          works.className = 'done'; works.textContent = checking.dataset.safe;
        }).catch(function () { checking.dataset.native = 'yes'; checking.submit(); });
      });
    });
  }

  // What a screen costs: seconds in which somebody did something, and taps; never what.
  var screen = document.body.dataset.effort;
  if (screen && navigator.sendBeacon) {
    var seconds = 0, taps = 0, last = Date.now();
    ['click', 'keydown', 'scroll', 'pointermove'].forEach(function (kind) {
      window.addEventListener(kind, function () { last = Date.now(); if (kind === 'click') taps += 1; }, { passive: true, capture: true });
    });
    setInterval(function () { if (document.visibilityState === 'visible' && Date.now() - last < 30000) seconds += 1; }, 1000);
    window.addEventListener('pagehide', function () {
      if (!taps) return;
      navigator.sendBeacon('/effort', new URLSearchParams({ form_token: document.querySelector('input[name=form_token]').value,
        screen: screen, seconds: Math.min(seconds, 3600), taps: Math.min(taps, 500) }));
    });
  }

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', function (event) {
    if (event.target === checking) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });
  // After a form comes back, the list of what to look at is read and reached first.
  var faults = document.querySelector('.faults');
  if (faults) { faults.setAttribute('tabindex', '-1'); faults.focus(); }

  // What was written so far is kept while somebody goes on writing.
  var keeping = document.querySelector('form[data-keep]');
  if (keeping) {
    var kept = document.createElement('p'), count = 0, wait = 0, saving = null;
    keeping.addEventListener('submit', function () { clearTimeout(wait); if (saving) saving.abort(); });
    kept.className = 'small muted'; kept.setAttribute('role', 'status');
    keeping.append(kept);
    keeping.addEventListener('input', function () {
      clearTimeout(wait);
      wait = setTimeout(function () {
        if (keeping.dataset.sent) return;
        var data = new URLSearchParams(new FormData(keeping));
        data.set('once', data.get('once') + '-' + (++count)); data.set('then', 'keep');
        saving = new AbortController();
        fetch(keeping.action, { method: 'POST', body: data, redirect: 'manual', signal: saving.signal }).then(function (answer) {
          kept.textContent = answer.type === 'opaqueredirect' ? keeping.dataset.keep : '';
        }).catch(function () { kept.textContent = ''; });
      }, 1500);
    });
  }

  // Text for another system is copied with one press; where the browser forbids it, it is marked.
  document.querySelectorAll('[data-copy]').forEach(function (button) {
    button.addEventListener('click', function () {
      var text = document.getElementById(button.dataset.copy);
      function said() { button.textContent = button.dataset.said; }
      text.focus(); text.select();
      if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(said, function () {});
      else if (document.execCommand('copy')) said();
    });
  });

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
