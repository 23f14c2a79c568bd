// Runs before the first paint, so that a stored theme, density or language never flashes.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem("folkmoot." + key);
    } catch {
      return null; // storage may be switched off
    }
  };
  var theme = read("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (read("density") === "compact") root.dataset.density = "compact";
  if (location.pathname.indexOf("/embed/") === 0) root.dataset.embedded = "";
  var language = read("language");
  if (language) {
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
  }
})();
