// Runs before the first paint and blocks it, so it only reads and sets attributes of <html>:
// the language, the theme, the type size, and which article shows (the style sheet hides the others).
(function () {
  "use strict";
  var root = document.documentElement;
  var settings = {};
  try {
    // Blocked storage throws on access, a damaged value when it is read.
    settings = JSON.parse(localStorage.getItem("hashiya/settings")) || {};
  } catch (_) {}
  var asked = /[?&]lang=(ar|en)(&|$)/.exec(location.search);
  var lang = asked ? asked[1] : settings.lang === "en" ? "en" : "ar";
  root.lang = lang;
  root.dir = lang === "ar" ? "rtl" : "ltr";
  root.dataset.theme = /^(light|dark)$/.test(settings.theme) ? settings.theme : "system";
  ["size", "spacing", "names"].forEach(function (name) {
    var step = settings[name];
    if (typeof step === "number" || typeof step === "string") root.dataset[name] = step;
  });
  var open = /^#\/([a-z0-9_-]{1,64})(\/|$)/.exec(location.hash);
  root.dataset.open = open ? open[1] : root.dataset.first;
  // Links work before the program has come, and without it; once it takes input it decides itself.
  addEventListener("hashchange", function () {
    var next = /^#\/([a-z0-9_-]{1,64})(\/|$)/.exec(location.hash);
    if (next && !root.dataset.hashiya) root.dataset.open = next[1];
  });
})();
