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
    // As it came, before anything is added: the phone keeps it for a time without signal.
    var whole = '<!doctype html>' + document.documentElement.outerHTML;
    var works = document.createElement('p');
    works.className = 'tiny muted'; works.setAttribute('role', 'status');
    checking.querySelector('.savebar').append(works);
    if (navigator.serviceWorker && window.indexedDB && !document.querySelector('.faults'))
      navigator.serviceWorker.register('/sw.js', { scope: '/me' }).then(function () { return navigator.serviceWorker.ready; })
        .then(function (ready) {
          // The answer says that it is kept, whoever keeps it.
          navigator.serviceWorker.addEventListener('message', function () { if (!works.textContent) works.textContent = checking.dataset.offline; });
          ready.active.postMessage(whole);
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

  // What charts need comes only with charts.
  if (document.querySelector('.drawn')) {
    var more = document.createElement('script');
    more.src = document.currentScript.src.replace('alongside.js', 'charts.js');
    document.head.append(more);
  }
  // A file is read here and put into the field, where its lines can be seen before they are sent.
  document.querySelectorAll('input[type=file][data-into]').forEach(function (input) {
    input.closest('[hidden]').hidden = false;
    input.addEventListener('change', function () {
      if (!input.files[0]) return;
      input.files[0].text().then(function (text) { document.getElementById(input.dataset.into).value = text; });
    });
  });
  // A huddle on several screens: what others wrote comes in by itself, and nothing that is typed goes.
  var live = document.querySelector('[data-live]'), since = document.querySelector('[data-since]');
  var mark = live && live.dataset.mark, later = 0;
  function renew() {
    clearTimeout(later);
    if (document.hidden || live.contains(document.activeElement)) { later = setTimeout(renew, 2000); return; }
    fetch(location.href).then(function (answer) { if (!answer.ok) throw answer; return answer.text(); }).then(function (text) {
      var there = new DOMParser().parseFromString(text, 'text/html').getElementById(live.id);
      if (there && there.textContent !== live.textContent) live.replaceChildren.apply(live, there.childNodes);
    }).catch(function () { later = setTimeout(renew, 5000); });
  }
  // What is counted from records changes without a word on the board.
  if (live) setInterval(renew, 60000);
  if (live && window.EventSource) new EventSource(live.dataset.live).onmessage = function (told) {
    if (told.data !== mark) { mark = told.data; renew(); }
  };
  else if (live) setInterval(renew, 5000);
  if (since) {
    var words = since.textContent, count = function () { since.textContent = words + ' ' + Math.max(0, Math.floor((Date.now() - since.dataset.since) / 60000)) + ' ' + since.dataset.minutes; };
    count();
    setInterval(count, 20000);
  }
})();
