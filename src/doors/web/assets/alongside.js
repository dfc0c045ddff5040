// SPDX-License-Identifier: Apache-2.0
// All script there is. Every page works without it; this only adds.
(function () {
  'use strict';
  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', function (event) {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });
  // After a form comes back, the list of what to look at is read and reached first.
  var faults = document.querySelector('.faults');
  if (faults) { faults.setAttribute('tabindex', '-1'); faults.focus(); }
})();
